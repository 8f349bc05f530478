import type { FieldChange } from '../../diff/field-changes';
import { nameOf } from '../object-change';
import type { ReviewRule } from '../rule';
import { fromTo } from '../words';

const ROUTING = new Set([
  'Ingress',
  'IngressClass',
  'IngressClassParams',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
  'Gateway',
  'BackendTLSPolicy',
  'IngressRoute',
  'IngressRouteTCP',
  'Middleware',
  'MiddlewareTCP',
  'ServersTransport',
  'TLSOption',
]);

/** What narrows a way: its change or its leaving opens it further. */
const NARROWS =
  /(whitelist|allowlist|denylist|inbound-cidrs|sourceRange|ipAllowList|auth|rateLimit|limit-rps|limit-rpm)/i;

/** How a way from the outside is led, limited and protected. */
export const routeSettings: ReviewRule = ({ objects }) =>
  objects.flatMap(({ unit, tenant, before, after, fields }) => {
    if (before === undefined || after === undefined || !ROUTING.has(after.kind)) {
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

function said({ path, from, to }: FieldChange): string {
  return `${path.replace(/^metadata\.annotations\["(?:[\w.-]+\/)?([^"]*)"\]/, '$1')}: ${fromTo(from, to)}`;
}
