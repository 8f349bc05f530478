import { posix } from 'node:path';
import { Duration } from 'cdk8s';
import type { Kustomization, KustomizationSpec } from '../../../imports/flux';
import { groupBy } from '../../core/by-key';
import { isDnsLabel } from '../../core/dns-name';
import { MANAGED_BY } from '../../core/managed-by';
import { refuse } from '../../core/refusal';
import { requireProps } from '../../core/required';
import { wholeSeconds } from '../../core/whole-seconds';
import { yamlText } from '../../core/yaml-text';
import type { KubernetesObject } from '../../rendered/rendered-object';
import type { Output, OutputFile, OutputRender } from '../output';
import { type DeployedChart, deployedCharts } from './deployed-chart';
import { requireGitFolder } from './git-folder';

/** Where Flux finds the files of a fleet. */
export interface FluxProps {
  /** Name of the GitRepository of Flux that the fleet is committed to, in the namespace of the Kustomizations. */
  readonly repository: string;

  /**
   * Folder of the fleet's files of YAML, as seen from the root of the repository: of an environment `dist/production`.
   *
   * @default 'dist'
   */
  readonly manifests?: string;

  /**
   * Folder that this output is written into, as seen from the root of the repository: of an environment `flux/production`.
   *
   * @default 'flux'
   */
  readonly folder?: string;

  /**
   * Namespace of the Kustomizations.
   *
   * @default 'flux-system'
   */
  readonly namespace?: string;

  /**
   * How often Flux looks whether the cluster is as the files say, in whole seconds; a change by hand is turned back then.
   *
   * @default Duration.minutes(10)
   */
  readonly interval?: Duration;

  /**
   * How long Flux waits for the workloads of a unit to be ready, in whole seconds, before it calls the revision failed.
   *
   * @default Duration.minutes(15)
   */
  readonly timeout?: Duration;
}

/** Kinds that a unit waits for. A Rollout may pause for days, and would hold up the next revision meanwhile. */
const WAITED = ['Deployment', 'StatefulSet'];

/** A Kustomization for each chart of the fleet; a unit waits for the load balancers that its routes are on. */
export class FluxOutput implements Output {
  private readonly props: Required<Omit<FluxProps, 'interval' | 'timeout'>>;
  private readonly interval: string;
  private readonly timeout: string;

  public constructor(props: FluxProps) {
    requireProps('Flux', 'output', props, { repository: "'flux-system'" });
    const { repository, manifests = 'dist', folder = 'flux', namespace = 'flux-system' } = props;
    const { interval = Duration.minutes(10), timeout = Duration.minutes(15) } = props;
    requireGitFolder('Flux', 'manifests', manifests);
    requireGitFolder('Flux', 'folder', folder);
    if (!isDnsLabel(namespace)) {
      refuse({ prop: 'namespace', kind: 'Flux', id: namespace, must: 'be a DNS label', got: namespace });
    }
    this.props = { repository, manifests, folder, namespace };
    this.interval = `${wholeSeconds('interval', 'Flux', repository, interval, 60)}s`;
    this.timeout = `${wholeSeconds('timeout', 'Flux', repository, timeout, 1)}s`;
  }

  public *files({ mark, charts }: OutputRender): Generator<OutputFile> {
    const deployed = deployedCharts(charts);
    const documents = deployed.map((chart) => yamlText(this.kustomization(chart)));
    yield { name: 'kustomizations.yaml', text: `# ${mark}\n${documents.join('---\n')}` };
    for (const chart of deployed) {
      const { folder, manifests } = this.props;
      const file = posix.relative(`${folder}/${chart.name}`, `${manifests}/${chart.file}`);
      const resources = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: [file] };
      yield { name: `${chart.name}/kustomization.yaml`, text: `# ${mark}\n${yamlText(resources)}` };
    }
  }

  private kustomization({ name, after, objects }: DeployedChart): Kustomization {
    const { repository, folder, namespace } = this.props;
    return {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name, namespace, labels: { 'app.kubernetes.io/managed-by': MANAGED_BY } },
      spec: {
        interval: this.interval,
        retryInterval: '60s',
        timeout: this.timeout,
        sourceRef: { kind: 'GitRepository', name: repository },
        path: `./${folder}/${name}`,
        prune: true,
        ...(after.length === 0 ? {} : { dependsOn: after.map((one) => ({ name: one })) }),
        ...(objects.some(({ kind }) => WAITED.includes(kind)) ? waiting(objects) : {}),
      },
    };
  }
}

/**
 * Flux waits for all that it applied. A list of names (`healthChecks`) would be of another revision for a moment: it then
 * waits for a tenant that left until its time is over, and takes no other revision meanwhile.
 */
function waiting(objects: readonly KubernetesObject[]): Pick<KustomizationSpec, 'wait' | 'healthCheckExprs'> {
  const others = groupBy(objects.filter(isOfOthers), ({ apiVersion, kind }) => `${apiVersion} ${kind}`);
  const healthCheckExprs = [...others.values()].flatMap(([first]) =>
    first === undefined ? [] : [{ apiVersion: first.apiVersion, kind: first.kind, current: 'true' }],
  );
  return { wait: true, ...(healthCheckExprs.length === 0 ? {} : { healthCheckExprs }) };
}

/** What is not waited for: what somebody else makes ready, and a claim, which may wait for its first pod. */
function isOfOthers({ apiVersion, kind }: KubernetesObject): boolean {
  const [group = ''] = apiVersion.split('/');
  return kind === 'PersistentVolumeClaim' || (group.includes('.') && !group.endsWith('.k8s.io'));
}
