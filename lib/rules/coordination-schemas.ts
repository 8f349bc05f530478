import { parse } from 'smol-toml';
import { COORDINATION_ID } from '../config/datasource';
import { repeats } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import { DIALECTS } from '../image/jdbc-driver';
import { ofKind } from '../rendered/of-kind';
import { idOf, type Rule } from '../rendered/rendered-object';

/**
 * A schema of coordination is one tenant's alone: its table of tasks has the name of the task as its key, so two tenants
 * in one would take each other's tasks. Two URLs that differ in a parameter are one schema, but for the parameters that
 * name one.
 */
export const coordinationSchemas: Rule = ({ objects }) => {
  const coordinated = ofKind(objects, 'ConfigMap').flatMap(({ object }) => {
    const toml = object.data?.['deployment.toml'];
    const url = toml?.includes(COORDINATION_ID) ? coordinationUrl(toml) : undefined;
    const schema = url === undefined ? undefined : schemaOf(url);
    if (schema === undefined) {
      return [];
    }
    const tenant = object.metadata.labels?.['app.kubernetes.io/instance'] ?? idOf(object);
    const name = object.metadata.namespace === undefined ? tenant : `${object.metadata.namespace}/${tenant}`;
    return [{ name, schema }];
  });
  return repeats(coordinated, ({ schema }) => schema).map(([{ name, schema }, first]) =>
    sentence({
      prop: 'scaling',
      kind: 'tenant',
      id: name,
      must: 'be coordinated by a schema of its own',
      got: verbatim(`${schema}, which "${first.name}" has too`),
      instead: 'make a second schema by the script of the release',
    }),
  );
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

/** Parameters of a URL that lead to another schema. */
const NAMES_A_SCHEMA = /(?:currentSchema|instanceName)=[^;&]*/gi;

/** A URL without what leads to no other schema. */
function schemaOf(url: string): string {
  const dialect = Object.values(DIALECTS).find(({ prefix }) => url.startsWith(prefix));
  if (dialect === undefined) {
    return url;
  }
  const { prefix, database, first } = dialect;
  const [address = '', ...rest] = url.slice(prefix.length).split(database);
  const [name = ''] = rest.join(database).split(first);
  return [`${prefix}${address.toLowerCase()}${database}${name}`, ...(url.match(NAMES_A_SCHEMA) ?? [])].join(' ');
}
