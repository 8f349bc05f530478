import type { Volume, VolumeProjection } from '../../imports/k8s';
import { type Complaint, complaintsOf, verbatim } from '../core/refusal';
import { secretComplaints } from '../secret/literal-secret';
import type { ConfigFile } from './config-file';
import type { JoinedPart, TextVolume } from './pod-part';

/** A ConfigMap ends at 1 MiB with all that is around its data. */
const MOST_BYTES = 900 * 1024;

/** Paths below the home whose parts begin with no dot. */
const PATH = /^[A-Za-z0-9_][-._A-Za-z0-9]*(\/[A-Za-z0-9_][-._A-Za-z0-9]*)*$/;

/** Folders of the product, which no file can take the place of (all releases). */
const FOLDERS = new Set([
  ...['bin', 'conf', 'dropins', 'lib', 'patches', 'registry', 'repository', 'tmp', 'wso2'],
  ...['repository/deployment', 'repository/deployment/server', 'repository/deployment/server/carbonapps'],
  ...['repository/logs', 'repository/resources', 'repository/resources/security'],
]);

/** Paths that would not be read, or without which the server does not start, each with what to do. */
const NOT_OURS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^conf\/deployment\.toml\//, 'conf/deployment.toml is a file, and said by config.toml'],
  [/^bin\/micro-integrator\.sh$/, 'it starts the server, with the arguments and the heap of the tenant'],
  [/^tmp\//, 'the start script empties this folder'],
];

/** Files that have a place of their own among the props. */
const OWN_PLACE: Readonly<Record<string, string>> = {
  'conf/deployment.toml': 'config.toml',
  'password-tmp': 'config.vault',
};

type Files = Readonly<Record<string, string>>;
type Volumes = JoinedPart['volumes'];

/** The data of the ConfigMap of a tenant: its files, each under a key without a folder, and the texts of its volumes. */
export function configMapData(files: Files, volumes: Volumes): Record<string, string> {
  const texts = textsOf(volumes);
  const named = Object.entries(files).map(([path, text]) => [keyOf(path, Object.keys(texts)), text]);
  return { ...Object.fromEntries(named), ...texts };
}

/** The files out of that ConfigMap, each at its path. */
export function configMapProjection(name: string, files: Files, volumes: Volumes): VolumeProjection {
  const taken = Object.keys(textsOf(volumes));
  return { configMap: { items: Object.keys(files).map((path) => ({ key: keyOf(path, taken), path })), name } };
}

/** A volume of texts out of that ConfigMap. */
export function textVolume(configMapName: string, { name, texts }: TextVolume): Volume {
  const items = Object.keys(texts).map((key) => ({ key, path: key }));
  return { name, configMap: { name: configMapName, items } };
}

function textsOf(volumes: Volumes): Record<string, string> {
  return Object.assign({}, ...volumes.map((volume) => ('texts' in volume ? volume.texts : {})));
}

/** What is wrong with the further files of a configuration. */
export function fileComplaints(
  files: Readonly<Record<string, string | ConfigFile>>,
  volumes: Volumes = [],
): Complaint[] {
  const taken = Object.keys(textsOf(volumes));
  const paths = Object.keys(files);
  return [
    ...paths.flatMap((path): Complaint[] => {
      const prop = `config.files["${path}"]`;
      const place = OWN_PLACE[path];
      const twin = paths.find((other) => other !== path && keyOf(other, taken) === keyOf(path, taken));
      const isPath = PATH.test(path) && keyOf(path, taken).length <= 253;
      return [
        ...complaintsOf(prop, [[isPath, 'be a path below the product’s home, such as "conf/file.properties"', path]]),
        ...lineComplaints(prop, files[path]),
        ...complaintsOf(prop, [
          [!FOLDERS.has(path), 'be a file', path, 'it is a folder of the product'],
          ...NOT_OURS.map(([pattern, instead]) => [!pattern.test(path), 'be left alone', path, instead] as const),
          [place === undefined, 'be left out', path, `it is said by ${place}`],
          [twin === undefined, 'differ from the others in more than "/" and "__"', twin],
        ]),
      ];
    }),
  ];
}

/** What is too much for the one ConfigMap that holds all texts of a tenant. */
export function sizeComplaints(files: Files, volumes: Volumes): Complaint[] {
  const data = Object.entries(configMapData(files, volumes));
  const sizes = data.map(([key, text]) => [key, Buffer.byteLength(text)] as const);
  const bytes = sizes.reduce((sum, [, size]) => sum + size, 0);
  const [largest] = [...sizes].sort(([, one], [, other]) => other - one);
  return complaintsOf('config', [
    [
      bytes <= MOST_BYTES,
      `have at most ${MOST_BYTES} bytes of text together, as a ConfigMap ends there`,
      verbatim(`${bytes} bytes, of which ${largest?.[0]} has ${largest?.[1]}`),
      'put large files into the image, or into a ConfigMap each by ConfigFile.fromConfigMap',
    ],
  ]);
}

/** `key=value`, `"key": "value",` and `export KEY='value'`. */
const KEY_AND_VALUE = /^\s*(?:export\s+)?["']?([-\w.]+)["']?\s*[=:]\s*["']?(.*?)["',]*\s*$/;

/** `<key>value</key>`. */
const ELEMENT = /<([-\w.:]+)>([^<]+)<\//;

/** Lines that hold a secret written out, as a key and its value or by the value alone. */
function lineComplaints(prop: string, file: unknown): Complaint[] {
  const lines = typeof file === 'string' ? file.split('\n') : [];
  const instead = 'write ConfigFile.fromSecret(name, key), or ConfigFile.notSecret(text) if everyone may read it';
  return lines.flatMap((line, index) => {
    const [, key = '', value = line] = KEY_AND_VALUE.exec(line) ?? ELEMENT.exec(line) ?? [];
    return secretComplaints({ prop, at: `line ${index + 1}: `, from: 'a Secret', instead }, key, value);
  });
}

/** `conf/x` under its name, for whoever reads the ConfigMap, where that is free; anything else under its whole path. */
function keyOf(path: string, taken: readonly string[]): string {
  const [, name = ''] = /^conf\/([^/]+)$/.exec(path) ?? [];
  if (name !== '' && !taken.includes(name)) {
    return name;
  }
  return path.includes('/') ? path.replaceAll('/', '__') : `__${path}`;
}
