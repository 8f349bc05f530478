import { sentence, verbatim } from '../core/refusal';
import { type AlbMember, albAnnotation, albMembers } from '../rendered/alb-groups';
import type { Rule } from '../rendered/rendered-object';

/** Two rules of an ALB for the same requests: the one that is asked first takes them all, the other none. */
export const albRoutes: Rule = (render) => {
  const first = new Map<string, string>();
  return albMembers(render).flatMap((member) =>
    routesOf(member).flatMap(([route, key]) => {
      const other = first.get(key);
      first.set(key, other ?? member.id);
      return other === undefined
        ? []
        : [
            sentence({
              prop: `route ${route}`,
              kind: 'Ingress',
              id: member.id,
              must: `stand once in group "${member.group}"`,
              got: verbatim(`it again after "${other}"`),
              instead: 'an ALB takes the first rule that fits and never asks the other',
            }),
          ];
    }),
  );
};

/** Host and path of each rule, and a key of all that it asks of a request. */
function routesOf({ group, ingress }: AlbMember): ReadonlyArray<readonly [string, string]> {
  return (ingress.spec?.rules ?? []).flatMap(({ host = '*', http }) =>
    (http?.paths ?? []).map(({ path = '/', pathType = 'ImplementationSpecific', backend }) => {
      const conditions = albAnnotation(ingress, `conditions.${backend?.service?.name}`) ?? '';
      const ports = albAnnotation(ingress, 'listen-ports') ?? '';
      return [`${host}${path}`, JSON.stringify([group, ports, host, path, pathType, conditions])] as const;
    }),
  );
}
