import { coordinationUrl } from '../config/coordination';
import { groupBy, repeats } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import { schemasOf } from '../image/jdbc-url';
import { ofKind } from '../rendered/of-kind';
import { idOf, type Rule } from '../rendered/rendered-object';

/**
 * A schema of coordination is one tenant's alone: its table of tasks has the name of the task as its key, so two tenants
 * in one would take each other's tasks. Two URLs that differ in a parameter are one schema, but for the parameters that
 * name one.
 */
export const coordinationSchemas: Rule = ({ objects }) => {
  const coordinated = ofKind(objects, 'ConfigMap').flatMap(({ object }) => {
    const url = coordinationUrl(object.data?.['deployment.toml'] ?? '');
    if (url === undefined) {
      return [];
    }
    const tenant = object.metadata.labels?.['app.kubernetes.io/instance'] ?? idOf(object);
    const name = object.metadata.namespace === undefined ? tenant : `${object.metadata.namespace}/${tenant}`;
    return schemasOf(url).map((schema) => ({ name, schema }));
  });
  const shared = repeats(coordinated, ({ schema }) => schema);
  // Of several servers that two share, one is enough to tell.
  const told = [...groupBy(shared, ([{ name }]) => name).values()].flatMap(([one]) => (one === undefined ? [] : [one]));
  return told.map(([{ name, schema }, first]) =>
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
