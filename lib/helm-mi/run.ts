import { Call, type Code, Fields, Name, type Statement } from './code';

/** What a program may name: the library's exports. */
export type Library = Readonly<Record<string, unknown>>;

/** Runs a program against a library, line by line, and gives every name that it makes. */
export function run(statements: readonly Statement[], library: Library): ReadonlyMap<string, unknown> {
  const names = new Map<string, unknown>(Object.entries(library));
  for (const { name, code } of statements) {
    const value = evaluated(code, names);
    if (name !== undefined) {
      names.set(name, value);
    }
  }
  return names;
}

function evaluated(code: Code, names: ReadonlyMap<string, unknown>): unknown {
  if (code instanceof Name) {
    return memberOf(code.path, names).value;
  }
  if (code instanceof Fields) {
    return Object.fromEntries(code.fields.map(({ key, value }) => [key, evaluated(value, names)]));
  }
  if (code instanceof Call) {
    const args = code.args.map((arg) => evaluated(arg, names));
    const isNew = code.callee.startsWith('new ');
    const { value, owner } =
      code.on === undefined
        ? memberOf(code.callee.replace(/^new /, ''), names)
        : member(evaluated(code.on, names), code.callee);
    if (typeof value !== 'function') {
      throw new Error(`${code.callee} is no function of the library`);
    }
    return isNew ? Reflect.construct(value, args) : Reflect.apply(value, owner, args);
  }
  return Array.isArray(code) ? code.map((item: Code) => evaluated(item, names)) : code;
}

function memberOf(path: string, names: ReadonlyMap<string, unknown>): { value: unknown; owner: unknown } {
  const [root = '', ...rest] = path.split('.');
  return rest.reduce<{ value: unknown; owner: unknown }>(({ value }, key) => member(value, key), {
    value: names.get(root),
    owner: undefined,
  });
}

function member(owner: unknown, key: string): { value: unknown; owner: unknown } {
  return { value: owner === undefined || owner === null ? undefined : Reflect.get(Object(owner), key), owner };
}
