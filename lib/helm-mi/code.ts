/** A piece of TypeScript: what is printed is what is run. */
export type Code = string | number | boolean | readonly Code[] | Name | Call | Fields;

/** Something that stands above: `tenant`, `tenant.https`. */
export class Name {
  public constructor(public readonly path: string) {}
}

/** A call of a name, or of a member of another piece. */
export class Call {
  public constructor(
    /** `MiSize.of`; with `new ` before it, a class; only the member where it is of another piece. */
    public readonly callee: string,
    public readonly args: readonly Code[],
    public readonly on?: Call,
  ) {}

  /** A call of a member of what this one gives. */
  public calling(member: string, ...args: readonly Code[]): Call {
    return new Call(member, args, this);
  }
}

/** A field of an object, with what is said above it. */
export interface Field {
  readonly key: string;
  readonly value: Code;
  readonly notes: readonly string[];
}

/** An object, its fields in order; notes at its end stand before the brace. */
export class Fields {
  public constructor(
    public readonly fields: readonly Field[],
    public readonly notes: readonly string[] = [],
  ) {}
}

/** A line of a program. */
export interface Statement {
  /** What is said above it. */
  readonly notes: readonly string[];
  /**
   * The name that it gives its value.
   *
   * @default - none
   */
  readonly name?: string;
  /**
   * Whether other files, such as tests, see that name.
   *
   * @default false
   */
  readonly exported?: boolean;
  readonly code: Code;
}

/** An object without notes. */
export function fields(values: Readonly<Record<string, Code | undefined>>): Fields {
  return new Fields(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value, notes: [] }])),
  );
}

/** A call: `call('MiSize.of', …)`, `call('new Fleet')`. */
export function call(callee: string, ...args: readonly Code[]): Call {
  return new Call(callee, args);
}

/** Something that stands above. */
export function name(path: string): Name {
  return new Name(path);
}

/** Plain data as code. */
export function literal(value: unknown): Code {
  if (Array.isArray(value)) {
    return value.map(literal);
  }
  if (typeof value === 'object' && value !== null) {
    return fields(Object.fromEntries(Object.entries(value).map(([key, child]) => [key, literal(child)])));
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
