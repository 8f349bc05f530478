import type { PlainObject, RefusedObject } from './object';
import { deployment, ofPod } from './pods';

const BELOW = 'be a path below the mount, without ".."';
const WITHIN = 'be a path below the volume, without ".."';
const MODE = 'be from 0 to 511, which is 0777';

function volume(what: string, source: object, prop: string, must: string): RefusedObject {
  return ofPod(what, { volumes: [{ name: 'data', ...source }] }, `volumes[0].${prop}`, must);
}

const mounted = (...mounts: readonly object[]) => ({
  volumes: [{ name: 'data', emptyDir: {} }],
  containers: [
    {
      name: 'app',
      image: 'registry.example.com/tools/app:1',
      volumeMounts: mounts.map((mount) => ({ name: 'data', mountPath: '/data', ...mount })),
    },
  ],
});
const MOUNT = 'containers[0].volumeMounts[0]';
const item = (rest: object) => ({ items: [{ key: 'a', path: 'a', ...rest }] });

/** Of volumes and their mounts; the law is valid-volumes. */
export const REFUSED_VOLUMES: readonly RefusedObject[] = [
  ofPod(
    'two volumes of one name',
    { volumes: [{ name: 'data' }, { name: 'data' }] },
    'volumes[1]',
    'have a name of its own, got "data"',
  ),
  ofPod(
    'a volume of two sources',
    { volumes: [{ name: 'data', emptyDir: {}, secret: { secretName: 'x' } }] },
    'volumes[0]',
    'have one source, got emptyDir and secret',
  ),
  volume('a volume of no Secret', { secret: {} }, 'secret.secretName', 'name a Secret, got none'),
  volume('a volume of no ConfigMap', { configMap: {} }, 'configMap.name', 'name a ConfigMap, got none'),
  volume(
    'a volume of no claim',
    { persistentVolumeClaim: { claimName: '' } },
    'persistentVolumeClaim.claimName',
    'name a PersistentVolumeClaim, got ""',
  ),
  volume(
    'files that have more than all modes',
    { secret: { secretName: 'a', defaultMode: 512 } },
    'secret.defaultMode',
    `${MODE}, got 512`,
  ),
  volume(
    'a file of a mode below 0',
    { configMap: { name: 'a', ...item({ mode: -1 }) } },
    'configMap.items[0].mode',
    `${MODE}, got -1`,
  ),
  volume(
    'a file elsewhere',
    { configMap: { name: 'a', ...item({ path: '/etc/a' }) } },
    'configMap.items[0].path',
    `${BELOW}, got "/etc/a"`,
  ),
  volume(
    'a file above its volume',
    { secret: { secretName: 'a', ...item({ path: 'a/../../b' }) } },
    'secret.items[0].path',
    `${BELOW}, got "a/../../b"`,
  ),
  volume(
    'a file whose name begins as the way up',
    { projected: { sources: [{ secret: { name: 'a', ...item({ path: '..a' }) } }] } },
    'projected.sources[0].secret.items[0].path',
    `${BELOW}, got "..a"`,
  ),
  volume(
    'a part of two sources',
    { projected: { sources: [{ configMap: { name: 'b' }, secret: { name: 'a' } }] } },
    'projected.sources[0]',
    'have one source, got configMap and secret',
  ),
  volume(
    'a token that is no file',
    { projected: { sources: [{ serviceAccountToken: { path: '../token' } }] } },
    'projected.sources[0].serviceAccountToken.path',
    `${BELOW}, got "../token"`,
  ),
  volume(
    'a pod that is written elsewhere',
    { downwardAPI: { items: [{ path: '/name', fieldRef: { fieldPath: 'metadata.name' } }] } },
    'downwardAPI.items[0].path',
    `${BELOW}, got "/name"`,
  ),
  volume(
    'a folder of less than nothing',
    { emptyDir: { sizeLimit: '-1Gi' } },
    'emptyDir.sizeLimit',
    'be 0 or more, got "-1Gi"',
  ),
  ofPod('a mount of no volume', mounted({ name: 'other' }), MOUNT, 'be of a volume of the pod, got "other"'),
  ofPod('a mount nowhere', mounted({ mountPath: '' }), `${MOUNT}.mountPath`, 'be a path, got ""'),
  ofPod(
    'two mounts at one path',
    mounted({}, {}),
    'containers[0].volumeMounts[1]',
    'have a mountPath of its own, got "/data"',
  ),
  ofPod('a folder that is no part of a volume', mounted({ subPath: '/a' }), `${MOUNT}.subPath`, `${WITHIN}, got "/a"`),
  ofPod('a folder above a volume', mounted({ subPathExpr: 'a/..' }), `${MOUNT}.subPathExpr`, `${WITHIN}, got "a/.."`),
  ofPod(
    'a folder by two ways',
    mounted({ subPath: 'a', subPathExpr: '$(A)' }),
    MOUNT,
    'have subPath or subPathExpr, got both',
  ),
];

/** What is like them and right. */
export const TAKEN_VOLUMES: readonly PlainObject[] = [
  deployment({
    volumes: [
      { name: 'nothing' },
      { name: 'secret', secret: { secretName: 'a.b', defaultMode: 511, ...item({ path: 'a..b/..c', mode: 0 }) } },
      { name: 'config', configMap: { name: 'a', optional: true, ...item({ path: 'folder/.hidden' }) } },
      { name: 'claim', persistentVolumeClaim: { claimName: 'a' } },
      { name: 'scratch', emptyDir: { sizeLimit: '0' } },
      {
        name: 'all',
        projected: {
          sources: [
            { secret: { name: 'a' } },
            { configMap: { name: 'a' } },
            { serviceAccountToken: { path: 'token' } },
            { downwardAPI: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] } },
          ],
        },
      },
    ],
  }),
  deployment(mounted({ subPath: 'a/b' }, { mountPath: '/other', subPathExpr: '$(A)/..b' })),
];
