import { sentence } from '../core/refusal';
import { albMembers } from '../rendered/alb-groups';
import type { Rule } from '../rendered/rendered-object';

const INSTEAD = 'a prefix takes all below it; wildcards are for ImplementationSpecific';

/** A wildcard where the controller takes none stops the whole group (pkg/ingress/model_build_listener_rules.go). */
export const albPaths: Rule = (render) =>
  albMembers(render).flatMap(({ id, ingress }) =>
    (ingress.spec?.rules ?? [])
      .flatMap(({ http }) => http?.paths ?? [])
      .filter(({ path = '', pathType = '' }) => ['Exact', 'Prefix'].includes(pathType) && /[*?]/.test(path))
      .map(({ path, pathType }) =>
        sentence({
          prop: 'path',
          kind: 'Ingress',
          id,
          must: `have no "*" and no "?" where pathType is ${pathType}`,
          got: path,
          instead: INSTEAD,
        }),
      ),
  );
