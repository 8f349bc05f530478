import { parse } from 'smol-toml';
import { COORDINATION_ID } from '../config/datasource';
import { outcomeOf } from '../core/outcome';
import type { Manifest } from '../diff/manifest';
import { fieldsAt, listAt, textAt } from './read';
import type { Workload } from './workload';

/** The URL of the database by which the pods of a workload share out their work; `undefined` where they do not. */
export function coordinationOf({ pod }: Workload, configMaps: ReadonlyMap<string, Manifest>): string | undefined {
  const volumes = listAt(pod, 'volumes');
  const sources = [...volumes, ...volumes.flatMap((volume) => listAt(volume, 'projected', 'sources'))];
  const names = sources.flatMap((source) => textAt(source, 'configMap', 'name') ?? []);
  const texts = names.flatMap((name) => textAt(fieldsAt(configMaps.get(name), 'data'), 'deployment.toml') ?? []);
  const datasources = texts.flatMap((text) => {
    const read = outcomeOf(() => parse(text));
    return 'value' in read ? listAt(read.value, 'datasource') : [];
  });
  return textAt(
    datasources.find((one) => textAt(one, 'id') === COORDINATION_ID),
    'url',
  );
}

/** Whether two URLs lead to the same tables, whatever else the driver is told. */
export function isSameDatabase(one: string, other: string): boolean {
  const [from, to] = [placeOf(one), placeOf(other)];
  return (
    one === other ||
    (from !== undefined &&
      to !== undefined &&
      from.database === to.database &&
      from.servers.some((server) => to.servers.includes(server)))
  );
}

/** Parameters that say which tables are meant. */
const NAMES_TABLES = /^(currentSchema|database|databaseName|instanceName)=/i;

function placeOf(url: string): { readonly servers: readonly string[]; readonly database: string } | undefined {
  const [, driver, servers, rest] = /^jdbc:(\w+):(?:thin:@)?\/\/([^/;?]*)(.*)$/s.exec(url) ?? [];
  if (servers === undefined || rest === undefined) {
    return undefined;
  }
  const parts = rest.split(/[/?;:]|&(?:amp;)?/).filter((part) => part !== '');
  const named = parts.filter((part) => !part.includes('=') || NAMES_TABLES.test(part));
  return { servers: servers.toLowerCase().split(','), database: [driver, ...named.sort()].join(' ') };
}
