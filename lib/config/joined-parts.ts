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
    projections: parts.flatMap(({ projections = [] }) => projections),
    args: [...new Set(parts.flatMap(({ args = [] }) => args))],
    sidecars: onceEach(parts.flatMap(({ sidecars = [] }) => sidecars)),
    containers: parts.flatMap(({ containers = [] }) => containers),
    initContainers: parts.flatMap(({ initContainers = [] }) => initContainers),
    volumes: onceEach(parts.flatMap(({ volumes = [] }) => volumes)),
    volumeMounts: onceEach(parts.flatMap(({ volumeMounts = [] }) => volumeMounts)),
    volumeGroups: parts.flatMap(({ volumeGroups = [] }) => volumeGroups),
    labels: Object.assign({}, ...parts.map(({ labels }) => labels)),
    annotations: Object.assign({}, ...parts.map(({ annotations }) => annotations)),
    endpoints: [...new Set(parts.flatMap(({ endpoints = [] }) => endpoints))],
    managers: [...new Set(parts.flatMap(({ managers = [] }) => managers))],
    secrets: parts.flatMap(({ secrets = [] }) => secrets),
    configMaps: parts.flatMap(({ configMaps = [] }) => configMaps),
    complaints: parts.flatMap(({ complaints = [] }) => complaints),
  };
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
