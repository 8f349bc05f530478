import { relative } from 'node:path';
import { App, Chart, type IResolver, Names } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { BusinessUnit, MANAGED_BY } from './business-unit';
import { isDnsLabel } from './dns-name';
import { DEFAULT_KUBERNETES, type KubernetesVersion } from './kubernetes-version';
import { type FolderChange, OutputFolder } from './output-folder';
import { Progress } from './progress';
import { refuse } from './refusal';
import { fileText, objectsOf, type RenderedFile, sameFile } from './rendered-file';
import type { RenderedObject } from './rendered-object';
import { RULES } from './rules';

/** A fleet as a whole. */
export interface FleetProps {
  /**
   * Name of the fleet. It stands in the first line of every file; only files with that line are replaced or removed, so
   * two fleets that write into one folder need two names.
   *
   * @default 'mi'
   */
  readonly name?: string;

  /**
   * The oldest minor version of Kubernetes among the clusters that the files are applied to. From 1.29 on, logging
   * sidecars outlive the drain; before it they are refused.
   *
   * @default '1.29'
   */
  readonly kubernetes?: KubernetesVersion;

  /**
   * Folder that the files are written into.
   *
   * @default - what the cdk8s CLI says by CDK8S_OUTDIR, else 'dist'
   */
  readonly outdir?: string;

  /**
   * Resolvers of cdk8s, which may replace any value while it is rendered.
   *
   * @default - none but those of cdk8s
   */
  readonly resolvers?: IResolver[];
}

/** A construct and what its validation said. */
interface RefusedConstruct {
  readonly construct: IConstruct;
  readonly error: string;
}

/** All business units and load balancers, and plain cdk8s charts beside them; one file in `dist/` each. */
export class Fleet extends App {
  /** The version of Kubernetes that the fleet of `construct` is rendered for. */
  public static kubernetesOf(construct: IConstruct): KubernetesVersion {
    const { root } = construct.node;
    return root instanceof Fleet ? root.kubernetes : DEFAULT_KUBERNETES;
  }

  /** The version of Kubernetes that the fleet is rendered for. */
  public readonly kubernetes: KubernetesVersion;

  private readonly mark: string;

  public constructor(props: FleetProps = {}) {
    const { name = 'mi', kubernetes = DEFAULT_KUBERNETES, outdir, resolvers } = props;
    if (!isDnsLabel(name)) {
      refuse({ prop: 'name', kind: 'fleet', id: name, must: 'be lower-case letters, digits and "-"', got: name });
    }
    super({ outdir, resolvers, recordConstructMetadata: false });
    // Rendering is a function of the sources: cdk8s would let these change names and the order of keys.
    delete process.env.CDK8S_DISABLE_SORT;
    delete process.env.CDK8S_LEGACY_HASH;
    this.kubernetes = kubernetes;
    this.mark = `# Rendered by ${MANAGED_BY} for fleet "${name}". Change its source and run synth, not this file.`;
  }

  /**
   * What `synth` would write: the text of each file under its name. Throws, with all that is wrong at once, if anything
   * is refused. One pass over the units; the `synth` of cdk8s looks at the whole tree again for each of them.
   */
  public render(): ReadonlyMap<string, string> {
    const refused = this.node
      .findAll()
      .flatMap((construct) => construct.node.validate().map((error) => ({ construct, error })));
    const wrong = refused.map(({ construct, error }) => located(error, construct.node.path));
    const files = this.renderFiles(wrong);
    const render = {
      objects: withoutRefused(
        files.flatMap(({ objects }) => objects),
        refused,
      ),
      units: this.node.findAll().filter(BusinessUnit.isBusinessUnit),
    };
    this.report([...wrong, ...sameFile(files), ...Object.values(RULES).flatMap((rule) => rule(render))]);
    const progress = new Progress('writing YAML', files.length);
    return new Map(files.map((file) => [file.name, progress.after(() => fileText(this.mark, file))]));
  }

  /**
   * Writes the files of all units, or none: everything is checked and rendered first. Unchanged files are left alone,
   * and files of units that are gone are removed.
   */
  public override synth(): void {
    const files = this.render();
    const folder = new OutputFolder(this.outdir, this.mark);
    this.report(folder.foreign(files.keys()));
    process.stderr.write(`${summary(relative('.', this.outdir) || '.', folder.write(files))}\n`);
  }

  /** Everything in one text, checked as `synth` checks it. */
  public override synthYaml(): string {
    return [...this.render().values()].join('---\n');
  }

  private renderFiles(wrong: readonly string[]): RenderedFile[] {
    const nodes = this.node.findAll();
    const dependent = nodes.some((construct) => construct.node.dependencies.length > 0 || isNested(construct));
    const charts = nodes.filter(isChart);
    if (dependent) {
      // cdk8s resolves the dependencies of the whole tree whenever one chart is rendered. It also validates again, so
      // what is wrong already has to be said first.
      this.report(wrong);
      charts[0]?.toJson();
    }
    const between = dependent && charts.some((chart) => chart.node.dependencies.some(isChart));
    const progress = new Progress('rendering', charts.length);
    return (between ? this.charts : charts)
      .map((chart) => ({ chart, objects: progress.after(() => objectsOf(chart)) }))
      .filter(({ objects }) => objects.length > 0)
      .map(({ chart, objects }, index) => ({
        chart,
        objects,
        name: this.fileName(chart, between ? index : undefined),
      }));
  }

  /** Charts that depend on one another are numbered in the order to apply them in, as cdk8s does it. */
  private fileName(chart: Chart, index: number | undefined): string {
    const order = index === undefined ? '' : `${String(index).padStart(4, '0')}-`;
    return `${order}${Names.toDnsLabel(chart)}${this.outputFileExtension}`;
  }

  private report(wrong: readonly string[]): void {
    if (wrong.length === 0) {
      return;
    }
    const count = wrong.length === 1 ? '1 thing is' : `${wrong.length} things are`;
    const error = new Error(
      `nothing was written, since ${count} refused:\n${wrong.map((line) => `- ${line}`).join('\n')}`,
    );
    // Where the check ran says nothing about where the mistake is; the sentences do.
    error.stack = `Error: ${error.message}`;
    throw error;
  }
}

function isChart(construct: unknown): construct is Chart {
  return Chart.isChart(construct);
}

function isNested(construct: IConstruct): boolean {
  return isChart(construct) && isChart(construct.node.scope);
}

/** A sentence of ours names its thing; others get the path of the construct that said it. */
function located(error: string, path: string): string {
  return / of .+ ".*" must .+, got /s.test(error) ? error : `[${path}] ${error}`;
}

/** The objects of a refused tenant or volume are not judged again: one mistake is one sentence. */
function withoutRefused(objects: readonly RenderedObject[], refused: readonly RefusedConstruct[]): RenderedObject[] {
  const paths = new Set(
    refused.filter(({ construct }) => !isChart(construct)).map(({ construct }) => construct.node.path),
  );
  return objects.filter(({ path }) => !paths.has(path.slice(0, path.lastIndexOf('/'))));
}

function summary(folder: string, { written, unchanged, removed }: FolderChange): string {
  const changes = [
    ...written.map((name) => `  wrote ${folder}/${name}`),
    ...removed.map((name) => `  removed ${folder}/${name}`),
  ];
  return [
    `${folder}: ${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`,
    ...changes,
  ].join('\n');
}
