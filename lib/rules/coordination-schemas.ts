import { parse } from 'smol-toml';
import { COORDINATION_ID } from '../datasource';
import { said, sentence } from '../refusal';
import { idOf, type Rule } from '../rendered-object';

/**
 * A schema of coordination is one tenant's alone: its table of tasks has the name of the task as its key, so two tenants
 * in one would take each other's tasks.
 */
export const coordinationSchemas: Rule = ({ objects }) => {
  const owners = new Map<string, string>();
  return objects.flatMap(({ object }) => {
    const toml = object.kind === 'ConfigMap' ? object.data?.['deployment.toml'] : undefined;
    const url = toml?.includes(COORDINATION_ID) ? coordinationUrl(toml) : undefined;
    if (url === undefined) {
      return [];
    }
    const tenant = object.metadata.labels?.['app.kubernetes.io/instance'] ?? idOf(object);
    const name = object.metadata.namespace === undefined ? tenant : `${object.metadata.namespace}/${tenant}`;
    const other = owners.get(url);
    owners.set(url, other ?? name);
    return other === undefined
      ? []
      : [
          sentence({
            prop: 'scaling',
            kind: 'tenant',
            id: name,
            must: 'be coordinated by a schema of its own',
            got: said(`${url}, which "${other}" has too`),
            instead: 'make a second schema by the script of the release',
          }),
        ];
  });
};

function coordinationUrl(toml: string): string | undefined {
  const { datasource } = parse(toml);
  const tables = Array.isArray(datasource) ? datasource : [];
  for (const table of tables) {
    if (typeof table === 'object' && 'id' in table && table.id === COORDINATION_ID && 'url' in table) {
      return String(table.url);
    }
  }
  return undefined;
}
