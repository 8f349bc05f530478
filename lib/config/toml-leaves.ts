import type { TomlValue } from './deployment-toml';

/** Every value that is no table and no list, with the dotted key under which it stands. */
export function leaves(value: TomlValue, path: string): ReadonlyArray<readonly [string, unknown]> {
  return typeof value === 'object' && value !== null
    ? Object.entries<TomlValue>(value).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`))
    : [[path, value]];
}
