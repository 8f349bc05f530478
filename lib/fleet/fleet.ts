import { join } from 'node:path';
import { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ATTACHMENT_FOLDERS, attach } from '../core/attachment';
import { kubernetesOf, setContext } from '../core/context';
import { declare } from '../core/declaration';
import { isDnsLabel } from '../core/dns-name';
import { DEFAULT_KUBERNETES, type KubernetesVersion } from '../core/kubernetes-version';
import { outcomeOf } from '../core/outcome';
import { refuse, refuseFaults, verbatim } from '../core/refusal';
import { renderDashboards } from '../monitoring/dashboards';
import { setMonitoring } from '../monitoring/monitoring';
import { setNetwork } from '../network/network';
import { checkedRender } from './checked-render';
import { listImages } from './declared-images';
import {
  type ComposedEnvironment,
  EnvironmentsOf,
  requireDone,
  requireEnvironment,
  requireSites,
} from './environments';
import { FleetOutput } from './fleet-output';
import { DEFAULT_NAME, type EnvironmentsProps, type FleetProps } from './fleet-props';
import { OutputFolder } from './folder/output-folder';
import { summary } from './folder/summary';
import { takeNote } from './folder/writers';
import { markOf } from './mark';
import { outputFiles, textsOf } from './output';
import { requireApart } from './output-folders';
import { remarkLines } from './remarks';
import { answered } from './variants/answer';

/** The same fleet in several environments, made by `Fleet.forEach`. All of them are written, or none. */
export type Environments<Environment extends string = string> = EnvironmentsOf<Environment, Fleet>;

/** The names of environments: the keys of their sites. */
type NameOf<Sites> = Extract<keyof Sites, string>;

/** All business units and load balancers, and plain cdk8s charts beside them; one file in `dist/` each. */
export class Fleet extends App {
  /**
   * The same fleet once for each environment: `compose` gets a fleet of its own for every entry of `sites`, whose value
   * is what differs there. The files of each environment go into a folder of its name, all at once, when `synth()` of
   * what this returns is called.
   */
  public static forEach<Sites extends Readonly<Record<string, unknown>>>(
    sites: Sites,
    compose: (fleet: Fleet, site: Sites[NameOf<Sites>], environment: NameOf<Sites>) => void,
    props: EnvironmentsProps<Sites[NameOf<Sites>], NameOf<Sites>> = {},
  ): Environments<NameOf<Sites>> {
    const { name = DEFAULT_NAME, outdir, fleet: propsOf = () => ({}) } = props;
    const folder = new App({ outdir }).outdir;
    const composed: Array<ComposedEnvironment<NameOf<Sites>, Fleet>> = [];
    for (const environment in sites) {
      requireEnvironment(environment);
      const site = sites[environment];
      const fleet = outcomeOf(() => {
        const member = new Fleet({ ...propsOf(site, environment), name, outdir: join(folder, environment) });
        member.environment = environment;
        requireDone(environment, compose(member, site, environment));
        return member;
      });
      composed.push({ name: environment, fleet });
    }
    requireSites(name, composed.length);
    return new EnvironmentsOf(name, folder, composed);
  }

  /** The version of Kubernetes that the fleet of `construct` is rendered for. */
  public static kubernetesOf(construct: IConstruct): KubernetesVersion {
    return kubernetesOf(construct);
  }

  /** The version of Kubernetes that the fleet is rendered for. */
  public readonly kubernetes: KubernetesVersion;
  /** What the names of units end with in the cluster. */
  public readonly suffix: string;
  /** What it is written as. */
  public readonly output: FleetOutput;
  /** What else it is written as, each in a folder of its own. */
  public readonly beside: Readonly<Record<string, FleetOutput>>;

  private readonly name: string;
  private environment: string | undefined;

  public constructor(props: FleetProps = {}) {
    const { name = DEFAULT_NAME, kubernetes = DEFAULT_KUBERNETES, suffix = '', outdir, resolvers } = props;
    const { output = FleetOutput.yaml(), beside = {}, monitoring, logStore, network } = props;
    if (!isDnsLabel(name)) {
      refuse({ prop: 'name', kind: 'fleet', id: name, must: 'be lower-case letters, digits and "-"', got: name });
    }
    super({ outdir, resolvers, recordConstructMetadata: false });
    requireApart(name, this.outdir, beside);
    takeNote(this);
    declare(this, props);
    // Rendering is a function of the sources: cdk8s would let these change names and the order of keys.
    delete process.env.CDK8S_DISABLE_SORT;
    delete process.env.CDK8S_LEGACY_HASH;
    setContext(this, name, { suffix, kubernetes, kubeContext: props.kubeContext, podUser: props.podUser });
    setMonitoring(this, monitoring);
    setNetwork(this, network);
    this.kubernetes = kubernetes;
    this.suffix = suffix;
    this.output = output;
    this.beside = { ...beside };
    this.name = name;
    for (const attachment of logStore?.attachments ?? []) {
      attach(this, attachment);
    }
    if (monitoring !== undefined) {
      renderDashboards(this, monitoring);
    }
  }

  /**
   * What `synth` would write: the text of each file under its name. Throws, with all that is wrong at once, if anything
   * is refused. One pass over the units; the `synth` of cdk8s looks at the whole tree again for each of them.
   *
   * @param output what it is to be written as; that of the fleet if it is left out
   */
  public render(output = this.output): ReadonlyMap<string, string> {
    const { files: charts, attachments, wrong } = checkedRender(this);
    refuseFaults(wrong);
    return textsOf(output, { mark: markOf(this.name, this.environment), charts, attachments });
  }

  /**
   * Writes the files of all units, or none: everything is checked and rendered first. Unchanged files are left alone,
   * and files of units that are gone are removed.
   */
  public override synth(): void {
    if (this.environment !== undefined) {
      refuse({
        prop: 'synth',
        kind: 'fleet',
        id: this.name,
        must: 'be called for all environments at once',
        got: verbatim(`it for "${this.environment}" alone`),
        instead: 'call synth() of what Fleet.forEach(…) returns',
      });
    }
    if (listImages([this]) || answered([{ fleet: this }])) {
      return;
    }
    const mark = markOf(this.name);
    const mayHold = (name: string) => ATTACHMENT_FOLDERS.some((folder) => folder === name);
    const owner = { fleet: this.name, by: this, markIn: () => mark };
    const own = { path: this.outdir, output: this.output, mayHold };
    const others = Object.entries(this.beside).map(([path, output]) => ({ path, output, mayHold: () => true }));
    const outputs = [own, ...others].map((one) => ({
      ...one,
      folder: new OutputFolder(one.path, { ...owner, mayHold: one.mayHold }),
    }));
    for (const { folder } of outputs) {
      folder.recover();
    }
    const { files: charts, attachments, wrong } = checkedRender(this);
    refuseFaults(wrong);
    for (const { path, folder, output } of outputs) {
      process.stderr.write(summary(path, folder.write(outputFiles(output, { mark, charts, attachments }))));
    }
    for (const line of remarkLines([this])) {
      process.stderr.write(line);
    }
    // What is declared from now on would be in no file.
    this.node.lock();
  }

  /**
   * All manifests for one stream, checked as `synth` checks them: a file after the other, each made when it is asked for, so
   * that the texts of a large fleet are never there at once: `await pipeline(fleet.stream(), process.stdout)`, of
   * `node:stream/promises`, makes the next when the reader has taken the last.
   */
  public *stream(): Generator<string> {
    const { files: charts, wrong } = checkedRender(this);
    refuseFaults(wrong);
    const mark = markOf(this.name, this.environment);
    let between = '';
    for (const { text } of outputFiles(this.output, { mark, charts, attachments: [] })) {
      yield `${between}${text}`;
      between = '---\n';
    }
  }

  /** All manifests in one text, checked as `synth` checks them. */
  public override synthYaml(): string {
    return [...this.stream()].join('');
  }
}
