import { Names } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { kubernetesOf } from '../../core/context';
import { Progress } from '../../core/progress';
import { refuse } from '../../core/refusal';
import { requireProps } from '../../core/required';
import { yamlText } from '../../core/yaml-text';
import { BusinessUnit } from '../../unit/business-unit';
import { fileHeader } from '../file-header';
import { jsonMark } from '../mark';
import type { Output, OutputFile, OutputRender } from '../output';
import type { RenderedFile } from '../rendered-file';
import { HELPERS } from './helpers';
import { hostsIn, placeHosts } from './host-values';
import { escaped, Template } from './template';
import { schemaOf } from './values-schema';
import { countsOf, placeWorkload, type WorkloadValues, workloadsOf } from './workload-values';

/** The version of a chart. */
export interface HelmChartsProps {
  /** Version of the chart, as SemVer 2 has it: `1.4.0`. Who publishes charts gives each content one of its own. */
  readonly version: string;
}

/** Name and version of a chart. */
export interface HelmChartProps extends HelmChartsProps {
  /** Name of the chart: lower-case letters, digits and "-", at most 53 characters. It need not be that of the release. */
  readonly name: string;
}

/** A chart that is to be written: where, and of what. */
interface Part {
  readonly name: string;
  /** Folder of its files, with "/" at its end. */
  readonly folder: string;
  readonly about: string;
  readonly files: readonly RenderedFile[];
}

const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*))*)?(\+[\da-zA-Z-]+(\.[\da-zA-Z-]+)*)?$/;

/** The fleet as Helm charts, whose templates render the same objects. */
export class HelmOutput implements Output {
  /** All of it as one chart. */
  public static ofFleet(props: HelmChartProps): HelmOutput {
    requireProps('Helm chart', props.name, props, { name: "'hospital'", version: "'1.0.0'" });
    const { name, version } = props;
    if (!/^[a-z]([-a-z0-9]{0,51}[a-z0-9])?$/.test(name)) {
      const must = 'be lower-case letters, digits and "-", begin with a letter, and have at most 53 characters';
      refuse({ prop: 'name', kind: 'Helm chart', id: name, must, got: name });
    }
    return new HelmOutput(name, version, (files) => {
      const units = files.filter(({ chart }) => BusinessUnit.isBusinessUnit(chart)).length;
      const about = `WSO2 Micro Integrator for ${units === 1 ? 'one business unit' : `${units} business units`}`;
      return [{ name, folder: '', about, files }];
    });
  }

  /** A chart for each business unit, load balancer and plain chart, in a folder of its name. */
  public static ofEachUnit(props: HelmChartsProps): HelmOutput {
    requireProps('Helm charts', 'of each unit', props, { version: "'1.0.0'" });
    return new HelmOutput('of each unit', props.version, (files) =>
      files.map((file) => {
        const name = Names.toDnsLabel(file.chart);
        const about = BusinessUnit.isBusinessUnit(file.chart)
          ? `WSO2 Micro Integrator of business unit ${name}. Contact: ${file.chart.contact}`
          : `What the units of ${name} share`;
        return { name, folder: `${name}/`, about, files: [file] };
      }),
    );
  }

  private constructor(
    id: string,
    private readonly version: string,
    private readonly parts: (files: readonly RenderedFile[]) => Part[],
  ) {
    if (!SEMVER.test(version)) {
      const must = 'be a version as SemVer 2 has it, such as "1.4.0"';
      refuse({ prop: 'version', kind: 'Helm chart', id, must, got: version });
    }
  }

  public *files({ mark, charts }: OutputRender): Generator<OutputFile> {
    const [first] = charts;
    const hosts = first === undefined ? [] : hostsIn(first.chart.node.root);
    const progress = new Progress('writing Helm charts', charts.length);
    for (const part of this.parts(charts)) {
      yield* this.chart(mark, part, hosts, progress);
    }
  }

  private *chart(mark: string, part: Part, hosts: readonly string[], progress: Progress): Generator<OutputFile> {
    const { folder, files } = part;
    const workloads = files.flatMap(workloadsOf);
    const used = new Set<string>();
    for (const file of files) {
      const text = progress.after(() => templateText(file, workloads, hosts, used));
      yield { name: `${folder}templates/${file.name}`, text: `${commented([mark, ...fileHeader(file)])}${text}` };
    }
    const sorted = [...used].sort();
    yield { name: `${folder}templates/_helpers.tpl`, text: `{{- /* ${mark} */ -}}\n${HELPERS}` };
    yield { name: `${folder}templates/NOTES.txt`, text: `{{- /* ${mark} */ -}}\n${escaped(notesOf(files))}` };
    yield { name: `${folder}Chart.yaml`, text: `${commented([mark])}${yamlText(this.metadata(part))}` };
    yield {
      name: `${folder}values.yaml`,
      text: `${commented([mark, ...VALUES])}${yamlText(defaults(workloads, sorted))}`,
    };
    yield { name: `${folder}values.schema.json`, text: markedJson(mark, schemaOf(workloads, sorted)) };
  }

  private metadata({ name, about, files }: Part): object {
    const kubernetes = files.map(({ chart }: { chart: IConstruct }) => kubernetesOf(chart)).at(0);
    return {
      apiVersion: 'v2',
      name,
      description: about,
      type: 'application',
      version: this.version,
      ...(kubernetes === undefined ? {} : { kubeVersion: `>=${kubernetes}.0-0` }),
    };
  }
}

/** What stands above the values, for whoever changes one. */
const VALUES = [
  'What an operator may change when the chart is installed; everything else is decided by the source of the fleet.',
  'units.<unit>.<tenant>.tag: what follows the repository of the image. In quotes, or by --set-string: it is a text.',
  'units.<unit>.<tenant>.replicas, or minReplicas and maxReplicas: pods. A quota of the unit does not grow with them.',
  'hosts: what each host of the source is called here. Who may use which host was checked for those of the source only.',
];

function commented(lines: readonly string[]): string {
  return lines.map((line) => `# ${escaped(line)}\n`).join('');
}

function defaults(workloads: readonly WorkloadValues[], hosts: readonly string[]): object {
  const units: Record<string, Record<string, object>> = {};
  for (const workload of workloads) {
    const values = { tag: workload.tag, ...countsOf(workload) };
    units[workload.unit] = { ...units[workload.unit], [workload.tenant]: values };
  }
  return { units, hosts: Object.fromEntries(hosts.map((host) => [host, host])) };
}

/** The objects of a file as a template; takes note of the hosts that they are for. */
function templateText(
  { objects }: RenderedFile,
  workloads: readonly WorkloadValues[],
  hosts: readonly string[],
  used: Set<string>,
): string {
  const texts = objects.map(({ construct, object }) => {
    const template = new Template(object);
    const workload = workloads.filter((one) => construct.node.path.startsWith(`${one.path}/`)).sort(byDepth)[0];
    if (workload !== undefined) {
      placeWorkload(template, workload);
    }
    for (const host of placeHosts(template, object, hosts)) {
      used.add(host);
    }
    return template.toString();
  });
  return texts.join('---\n');
}

/** A canary stands below its tenant. */
function byDepth(one: WorkloadValues, other: WorkloadValues): number {
  return other.path.length - one.path.length;
}

function markedJson(mark: string, object: object): string {
  const [, ...lines] = JSON.stringify(object, null, 2).split('\n');
  return [jsonMark(mark), ...lines, ''].join('\n');
}

/** What Helm says when it has installed the chart. */
function notesOf(files: readonly RenderedFile[]): string {
  const said = files.map((file) => fileHeader(file).join('\n')).filter((text) => text !== '');
  return `${said.join('\n\n')}\n`;
}
