import { repeats } from '../core/by-key';
import type { Complaint } from '../core/refusal';
import type { JoinedPart, PodPart } from './pod-part';

/** All parts as one: the later wins where two say the same. */
export function joinParts(all: readonly PodPart[]): JoinedPart {
  // Most say nothing.
  const parts = all.filter((part) => Object.keys(part).length > 0);
  return {
    env: Object.assign({}, ...parts.map(({ env }) => env)),
    files: Object.assign({}, ...parts.map(({ files }) => files)),
    projections: each(parts, ({ projections }) => projections),
    args: [...new Set(each(parts, ({ args }) => args))],
    sidecars: onceEach(each(parts, ({ sidecars }) => sidecars)),
    containers: each(parts, ({ containers }) => containers),
    initContainers: each(parts, ({ initContainers }) => initContainers),
    volumes: onceEach(each(parts, ({ volumes }) => volumes)),
    volumeMounts: onceEach(each(parts, ({ volumeMounts }) => volumeMounts)),
    volumeGroups: each(parts, ({ volumeGroups }) => volumeGroups),
    labels: Object.assign({}, ...parts.map(({ labels }) => labels)),
    annotations: Object.assign({}, ...parts.map(({ annotations }) => annotations)),
    endpoints: [...new Set(each(parts, ({ endpoints }) => endpoints))],
    managers: [...new Set(each(parts, ({ managers }) => managers))],
    secrets: each(parts, ({ secrets }) => secrets),
    configMaps: each(parts, ({ configMaps }) => configMaps),
    complaints: each(parts, ({ complaints }) => complaints),
  };
}

/** What parts have in their lists; it is asked of a dozen lists, and most parts have none of them. */
function each<T>(parts: readonly PodPart[], listOf: (part: PodPart) => readonly T[] | undefined): T[] {
  const all: T[] = [];
  for (const part of parts) {
    for (const one of listOf(part) ?? []) {
      all.push(one);
    }
  }
  return all;
}

/** What several parts say in the same words, once. */
function onceEach<T>(list: readonly T[]): readonly T[] {
  return list.length < 2 ? list : [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

/** What two parts both want for themselves: a variable with another value, a path of the product's home, a volume. */
export function partComplaints(
  parts: readonly PodPart[],
  { volumes, volumeMounts }: JoinedPart = joinParts(parts),
): Complaint[] {
  const variables = parts.flatMap(({ env = {} }) =>
    Object.entries(env).map(([name, value]) => [name, value.asEnvVar(name)] as const),
  );
  const texts = volumes.flatMap((volume) => ('texts' in volume ? Object.entries(volume.texts) : []));
  const paths = parts.flatMap(pathsOf);
  const taken = paths.filter(
    (path, index) => paths.indexOf(path) < index || paths.some((other) => other.startsWith(`${path}/`)),
  );
  const apart = 'name one of the two otherwise';
  const clashes: ReadonlyArray<readonly [must: string, instead: string, found: readonly string[]]> = [
    [
      'set each variable once',
      'two of its values would share it; give one of the two another id',
      differing(variables),
    ],
    ['put one file at a path, and none where a folder is', apart, taken],
    ['bring one volume under a name', apart, differing(volumes.map((volume) => [volume.name, volume]))],
    ['see one volume at a path', apart, differing(volumeMounts.map((mount) => [mount.mountPath, mount]))],
    ['bring one text under the name of a file', apart, differing(texts)],
  ];
  return clashes.flatMap(([must, instead, found]) =>
    [...new Set(found)].map((got) => ({ prop: 'config', must, got, instead })),
  );
}

/** Names under which there is more than one value. */
function differing(pairs: ReadonlyArray<readonly [name: string, value: unknown]>): string[] {
  return repeats(pairs, ([name]) => name)
    .filter(([[, value], [, first]]) => JSON.stringify(value) !== JSON.stringify(first))
    .map(([[name]]) => name);
}

/** Paths below the product's home that a part brings. */
function pathsOf({ files = {}, projections = [] }: PodPart): string[] {
  const projected = projections.flatMap(({ secret, configMap }) => secret?.items ?? configMap?.items ?? []);
  return [...Object.keys(files), ...projected.map(({ path }) => path)];
}
