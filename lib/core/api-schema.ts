import { TABLES } from '../../imports/tables';
import type { KubernetesVersion } from './kubernetes-version';

/** A field that an object may have; the type is spelt as imports/tables says. */
export interface KnownField {
  readonly type: string;
  readonly required: boolean;
}

/** The text of a table, which is loaded when it is asked for. */
type Table = () => string;

/** A line of a table: what it says, and the minor versions of Kubernetes that know it so. */
interface Row {
  readonly name: string;
  readonly field: KnownField;
  readonly first: number;
  readonly last: number;
}

/** What an API group knows of its kinds: the fields of its objects in a version of Kubernetes. */
export class ApiSchema {
  /** The schemas of an API group; none for one that imports/ does not hold. */
  public static ofGroup(group: string): ApiSchema[] {
    return (TABLES[group] ?? []).map(schemaOf);
  }

  /** Kubernetes itself. */
  public static get kubernetes(): ApiSchema {
    return schemaOf(builtIn);
  }

  private readonly blocks: ReadonlyMap<string, string>;
  private readonly rows = new Map<string, readonly Row[]>();
  private readonly fields = new Map<string, ReadonlyMap<string, KnownField>>();

  public constructor(private readonly table: Table) {
    const blocks = table().trim().split('\n\n');
    this.blocks = new Map(blocks.map((block) => [block.slice(0, block.indexOf('\n')), block]));
  }

  /** Whether it is Kubernetes itself, of which every kind is known. */
  public get isBuiltIn(): boolean {
    return this.table === builtIn;
  }

  /** The type of a kind's objects in a version; `undefined` if it does not know the kind. */
  public typeOf(apiVersion: string, kind: string, version: KubernetesVersion): string | undefined {
    return this.known(KINDS, version).get(`${apiVersion}/${kind}`)?.type;
  }

  /** The fields of a definition in a version. */
  public fieldsOf(definition: string, version: KubernetesVersion): ReadonlyMap<string, KnownField> {
    return this.blocks.has(definition) || this.isBuiltIn
      ? this.known(definition, version)
      : ApiSchema.kubernetes.fieldsOf(definition, version);
  }

  /** The versions that know a field of a definition, or a kind, as people say it; `undefined` if none does. */
  public versionsOf(definition: string, name: string): string | undefined {
    const rows = this.rowsOf(definition).filter((row) => row.name === name);
    if (rows.length === 0) {
      return undefined;
    }
    const [first, last] = [Math.min(...rows.map((row) => row.first)), Math.max(...rows.map((row) => row.last))];
    return last === Infinity ? `${minorOf(first)} and later` : `${minorOf(last)} and earlier`;
  }

  private known(definition: string, version: KubernetesVersion): ReadonlyMap<string, KnownField> {
    const key = `${version} ${definition}`;
    const known = this.fields.get(key) ?? this.fieldsIn(numberOf(version), definition);
    this.fields.set(key, known);
    return known;
  }

  private fieldsIn(minor: number, definition: string): ReadonlyMap<string, KnownField> {
    const rows = this.rowsOf(definition).filter(({ first, last }) => first <= minor && minor <= last);
    return new Map(rows.map(({ name, field }) => [name, field]));
  }

  private rowsOf(definition: string): readonly Row[] {
    const known = this.rows.get(definition) ?? rowsIn(this.blocks.get(definition) ?? '');
    this.rows.set(definition, known);
    return known;
  }
}

/** Where the kinds stand. */
export const KINDS = 'kinds';

const builtIn: Table = TABLES['']?.[0] ?? (() => '');
const SCHEMAS = new Map<Table, ApiSchema>();

function schemaOf(table: Table): ApiSchema {
  const schema = SCHEMAS.get(table) ?? new ApiSchema(table);
  SCHEMAS.set(table, schema);
  return schema;
}

/** ` name! type 1.28..1.30` below the name of the block. */
const LINE = /^ (\S+?)(!?) ((?:"[^"]*"|\S)+)(?: (1\.\d+)?\.\.(1\.\d+)?)?$/;

function rowsIn(block: string): Row[] {
  return block
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, name = '', required, type = '', first, last] = LINE.exec(line) ?? [];
      return {
        name,
        field: { type, required: required === '!' },
        first: first === undefined ? 0 : numberOf(first),
        last: last === undefined ? Infinity : numberOf(last),
      };
    });
}

function numberOf(version: string): number {
  return Number(version.slice('1.'.length));
}

function minorOf(number: number): string {
  return `1.${Math.max(number, 27)}`;
}
