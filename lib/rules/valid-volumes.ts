import type { KeyToPath, Volume, VolumeMount, VolumeProjection } from '../../imports/k8s';
import { isDnsSubdomain } from '../core/dns-name';
import { quantity } from '../core/quantity';
import { type Complaint, complaintsOf, sentence, verbatim } from '../core/refusal';
import type { KubernetesObject, Rule } from '../rendered/rendered-object';
import { typedPods } from '../rendered/schema-judgement';

/**
 * What the API server asks of volumes and of their mounts beyond the schema (pkg/apis/core/validation/validation.go of
 * Kubernetes), and names that an object can have: for one of another name a pod would wait for ever.
 */
export const validVolumes: Rule = (render) =>
  typedPods(render).flatMap(({ object, about, path, pod }) => {
    const { volumes = [] } = pod;
    const names = volumes.map(({ name }) => name);
    const there = new Set([...names, ...claimsOf(object)]);
    return [
      ...volumes.flatMap((volume, index) => [
        ...complaintsOf(`${path}.volumes[${index}]`, [
          [names.indexOf(volume.name) === index, 'have a name of its own', volume.name],
        ]),
        ...volumeComplaints(`${path}.volumes[${index}]`, volume),
      ]),
      ...(['initContainers', 'containers'] as const).flatMap((list) =>
        (pod[list] ?? []).flatMap(({ volumeMounts = [] }, index) =>
          volumeMounts.flatMap((mount, at) =>
            mountComplaints(`${path}.${list}[${index}].volumeMounts[${at}]`, mount, volumeMounts.slice(0, at), there),
          ),
        ),
      ),
    ].map((complaint) => sentence({ ...about, ...complaint }));
  });

/** A StatefulSet gives its pods more volumes than they name. */
function claimsOf({ spec }: KubernetesObject): string[] {
  const claims: unknown = Object(spec).volumeClaimTemplates;
  return (Array.isArray(claims) ? claims : []).map((claim) => Object(Object(claim).metadata).name);
}

const MODE_MAX = 0o777;

function volumeComplaints(path: string, { name: _, ...sources }: Volume): Complaint[] {
  const { secret, configMap, downwardAPI, projected, persistentVolumeClaim: claim, emptyDir } = sources;
  const there = Object.entries(sources).flatMap(([kind, source]) => (source === undefined ? [] : kind));
  return [
    ...complaintsOf(path, [[there.length <= 1, 'have one source', verbatim(there.join(' and '))]]),
    ...(secret === undefined
      ? []
      : [
          ...nameComplaints(`${path}.secret.secretName`, secret.secretName, 'Secret'),
          ...itemComplaints(`${path}.secret`, secret),
        ]),
    ...(configMap === undefined
      ? []
      : [
          ...nameComplaints(`${path}.configMap.name`, configMap.name, 'ConfigMap'),
          ...itemComplaints(`${path}.configMap`, configMap),
        ]),
    ...(claim === undefined
      ? []
      : nameComplaints(`${path}.persistentVolumeClaim.claimName`, claim.claimName, 'PersistentVolumeClaim')),
    ...itemComplaints(`${path}.downwardAPI`, downwardAPI),
    ...modeComplaints(`${path}.projected.defaultMode`, projected?.defaultMode),
    ...(projected?.sources ?? []).flatMap((source, index) =>
      sourceComplaints(`${path}.projected.sources[${index}]`, source),
    ),
    ...complaintsOf(`${path}.emptyDir.sizeLimit`, [
      [!(quantity(emptyDir?.sizeLimit) < 0), 'be 0 or more', emptyDir?.sizeLimit],
    ]),
  ];
}

function sourceComplaints(path: string, source: VolumeProjection): Complaint[] {
  const { secret, configMap, downwardAPI, serviceAccountToken: token } = source;
  const there = Object.entries(source).flatMap(([kind, one]) => (one === undefined ? [] : kind));
  return [
    ...complaintsOf(path, [[there.length <= 1, 'have one source', verbatim(there.join(' and '))]]),
    ...(secret === undefined ? [] : nameComplaints(`${path}.secret.name`, secret.name, 'Secret')),
    ...(configMap === undefined ? [] : nameComplaints(`${path}.configMap.name`, configMap.name, 'ConfigMap')),
    ...itemComplaints(`${path}.secret`, secret),
    ...itemComplaints(`${path}.configMap`, configMap),
    ...itemComplaints(`${path}.downwardAPI`, downwardAPI),
    ...(token === undefined ? [] : fileComplaints(`${path}.serviceAccountToken.path`, token.path)),
  ];
}

interface Files {
  readonly defaultMode?: number;
  readonly items?: ReadonlyArray<Partial<KeyToPath> & Pick<KeyToPath, 'path'>>;
}

function itemComplaints(path: string, { defaultMode, items = [] }: Files = {}): Complaint[] {
  return [
    ...modeComplaints(`${path}.defaultMode`, defaultMode),
    ...items.flatMap(({ key, path: file, mode }, index) => [
      ...complaintsOf(`${path}.items[${index}].key`, [[key !== '', 'be a key', key]]),
      ...fileComplaints(`${path}.items[${index}].path`, file),
      ...modeComplaints(`${path}.items[${index}].mode`, mode),
    ]),
  ];
}

function nameComplaints(path: string, name: string | undefined, kind: string): Complaint[] {
  return complaintsOf(path, [
    [name !== undefined && isDnsSubdomain(name), `name a ${kind}`, name === undefined ? verbatim('none') : name],
  ]);
}

function modeComplaints(path: string, mode = 0): Complaint[] {
  return complaintsOf(path, [[mode >= 0 && mode <= MODE_MAX, `be from 0 to ${MODE_MAX}, which is 0777`, mode]]);
}

/** Of a file in a volume. */
function fileComplaints(path: string, file: string): Complaint[] {
  return complaintsOf(path, [
    [file !== '' && isBelow(file) && !file.startsWith('..'), 'be a path below the mount, without ".."', file],
  ]);
}

function mountComplaints(
  path: string,
  { name, mountPath, subPath = '', subPathExpr = '' }: VolumeMount,
  earlier: readonly VolumeMount[],
  volumes: ReadonlySet<string>,
): Complaint[] {
  return [
    ...complaintsOf(path, [
      [volumes.has(name), 'be of a volume of the pod', name],
      [earlier.every((one) => one.mountPath !== mountPath), 'have a mountPath of its own', mountPath],
      [subPath === '' || subPathExpr === '', 'have subPath or subPathExpr', verbatim('both')],
    ]),
    ...complaintsOf(`${path}.mountPath`, [[mountPath !== '', 'be a path', mountPath]]),
    ...Object.entries({ subPath, subPathExpr }).flatMap(([field, folder]) =>
      complaintsOf(`${path}.${field}`, [[isBelow(folder), 'be a path below the volume, without ".."', folder]]),
    ),
  ];
}

function isBelow(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..');
}
