import { repeats } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import { type AlbMember, albAnnotation, albMembers } from '../rendered/alb-groups';
import type { Rule } from '../rendered/rendered-object';

/** Two rules of an ALB for the same requests: the one that is asked first takes them all, the other none. */
export const albRoutes: Rule = (render) => {
  const routes = albMembers(render).flatMap((member) =>
    routesOf(member).map(([route, key]) => ({ member, route, key })),
  );
  return repeats(routes, ({ key }) => key).map(([{ member, route }, first]) =>
    sentence({
      prop: `route ${route}`,
      kind: 'Ingress',
      id: member.id,
      must: `stand once in group "${member.group}"`,
      got: verbatim(`it again after "${first.member.id}"`),
      instead: 'an ALB takes the first rule that fits and never asks the other',
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
