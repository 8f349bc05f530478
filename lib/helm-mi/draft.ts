import type { JdbcDriver } from '../image/jdbc-driver';
import type { MiRelease } from '../release/mi-release';
import { literalSecret } from '../secret/literal-secret';
import { type Code, call, type Field, Fields, literal, type Statement } from './code';
import type { Values } from './values';

/** A value of `deployment.toml` at its path. */
interface TomlEntry {
  readonly path: readonly string[];
  readonly value: Code;
  readonly notes: readonly string[];
}

/** A secret of the values file, which moves to a Secret that somebody makes. */
export interface MovedSecret {
  /** Key of that Secret. */
  readonly key: string;
  /** Where its value stands in the values file. */
  readonly from: string;
}

/** What is known of a release when it is imported. */
export interface Release {
  readonly values: Values;
  /** Id of the tenant: the name of the release. */
  readonly tenant: string;
  /** Namespace of the release; the unit is called like it. */
  readonly namespace: string;
  /** Release of Micro Integrator in the image. */
  readonly release: MiRelease;
}

/** The props of a tenant while they are collected, each with what is said above it, and what has no place. */
export class Draft {
  /** Lines before the tenant: what it is handed. */
  public readonly before: Statement[] = [];
  /** Lines after the tenant: routes, patches. */
  public readonly after: Statement[] = [];
  /** What has no place, each with the reason. */
  public readonly unplaced: string[] = [];
  /** Secrets that leave the values file. */
  public readonly secrets: MovedSecret[] = [];
  /** JDBC drivers that the image has to carry. */
  public readonly drivers = new Set<JdbcDriver>();
  private readonly props = new Map<string, Field[]>();
  private readonly tables: TomlEntry[] = [];
  private readonly listed = new Map<string, Code[]>();

  public constructor(public readonly about: Release) {}

  /** The values. */
  public get values(): Values {
    return this.about.values;
  }

  /** Name of the Secret that takes the secrets of the values file. */
  public get secretName(): string {
    return `${this.about.tenant}-values`;
  }

  /** Sets a prop of the tenant (`size`), or one below (`pod.args`, `config.files`). */
  public set(path: string, value: Code, ...notes: readonly string[]): void {
    const [group = '', ...rest] = path.split('/');
    const key = rest.join('/');
    const known = this.props.get(key === '' ? '' : group) ?? [];
    this.props.set(key === '' ? '' : group, [...known, { key: key === '' ? group : key, value, notes }]);
  }

  /** Says why something has no place. */
  public lacks(path: string, because: string): void {
    this.unplaced.push(`${path}: ${because}`);
  }

  /** Puts a value into `config.toml`. */
  public toml(path: string | readonly string[], value: Code, ...notes: readonly string[]): void {
    this.tables.push({ path: typeof path === 'string' ? path.split('.') : path, value, notes });
  }

  /** Puts a table at the end of a list of tables of `config.toml`. */
  public tomlItem(path: string, item: Code): void {
    this.listed.set(path, [...(this.listed.get(path) ?? []), item]);
  }

  /** The key under which a secret of the values file has to be in the Secret. */
  public secretKey(from: string): string {
    // Its value is nobody's business here, but it has its place.
    this.values.at(from);
    const key = kebab(from.replace(/^wso2\.(config|deployment)\./, ''));
    if (!this.secrets.some((one) => one.key === key)) {
      this.secrets.push({ key, from });
    }
    return key;
  }

  /** A secret of the values file as a variable of another Secret. */
  public secretValue(from: string): Code {
    return call('EnvValue.fromSecret', this.secretName, this.secretKey(from));
  }

  /** The same as a reference of `deployment.toml`. */
  public secretReference(from: string): string {
    const variable = this.secretKey(from)
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_');
    const known = this.props.get('env') ?? [];
    if (!known.some(({ key }) => key === variable)) {
      this.props.set('env', [...known, { key: variable, value: this.secretValue(from), notes: [] }]);
    }
    return `$env{${variable}}`;
  }

  /** Parameters as they are written, those that are secrets as references. */
  public parameters(from: string, values: Readonly<Record<string, unknown>>): Code {
    const entries = Object.entries(values).map(([key, value]) => ({
      key,
      value: literalSecret(key, String(value)) === undefined ? literal(value) : this.secretReference(`${from}.${key}`),
      notes: [],
    }));
    return new Fields(entries);
  }

  /** All props below a group, or at the top where it is empty. */
  public fieldsOf(group: string): readonly Field[] {
    return this.props.get(group) ?? [];
  }

  /** All of `config.toml`. */
  public tomlFields(): Fields {
    const lists = [...this.listed].map(([path, items]) => ({ path: path.split('.'), value: items, notes: [] }));
    return treeOf([...this.tables, ...lists]);
  }
}

function treeOf(entries: readonly TomlEntry[]): Fields {
  const keys = [...new Set(entries.map(({ path }) => path[0] ?? ''))];
  return new Fields(
    keys.map((key) => {
      const below = entries.filter(({ path }) => path[0] === key);
      const leaf = below.find(({ path }) => path.length === 1);
      return leaf === undefined
        ? { key, value: treeOf(below.map((one) => ({ ...one, path: one.path.slice(1) }))), notes: [] }
        : { key, value: leaf.value, notes: leaf.notes };
    }),
  );
}

/** `keyStore.primary.keyPassword` as `key-store-primary-key-password`. */
export function kebab(path: string): string {
  return path
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
