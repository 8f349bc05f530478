import { coordinationUrl } from '../config/coordination';
import type { Manifest } from '../diff/manifest';
import { schemasOf } from '../image/jdbc-url';
import { fieldsAt, listAt, textAt } from './read';
import type { Workload } from './workload';

/** The URL of the database by which the pods of a workload share out their work; `undefined` where they do not. */
export function coordinationOf({ pod }: Workload, configMaps: ReadonlyMap<string, Manifest>): string | undefined {
  const volumes = listAt(pod, 'volumes');
  const sources = [...volumes, ...volumes.flatMap((volume) => listAt(volume, 'projected', 'sources'))];
  const names = sources.flatMap((source) => textAt(source, 'configMap', 'name') ?? []);
  const texts = names.flatMap((name) => textAt(fieldsAt(configMaps.get(name), 'data'), 'deployment.toml') ?? []);
  const [url] = texts.flatMap((text) => coordinationUrl(text) ?? []);
  return url;
}

/** Whether two URLs lead to the same tables, whatever else the driver is told. */
export function isSameDatabase(one: string, other: string): boolean {
  const there = new Set(schemasOf(other));
  return schemasOf(one).some((schema) => there.has(schema));
}
