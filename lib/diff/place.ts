import { isClusterScoped } from '../cluster-scoped';
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

/** What objects are called without what only their environment adds: suffix, namespace, hash of the content. */
export class CommonNames {
  private readonly names: ReadonlyMap<string, string>;

  /**
   * @param places the units of all files of the environment
   * @param place the unit of this file, if it is a unit's
   * @param manifests the objects of this file
   */
  public constructor(
    places: readonly Place[],
    private readonly place: Place | undefined,
    manifests: readonly Manifest[],
  ) {
    const isOwn = manifests.some(({ kind, metadata }) => kind === 'Namespace' && metadata.name === place?.namespace);
    const ofUnits = [place, ...places].flatMap((each): ReadonlyArray<readonly [string, string]> => {
      return each === undefined
        ? []
        : [
            [each.namespace, each.unit],
            [each.name, each.unit],
          ];
    });
    const ofObjects = manifests.map((manifest) => [manifest.metadata.name, this.shorten(manifest, isOwn)] as const);
    // The last one counts, and that is the unit of the file: others may live in its namespace.
    this.names = new Map([...ofObjects, ...ofUnits.reverse()]);
  }

  /** The common name of what a field refers to. */
  public of(name: string): string {
    return this.names.get(name) ?? name;
  }

  /** The same of a text that speaks of objects. */
  public in(text: string): string {
    return text.replace(/[a-z0-9]([-a-z0-9.]*[a-z0-9])?/g, (word) => this.of(word));
  }

  /** In a namespace that the unit does not own, and in the cluster as a whole, names begin with the unit's. */
  private shorten({ kind, metadata, immutable }: Manifest, isOwn: boolean): string {
    const prefix = this.place !== undefined && (!isOwn || isClusterScoped(kind)) ? `${this.place.name}-` : '';
    const name = metadata.name.startsWith(prefix) ? metadata.name.slice(prefix.length) : metadata.name;
    return kind === 'ConfigMap' && immutable === true ? name.replace(/-[0-9a-f]{10}$/, '') : name;
  }
}
