import { parse } from 'smol-toml';
import { groupBy } from '../core/by-key';
import { outcomeOf } from '../core/outcome';
import { type FieldChange, fieldChanges } from '../diff/field-changes';
import { lineChanges } from '../diff/line-changes';
import type { Manifest } from '../diff/manifest';
import { partsOfImage } from './image-parts';
import { fieldsAt, textAt } from './read';
import type { TenantChange } from './tenant-change';
import { fromTo, some } from './words';

const TEMPLATE = 'spec.template.';

/** Fields that only repeat what another says: the version of the image, the digest of a configuration. */
const REPEATED = /^metadata\.labels\["app\.kubernetes\.io\/version"\]$/;

/** Why the pods of a workload are others, in words: image, base, configuration key, variable, field. */
export function causesOf({ before, after, update }: TenantChange, all: ConfigMaps): string[] {
  const fields =
    update?.fields.filter(({ path }) => path.startsWith(TEMPLATE)) ??
    fieldChanges(before?.template, after?.template).map((change) => ({ ...change, path: `${TEMPLATE}${change.path}` }));
  const inPod = fields.map((change) => ({ ...change, path: change.path.slice(TEMPLATE.length) }));
  const told = inPod.filter(({ path }) => !REPEATED.test(path)).flatMap((change) => causeOf(change, all));
  return [...new Set(told)];
}

/** The ConfigMaps of either side by namespace and name: what a pod reads is told by what is in them. */
export interface ConfigMaps {
  readonly before: ReadonlyMap<string, Manifest>;
  readonly after: ReadonlyMap<string, Manifest>;
  readonly namespace: string;
}

/** The ConfigMaps of a namespace among the objects of either side. */
export function configMapsOf(
  before: readonly Manifest[],
  after: readonly Manifest[],
  namespace: string | undefined,
): ConfigMaps {
  const byName = (objects: readonly Manifest[]) => namedMaps(objects).get(namespace) ?? new Map<string, Manifest>();
  return { before: byName(before), after: byName(after), namespace: namespace ?? '' };
}

/** Grouped once, however many workloads ask. */
const NAMED = new WeakMap<readonly Manifest[], NamedMaps>();

type NamedMaps = ReadonlyMap<string | undefined, ReadonlyMap<string, Manifest>>;

function namedMaps(objects: readonly Manifest[]): NamedMaps {
  const known = NAMED.get(objects) ?? nameMaps(objects);
  NAMED.set(objects, known);
  return known;
}

function nameMaps(objects: readonly Manifest[]): NamedMaps {
  const maps = objects.filter(({ kind }) => kind === 'ConfigMap');
  const groups = groupBy(maps, ({ metadata }) => metadata.namespace);
  return new Map([...groups].map(([place, all]) => [place, new Map(all.map((one) => [one.metadata.name, one]))]));
}

function causeOf(change: FieldChange, maps: ConfigMaps): string[] {
  const { path, from, to } = change;
  if (/\.image$/.test(path) && typeof from === 'string' && typeof to === 'string') {
    return imageCauses(from, to);
  }
  const [one, other] = [maps.before.get(String(from)), maps.after.get(String(to))];
  if (one !== undefined && other !== undefined) {
    return configurationCauses(one, other);
  }
  if (typeof from === 'string' && typeof to === 'string' && `${from}${to}`.includes('\n')) {
    return [linesCause(short(path), from, to)];
  }
  const [, variable] = /^spec\.containers\[[^\]]*\]\.env\[([^\]]*)\]/.exec(path) ?? [];
  return [
    variable === undefined ? `${short(path)}: ${fromTo(brief(from), brief(to))}` : variableCause(variable, change),
  ];
}

function variableCause(variable: string, { from, to }: FieldChange): string {
  const name = `variable ${variable}`;
  return typeof from === 'object' || typeof to === 'object'
    ? `${name} ${from === undefined ? 'comes' : to === undefined ? 'leaves' : 'has another source'}`
    : `${name}: ${fromTo(from, to)}`;
}

/** What of an image is another: the application, the release, the base; a digest or a name as a whole. */
function imageCauses(from: string, to: string): string[] {
  const [one, other] = [partsOfImage(from), partsOfImage(to)];
  if (one.repository !== other.repository) {
    return [`image: ${fromTo(from, to)}`];
  }
  const app = one.version === other.version ? [] : [`version of the image: ${fromTo(one.version, other.version)}`];
  const release =
    one.release === other.release ? [] : [`release of Micro Integrator: ${fromTo(one.release, other.release)}`];
  const base = one.base === other.base || release.length > 0 ? [] : [`base image: ${fromTo(one.base, other.base)}`];
  const told = [...app, ...release, ...base];
  return told.length > 0 ? told : [`image: ${fromTo(one.rest, other.rest)}`];
}

/** The keys of each text that are others, of TOML by their names, of other texts by their lines. */
function configurationCauses(before: Manifest, after: Manifest): string[] {
  const [one, other] = [fieldsAt(before, 'data'), fieldsAt(after, 'data')];
  const files = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((file) => one[file] !== other[file]);
  return files.flatMap((file) => {
    const [from, to] = [textAt(one, file), textAt(other, file)];
    if (from === undefined || to === undefined) {
      return [`${file} ${from === undefined ? 'comes' : 'leaves'}`];
    }
    return file.endsWith('.toml') ? tomlCauses(file, from, to) : [linesCause(file, from, to)];
  });
}

function tomlCauses(file: string, from: string, to: string): string[] {
  const tables = outcomeOf(() => fieldChanges(parse(from), parse(to)));
  return 'value' in tables && tables.value.length > 0
    ? tables.value.map((change) => `${file} ${change.path}: ${fromTo(brief(change.from), brief(change.to))}`)
    : [linesCause(file, from, to)];
}

function linesCause(file: string, from: string, to: string): string {
  const lines = lineChanges(from, to);
  const said = lines.map(({ sign, line }) => `${sign} ${line.trim()}`).filter((line) => line.length > 2);
  return `${file}: ${some(said, 3)}`;
}

/** A path as a reviewer finds it in the pod, without what every one of them has. */
function short(path: string): string {
  return path.replace(/^spec\.(containers\[micro-integrator\]\.)?/, '').replace(/^metadata\./, '');
}

/** A value that is long is shown by its start. */
function brief(value: unknown): unknown {
  const text = typeof value === 'string' ? value : value === undefined ? undefined : JSON.stringify(value);
  return text !== undefined && text.length > 80 ? `${text.slice(0, 77)}…` : value;
}
