import { parse } from 'smol-toml';

/** A field of an object, by the names above it; an item of a list by its name, or its number. */
export interface Leaf {
  readonly path: string;
  readonly value: string | number | boolean;
}

/** An object of Kubernetes, as far as a comparison goes into it. */
export interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}

/** Kind and name of an object, where there is one. */
export function titleOf(object: Rendered | undefined): string {
  return object === undefined ? '' : `${object.kind} ${object.metadata.name}`;
}

/** What stands in files of a ConfigMap, by the name of the file. */
const FILES: Readonly<Record<string, (text: string) => unknown>> = {
  'deployment.toml': tomlOf,
  'log4j2.properties': propertiesOf,
  'file.properties': propertiesOf,
};

/** Text that is no TOML stands as one value, by which whoever compares knows it. */
export const NO_TOML = 'no TOML';

/** All that an object says, each field once; what is null says nothing. */
export function leavesOf(object: Rendered): Leaf[] {
  return leaves(object, '');
}

/** The fields of any value below a path. */
export function leaves(value: unknown, path: string): Leaf[] {
  const name = path.split('/').at(-1) ?? '';
  if (typeof value === 'string' && FILES[name] !== undefined) {
    return leaves(FILES[name](value), `${path}!`);
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return [{ path, value }];
  }
  if (typeof value === 'bigint') {
    return [{ path, value: Number(value) }];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => {
    const item = Array.isArray(value) ? nameOf(child) : undefined;
    return leaves(child, `${path}/${item === undefined ? key : `[${item}]`}`);
  });
}

/** What names an item of a list. */
function nameOf(item: unknown): string | undefined {
  const fields: Readonly<Record<string, unknown>> = Object(item);
  const named = ['name', 'id', 'mountPath', 'containerPort'].map((key) => fields[key]);
  const found = named.find((value) => typeof value === 'string' || typeof value === 'number');
  return found === undefined ? undefined : String(found);
}

/** A file of TOML, or the word that it is none. */
export function tomlOf(text: string): unknown {
  try {
    return parse(text, { integersAsBigInt: false });
  } catch {
    return NO_TOML;
  }
}

/** A file of properties: continued lines as one, comments left out. */
export function propertiesOf(text: string): Record<string, string> {
  const joined = text.replace(/\\\r?\n\s*/g, '');
  const lines = joined.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^\s*[#!]/.test(line));
  return Object.fromEntries(
    lines.map((line) => {
      const [, key = '', value = ''] = /^\s*([^=:\s]+)\s*[=:]?\s*(.*)$/.exec(line) ?? [];
      return [key, value.trim()];
    }),
  );
}
