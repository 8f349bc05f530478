import { repeats } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import { type AlbMember, albAnnotation, albMembers } from '../rendered/alb-groups';
import type { Rule } from '../rendered/rendered-object';

/**
 * Annotations that are for the whole ALB, those called exclusive (docs/guide/ingress/annotations.md), each with the
 * field of the class that overrules it.
 */
const EXCLUSIVE: ReadonlyArray<readonly [string, string?]> = [
  ['customer-owned-ipv4-pool'],
  ['enable-frontend-nlb'],
  ['frontend-nlb-scheme'],
  ['inbound-cidrs', 'inboundCIDRs'],
  ['ip-address-type', 'ipAddressType'],
  ['ipam-ipv4-pool-id'],
  ['load-balancer-name', 'loadBalancerName'],
  ['manage-backend-security-group-rules'],
  ['mutual-authentication'],
  ['scheme', 'scheme'],
  ['security-group-prefix-lists', 'prefixListsIDs'],
  ['security-groups'],
  ['shield-advanced-protection'],
  ['ssl-policy', 'sslPolicy'],
  ['ssl-redirect', 'sslRedirectPort'],
  ['subnets', 'subnets'],
  ['waf-acl-id'],
  ['wafv2-acl-arn', 'wafv2AclArn'],
  ['wafv2-acl-name', 'wafv2AclName'],
];

/** A setting of an ALB that two Ingresses of its group say differently: the controller stops for the whole group. */
export const albSettings: Rule = (render) => {
  const settings = albMembers(render).flatMap((member) =>
    EXCLUSIVE.flatMap(([name, field]) => {
      const value = settingOf(member, name, field);
      return value === undefined ? [] : [{ member, name, value }];
    }),
  );
  return repeats(settings, ({ member, name }) => `${member.group} ${name}`)
    .filter(([{ value }, first]) => value !== first.value)
    .map(([{ member, name, value }, first]) =>
      sentence({
        prop: name,
        kind: 'Ingress',
        id: member.id,
        must: `be the same in all of group "${member.group}"`,
        got: verbatim(`"${value}", and "${first.value}" in "${first.member.id}"`),
        instead: 'say it once, in the IngressClassParams of the group',
      }),
    );
};

/** What holds for an Ingress, lists in the order of their texts. */
function settingOf({ ingress, params }: AlbMember, name: string, field = ''): string | undefined {
  const ofClass = params.get(field);
  if (ofClass === undefined) {
    return albAnnotation(ingress, name)
      ?.split(',')
      .map((text) => text.trim())
      .sort()
      .join(',');
  }
  return Array.isArray(ofClass) || typeof ofClass === 'string'
    ? [ofClass].flat().sort().join(',')
    : JSON.stringify(ofClass);
}
