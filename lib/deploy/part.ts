import { refuse, verbatim } from '../core/refusal';
import { type Manifest, parseManifests } from '../diff/manifest';
import { folderOf, readManifests } from '../diff/manifest-folder';
import { placeOf } from '../diff/place';

/** A file of an environment, which is applied as a whole: a unit, a load balancer or a plain chart. */
export interface Part {
  /** What it is called: the unit’s id, or the name of the file without its end. */
  readonly id: string;
  /**
   * Name of the unit in the cluster, by which its label finds all of it.
   *
   * @default - it is no unit
   */
  readonly unit?: string;
  /** The namespace of the unit; '' if it is none. */
  readonly namespace: string;
  readonly objects: readonly Manifest[];
  /** What must be there before the first apply: `Secret hospital-api`. */
  readonly needed: readonly string[];
}

/** An environment as it is rendered. */
export interface Environment {
  /** Where it lies. */
  readonly folder: string;
  /** What everything of it is for; `undefined` if the files do not say. */
  readonly context: string | undefined;
  /** What all units share first, then the units. */
  readonly parts: readonly Part[];
}

/** The environment of this name in dist/, or in this folder; without a name, dist/ itself. */
export function readEnvironment(name: string | undefined): Environment {
  const folder = name === undefined ? 'dist' : folderOf(name);
  const files = [...readManifests(folder, 'environment')];
  const contexts = new Set(files.map(([, text]) => lineOf(text, 'Context of kubectl')));
  if (contexts.size > 1) {
    const got = verbatim([...contexts].map((context) => context ?? 'none').join(', '));
    const instead = 'synthesize again, or move files of others away';
    refuse({ prop: 'context', kind: 'environment', id: folder, must: 'be one in all files', got, instead });
  }
  const parts = files.map(([file, text]) => partOf(file, text));
  const shared = parts.filter(({ unit }) => unit === undefined);
  return { folder, context: [...contexts][0], parts: [...shared, ...parts.filter((part) => !shared.includes(part))] };
}

/** The parts that are meant by their ids; all of them without one. */
export function chosenParts({ folder, parts }: Environment, ids: readonly string[]): readonly Part[] {
  for (const id of ids.filter((id) => !parts.some((part) => part.id === id))) {
    const must = `be one of ${parts.map((part) => part.id).join(', ')}`;
    refuse({ prop: 'unit', kind: 'environment', id: folder, must, got: id });
  }
  return ids.length === 0 ? parts : parts.filter(({ id }) => ids.includes(id));
}

/** The context to work on: that of the files. Whoever says another one means another cluster. */
export function contextOf({ folder, context }: Environment, said: string | undefined): string {
  const about = { prop: 'context', kind: 'environment', id: folder };
  if (said === undefined && context === undefined) {
    const instead = 'say --context, or kubeContext of the fleet; what kubectl has chosen is not asked';
    return refuse({ ...about, must: 'be said', got: verbatim('none'), instead });
  }
  if (said !== undefined && context !== undefined && said !== context) {
    return refuse({ ...about, must: `be "${context}", which its files are for`, got: said });
  }
  return said ?? context ?? '';
}

function partOf(file: string, text: string): Part {
  const place = placeOf(text);
  const needed = lineOf(text, 'Must be there before the first apply') ?? '';
  return {
    id: place?.unit ?? file.replace(/\.(k8s\.)?ya?ml$/, ''),
    unit: place?.name,
    namespace: place?.namespace ?? '',
    objects: parseManifests(file, text),
    needed: needed.split(', ').filter((one) => one !== ''),
  };
}

function lineOf(text: string, key: string): string | undefined {
  return new RegExp(`^# ${key}: (.*)$`, 'm').exec(text)?.[1];
}
