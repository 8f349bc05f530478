import type { Route } from '../../route/route';

type Json = Readonly<Record<string, unknown>>;

/** A rule of an ALB's listener beyond host and path, as annotations of an Ingress say it. */
export interface AlbRule {
  /** What a request must fulfil besides. */
  readonly conditions: readonly Json[];
  /** What becomes of the request; `undefined` if it goes to the Service of the route as it is. */
  readonly action: Json | undefined;
  /** What is changed of the request. */
  readonly transforms: readonly Json[];
}

/** A way of a request to pods, with what it asks of the request. */
interface Way {
  readonly conditions: readonly Json[];
  readonly targetGroups: readonly Json[];
}

/** Values that all conditions of a rule may compare with, host and path among them (AWS: rule-condition-types). */
const VALUES_OF_RULE = 5;

/** Values that one condition may compare with. */
const VALUES_OF_CONDITION = 3;

/** How long a client stays with its share of a canary; as long as the ALB's cookie binds it to a pod. */
const STICKY_SECONDS = 86_400;

const FORBIDDEN: AlbRule = {
  conditions: [],
  action: { type: 'fixed-response', fixedResponseConfig: { contentType: 'text/plain', statusCode: '403' } },
  transforms: [],
};

/** The rules of a route in the order in which the ALB must ask them. */
export function albRules(route: Route): AlbRule[] {
  const { from, rewriteTo, sticky } = route.settings;
  const transforms = rewriteTo === undefined ? [] : [rewrite(route.path, rewriteTo)];
  const rules = waysOf(route).flatMap(({ conditions, targetGroups }) =>
    sourcesOf(route, conditions.length).map((sources) => rule([...conditions, ...sources], targetGroups)),
  );
  // A request from elsewhere would go on to a rule of a shorter path, which may be another tenant's.
  return from === undefined ? rules : [...rules, FORBIDDEN];

  function rule(conditions: readonly Json[], targetGroups: readonly Json[]): AlbRule {
    const plain = conditions.length + transforms.length === 0 && targetGroups.length === 1;
    return { conditions, action: plain ? undefined : forward(targetGroups, sticky !== undefined), transforms };
  }
}

function waysOf({ to }: Route): Way[] {
  const tenant = { serviceName: to.tenant.name, servicePort: to.number };
  const canary = to.access === 'public' ? to.tenant.canary : undefined;
  if (canary === undefined) {
    return [{ conditions: [], targetGroups: [tenant] }];
  }
  const { share } = canary;
  const second = { serviceName: canary.serviceName, servicePort: to.number };
  if (share.by === 'percent') {
    const weighted = [
      { ...tenant, weight: 100 - share.percent },
      { ...second, weight: share.percent },
    ];
    return [{ conditions: [], targetGroups: weighted }];
  }
  const httpHeaderConfig = { httpHeaderName: share.header, values: [share.value] };
  return [
    { conditions: [{ field: 'http-header', httpHeaderConfig }], targetGroups: [second] },
    { conditions: [], targetGroups: [tenant] },
  ];
}

/** The allowed ranges, as many in a rule as it has room for; one empty list if everybody is allowed. */
function sourcesOf({ kind, path, settings: { from, match } }: Route, others: number): Json[][] {
  if (from === undefined) {
    return [[]];
  }
  const hosts = kind === 'default' ? 0 : 1;
  const patterns = path === '/' || match === 'exact' ? 1 : 2;
  const room = Math.min(VALUES_OF_CONDITION, VALUES_OF_RULE - hosts - patterns - others);
  const starts = from.map((_, index) => index).filter((index) => index % room === 0);
  return starts.map((start) => [{ field: 'source-ip', sourceIpConfig: { values: from.slice(start, start + room) } }]);
}

function forward(targetGroups: readonly Json[], sticky: boolean): Json {
  // A rule over several groups that bind clients must bind them too (docs/guide/ingress/annotations.md, conditions).
  const bound = sticky && targetGroups.length > 1;
  const targetGroupStickinessConfig = bound ? { enabled: true, durationSeconds: STICKY_SECONDS } : undefined;
  return { type: 'forward', forwardConfig: { targetGroups, targetGroupStickinessConfig } };
}

/** The expression is applied to path and query; the rule has seen to it that they begin with the path. */
function rewrite(path: string, rewriteTo: string): Json {
  const begin = path === '/' ? '' : path.replaceAll('.', '\\.');
  const plain = begin === '' || rewriteTo === '/';
  const regex = plain ? `^${begin}/?(.*)$` : `^${begin}(.*)$`;
  const replace = plain ? `${rewriteTo === '/' ? '' : rewriteTo}/$1` : `${rewriteTo}$1`;
  return { type: 'url-rewrite', urlRewriteConfig: { rewrites: [{ regex, replace }] } };
}
