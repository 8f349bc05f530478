import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { parse } from 'smol-toml';
import {
  BusinessUnit,
  Canary,
  type CanaryShare,
  Fleet,
  type FleetProps,
  MiBaseImage,
  MiTenant,
  type MiTenantProps,
  Network,
  Scaling,
  type TomlTable,
} from '../lib';
import { type Manifest as Parsed, parseKnown } from '../lib/diff/manifest';
import { STATE } from '../lib/fleet/folder/held-files';
import { objectsOf } from '../lib/fleet/rendered-file';

type Fields = Readonly<Record<string, unknown>>;

/** A container, as far as the tests go into it. */
export interface Container extends Fields {
  readonly name: string;
  readonly env?: readonly Fields[];
  readonly volumeMounts?: readonly Fields[];
}

/** A pod, as far as the tests go into it. */
export interface Pod extends Fields {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly Fields[];
}

/** A rendered Kubernetes object, as far as the tests go into it. */
export interface Manifest extends Fields {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Fields & {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: Fields & { readonly selector?: unknown; readonly template?: { readonly spec: Pod } };
}

/** The platform team's image of the tests. */
export const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0' });

/** What the restricted standard, which the namespace of a unit enforces, asks of a container whose pod says nothing. */
export const SAFE = {
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

/**
 * A fleet to be rendered and checked; nothing of it is written. Its network is open unless a test is about networks: an
 * isolated one asks where each load balancer and scraper is.
 */
export function newFleet(props: FleetProps = {}): Fleet {
  return new Fleet({ outdir: join(tmpdir(), 'never-written'), network: Network.open(), ...props });
}

/** A business unit with a namespace of its own. */
export function newUnit(fleet: Fleet = newFleet(), id = 'retail'): BusinessUnit {
  return new BusinessUnit(fleet, id, { contact: 'integration@example.com' });
}

/** The tenant "retail/orders" of two pods with these props, alone in its unit. */
export function newTenant(props: Partial<MiTenantProps<'app'>> = {}, fleet: Fleet = newFleet()): MiTenant<'app'> {
  return new MiTenant(newUnit(fleet), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    ...props,
  });
}

/** What the fleet says of the tenant "retail/orders" with these props; nothing if it takes it. */
export function saidOf(props: Partial<MiTenantProps<'app'>>, fleetProps: FleetProps = {}): string[] {
  const fleet = newFleet(fleetProps);
  return sentencesOf(() => {
    newTenant(props, fleet);
    fleet.render();
  });
}

/** The names in a folder of output, without what a write keeps there for itself. */
export function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((name) => !name.startsWith(STATE))
    .sort();
}

/** What stands in a document, by its text: most documents of a fleet stand in those of other tests too. */
export const KNOWN = new Map<string, readonly Parsed[]>();

/** The objects of files; a document that stands in many fleets, letter by letter, is parsed once and is one object. */
export function objectsIn(files: ReadonlyMap<string, string>): Manifest[] {
  return [...files].filter(([name]) => name.endsWith('.yaml')).flatMap(([, text]) => objectsInText(text));
}

/** The same of one file. */
export function objectsInText(text: string): Manifest[] {
  return parseKnown('of a test', text, KNOWN) as Manifest[];
}

/** Every object of a chart; cdk8s asks every construct first whether it is right. */
export function manifestsOf(chart: Chart): Manifest[] {
  return chart.toJson() as Manifest[];
}

/** Every object of a fleet as it writes them; nothing is asked, so whoever asks renders it too. */
export function writtenIn(fleet: Fleet): Manifest[] {
  return fleet.charts.flatMap(objectsOf).map(({ object }) => object as Manifest);
}

/** The objects of one kind in a chart. */
export function ofKind(chart: Chart, kind: string): Manifest[] {
  return manifestsOf(chart).filter((manifest) => manifest.kind === kind);
}

/** The one object of its kind in a chart. */
export function theOne(chart: Chart, kind: string): Manifest {
  const [manifest, ...others] = ofKind(chart, kind);
  if (manifest === undefined || others.length > 0) {
    throw new Error(`expected one ${kind}, got ${others.length + (manifest === undefined ? 0 : 1)}`);
  }
  return manifest;
}

/** The object of its kind with that name in a chart. */
export function named(chart: Chart, kind: string, name: string): Manifest {
  const found = ofKind(chart, kind).find(({ metadata }) => metadata.name === name);
  if (found === undefined) {
    throw new Error(`expected ${kind} ${name}, got ${namesOf(chart).join(', ')}`);
  }
  return found;
}

/** Names of all objects of a chart, each after its kind. */
export function namesOf(chart: Chart): string[] {
  return manifestsOf(chart).map(({ kind, metadata }) => `${kind} ${metadata.name}`);
}

/** The pod of the one workload in a chart. */
export function podOf(chart: Chart): Pod {
  const [pod, ...others] = manifestsOf(chart).flatMap(({ spec }) => spec?.template?.spec ?? []);
  if (pod === undefined || others.length > 0) {
    throw new Error(`expected one workload, got ${others.length + (pod === undefined ? 0 : 1)}`);
  }
  return pod;
}

/** The container of Micro Integrator in the one workload of a chart. */
export function serverOf(chart: Chart): Container {
  const [server] = podOf(chart).containers;
  if (server === undefined) {
    throw new Error('expected a container');
  }
  return server;
}

/** A variable of the container of Micro Integrator, without its name; `undefined` if it is not set. */
export function variableOf(chart: Chart, variable: string): Fields | undefined {
  const found = serverOf(chart).env?.find(({ name }) => name === variable);
  if (found === undefined) {
    return undefined;
  }
  const { name: _, ...value } = found;
  return value;
}

/** The `deployment.toml` of the one tenant of a chart, read. */
export function tomlOf(chart: Chart): TomlTable {
  return parse(theOne(chart, 'ConfigMap').data?.['deployment.toml'] ?? '') as TomlTable;
}

/** The text of the error that something throws; empty if it throws none. */
export function errorOf(action: () => unknown): string {
  try {
    action();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The sentences by which something is refused: those of a report, or the one that is thrown; none if nothing is. */
export function sentencesOf(action: () => unknown): string[] {
  const [first = '', ...others] = errorOf(action).split('\n');
  return first.startsWith('nothing was written') ? others.map((line) => line.replace(/^- /, '')) : first ? [first] : [];
}

/** What a fleet says when it refuses these things: all of them, in this order, and nothing else. */
export function refusalOf(...sentences: readonly string[]): string {
  const count = sentences.length === 1 ? '1 thing is' : `${sentences.length} things are`;
  return [`nothing was written, since ${count} refused:`, ...sentences.map((text) => `- ${text}`)].join('\n');
}

/** A canary that takes just these requests: another image of the application. */
export function canaryOf(share: CanaryShare, app = 'orders'): Canary {
  const image = base.withApp(app, '2.0.0');
  return share.by === 'percent'
    ? Canary.percent(share.percent, { image })
    : Canary.header(share.header, { image, value: share.value });
}

/** What a fleet says of a plain Pod "app" of one container "app", with these fields in the place of its own. */
export function saidOfPod(container: object, spec: object = {}, metadata: object = {}): string[] {
  const fleet = newFleet();
  const containers = [{ name: 'app', image: 'registry.example.com/app:1', ...container }];
  new ApiObject(new Chart(fleet, 'plain'), 'pod', {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'app', ...metadata },
    ...{ spec: { containers, ...spec } },
  });
  return sentencesOf(() => fleet.render());
}
