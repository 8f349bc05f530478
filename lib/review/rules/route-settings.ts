import { groupOf } from '../../core/api-group';
import type { FieldChange } from '../../diff/field-changes';
import type { Manifest } from '../../diff/manifest';
import { nameOf } from '../object-change';
import type { ReviewRule } from '../rule';
import { fromTo } from '../words';

/** The kinds of Kubernetes that lead ways from the outside, and all of those who do nothing else. */
const ROUTING =
  /^(networking\.k8s\.io\/Ingress(Class)?|(gateway\.networking\.k8s\.io|gateway\.envoyproxy\.io|traefik\.io|elbv2\.k8s\.aws)\/.*)$/;

/** What narrows a way: its change or its leaving opens it further. */
const NARROWS =
  /(whitelist|allowlist|denylist|inbound-cidrs|sourceRange|ipAllowList|auth|rateLimit|limit-rps|limit-rpm)/i;

/** How a way from the outside is led, limited and protected. */
export const routeSettings: ReviewRule = ({ objects }) =>
  objects.flatMap(({ unit, tenant, before, after, fields }) => {
    if (before === undefined || after === undefined || !ROUTING.test(kindOf(after))) {
      return [];
    }
    const told = fields.filter(({ path }) => !/^metadata\.(name|namespace|labels)\b/.test(path));
    const narrows = told.filter(({ path, to }) => NARROWS.test(path) && to === undefined);
    return told.length === 0
      ? []
      : [
          {
            severity: narrows.length > 0 ? ('warning' as const) : ('notice' as const),
            unit,
            tenant,
            says: narrows.length > 0 ? `${nameOf(after)} loses what narrows it` : `${nameOf(after)} is led otherwise`,
            because: told.map(said),
            about: [before, after],
          },
        ];
  });

function kindOf({ apiVersion, kind }: Manifest): string {
  return `${groupOf(apiVersion)}/${kind}`;
}

function said({ path, from, to }: FieldChange): string {
  return `${path.replace(/^metadata\.annotations\["(?:[\w.-]+\/)?([^"]*)"\]/, '$1')}: ${fromTo(from, to)}`;
}
