import type { k8s } from '../imports/k8s';
import type { TomlTable } from './deployment-toml';
import type { Endpoint } from './endpoint';
import type { EnvValue } from './env-value';
import type { MiImage } from './mi-image';
import type { Complaint } from './refusal';
import type { NamedSecret } from './secret-ref';

/** What one value of a tenant adds to its pod: a certificate, a datasource, a tracer, a destination of logs. */
export interface ConfigPart {
  /**
   * Variables of the container.
   *
   * @default - none
   */
  readonly env?: Readonly<Record<string, EnvValue>>;
  /**
   * Tables of `deployment.toml`; lists of tables of several parts are joined.
   *
   * @default - none
   */
  readonly toml?: TomlTable;
  /**
   * Texts of files below the product's home, each under its path.
   *
   * @default - none
   */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * Files out of Secrets and ConfigMaps that somebody else writes, with their paths below the product's home.
   *
   * @default - none
   */
  readonly projections?: readonly k8s.VolumeProjection[];
  /**
   * Arguments of the start script.
   *
   * @default - none
   */
  readonly args?: readonly string[];
  /**
   * Systems outside that the server calls for it.
   *
   * @default - none
   */
  readonly endpoints?: readonly Endpoint[];
  /**
   * Secrets that it needs, beyond those of its variables.
   *
   * @default - none
   */
  readonly secrets?: readonly NamedSecret[];
  /**
   * What is wrong with it, given the image.
   *
   * @default - none
   */
  readonly complaints?: readonly Complaint[];
}

/** A value that adds a part to the pod of a tenant; what it adds depends on the release in the image. */
export interface Configures {
  /** What it adds to a pod of this image. */
  part(image: MiImage): ConfigPart;
}

/** All parts as one: the later wins where two say the same. */
export function joined(parts: readonly ConfigPart[]): Required<Omit<ConfigPart, 'toml'>> {
  return {
    env: Object.assign({}, ...parts.map(({ env }) => env)),
    files: Object.assign({}, ...parts.map(({ files }) => files)),
    projections: parts.flatMap(({ projections = [] }) => projections),
    args: [...new Set(parts.flatMap(({ args = [] }) => args))],
    endpoints: [...new Set(parts.flatMap(({ endpoints = [] }) => endpoints))],
    secrets: parts.flatMap(({ secrets = [] }) => secrets),
    complaints: parts.flatMap(({ complaints = [] }) => complaints),
  };
}

/** What two parts both want for themselves: a variable with another value, a path of the product's home. */
export function partComplaints(parts: readonly ConfigPart[]): Complaint[] {
  const variables = new Map<string, string>();
  const twice = parts.flatMap(({ env = {} }) =>
    Object.entries(env).filter(([name, value]) => {
      const said = JSON.stringify(value.asEnvVar(name));
      const other = variables.get(name);
      variables.set(name, other ?? said);
      return other !== undefined && other !== said;
    }),
  );
  const paths = parts.flatMap(pathsOf);
  const taken = paths.filter(
    (path, index) => paths.indexOf(path) < index || paths.some((other) => other.startsWith(`${path}/`)),
  );
  return [
    ...[...new Set(twice.map(([name]) => name))].map((got) => ({
      prop: 'config',
      must: 'set each variable once',
      got,
      instead: 'two of its values would share it; give one of the two another id',
    })),
    ...[...new Set(taken)].map((got) => ({
      prop: 'config',
      must: 'put one file at a path, and none where a folder is',
      got,
      instead: 'name one of the two otherwise',
    })),
  ];
}

/** Paths below the product's home that a part brings. */
function pathsOf({ files = {}, projections = [] }: ConfigPart): string[] {
  const projected = projections.flatMap(({ secret, configMap }) => secret?.items ?? configMap?.items ?? []);
  return [...Object.keys(files), ...projected.map(({ path }) => path)];
}
