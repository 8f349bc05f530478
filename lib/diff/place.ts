import { isClusterScoped } from '../core/cluster-scoped';
import type { Manifest } from './manifest';

/** The unit whose file it is, as its header says: what code calls it, and what it is called in the cluster. */
export interface Place {
  readonly unit: string;
  readonly name: string;
  readonly namespace: string;
}

const HEADER = /^# Business unit (\S+)(?: \((\S+) in the cluster\))? in namespace (\S+)\. Contact: /m;

/** The unit of a file, if it is a unit's. */
export function placeOf(text: string): Place | undefined {
  const [, unit, name = unit, namespace] = HEADER.exec(text) ?? [];
  return unit === undefined || name === undefined || namespace === undefined ? undefined : { unit, name, namespace };
}

/** The names of all units of an environment and of their namespaces, each with what code calls it. */
export function namesOfUnits(places: readonly Place[]): ReadonlyMap<string, string> {
  // The last one counts, so units that share a namespace are known by the first of them.
  return new Map(
    [...places].reverse().flatMap(({ unit, name, namespace }) => [[namespace, unit] as const, [name, unit] as const]),
  );
}

/** What an environment adds to the names of all its objects; '' where its units do not agree. */
export function suffixOf(places: readonly Place[]): string {
  const suffixes = new Set(places.map(({ unit, name }) => (name.startsWith(unit) ? name.slice(unit.length) : '')));
  const [suffix = '', ...others] = suffixes;
  return others.length === 0 ? suffix : '';
}

/** The names of objects that belong to no unit and carry the suffix, each with what code calls it. */
export function namesWithoutSuffix(manifests: readonly Manifest[], suffix: string): ReadonlyMap<string, string> {
  // Behind it stands what an object is of several: `public-staging-redirect`.
  const carried = (name: string) => (`${name}-`.includes(`${suffix}-`) ? name.replace(suffix, '') : name);
  return new Map(suffix === '' ? [] : manifests.map(({ metadata: { name } }) => [name, carried(name)]));
}

/** What objects are called without what only their environment adds: suffix, namespace, hash of the content. */
export class CommonNames {
  private readonly own: ReadonlyMap<string, string>;

  /**
   * @param units the names of all units of the environment
   * @param place the unit of this file, if it is a unit's
   * @param manifests the objects of this file
   */
  public constructor(
    private readonly units: ReadonlyMap<string, string>,
    private readonly place: Place | undefined,
    manifests: readonly Manifest[],
  ) {
    const isOwn = manifests.some(({ kind, metadata }) => kind === 'Namespace' && metadata.name === place?.namespace);
    const ofObjects = manifests.map((manifest) => [manifest.metadata.name, this.shorten(manifest, isOwn)] as const);
    const ofUnit =
      place === undefined ? [] : [[place.namespace, place.unit] as const, [place.name, place.unit] as const];
    this.own = new Map([...ofObjects.filter(([name]) => !units.has(name)), ...ofUnit]);
  }

  /** The common name of what a field refers to. */
  public of(name: string): string {
    return this.own.get(name) ?? this.units.get(name) ?? name;
  }

  /** The same of a text that speaks of objects. */
  public in(text: string): string {
    return text.replace(/[a-z0-9]([-a-z0-9.]*[a-z0-9])?/g, (word) => this.of(word));
  }

  /** In a namespace that the unit does not own, and in the cluster as a whole, names begin with the unit's. */
  private shorten({ kind, metadata, immutable }: Manifest, isOwn: boolean): string {
    const prefix = this.place !== undefined && (!isOwn || isClusterScoped(kind)) ? `${this.place.name}-` : '';
    const name = metadata.name.startsWith(prefix) ? metadata.name.slice(prefix.length) : metadata.name;
    const isOfContent = /^PersistentVolume(Claim)?$/.test(kind) || (kind === 'ConfigMap' && immutable === true);
    return isOfContent ? name.replace(/-[0-9a-f]{10}$/, '') : name;
  }
}
