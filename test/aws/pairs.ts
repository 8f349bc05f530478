import { Duration } from 'cdk8s';
import { GatewayController, Peer } from '../../lib';
import type { Column } from '../controllers/pairs/fleet';
import { type Answer, type Answers, CANARY_HEADER } from '../controllers/pairs/outcome';
import { EVERYWHERE, managed } from '../controllers/pairs/traits';
import { type AlbRequest, albRule, idIn, rulesOf, serviceOf } from './alb';
import type { Action, ListenerRule, Stack, TargetGroup } from './judge';

// What the stack that the controller makes does with requests of a route.

const sources = [Peer.ranges('10.0.0.0/16')];

/** An ALB that is open as long as a WebSocket may be silent; that is one wait for all of its routes. */
export const ALB: Omit<Column, 'answers'> = {
  id: 'alb',
  controller: GatewayController.alb({ idleTimeout: Duration.hours(1) }),
  door: { sources },
  tenant: { config: { toml: { transport: { http: { socket_timeout: 3_610_000 } } } } },
  own: {
    requestTimeout: () => ({}),
    webSocket: () => ({}),
    management: (before) => ({ ...managed(before), wait: before.wait }),
    // A request that no rule takes is looked up where all others are, so what is said of plain HTTP holds for it.
    defaultBackend: () => ({ also: EVERYWHERE, certificate: undefined }),
  },
};

/** An NLB. */
export const NLB: Omit<Column, 'answers'> = {
  id: 'nlb',
  controller: GatewayController.nlb(),
  door: { sources },
};

const INSIDE = '10.20.0.7';
const OUTSIDE = '192.0.2.1';

/** How an ALB answers requests. */
export function albAnswers(stack: Stack): Answers {
  return ({ host, path, canary }) => {
    const headers: AlbRequest['headers'] = canary ? { [CANARY_HEADER.header]: CANARY_HEADER.value } : {};
    const rule = albRule(stack, { host, path, headers, from: INSIDE });
    const [action] = rule?.actions ?? [];
    if (rule === undefined || action?.forwardConfig === undefined) return undefined;
    const elsewhere = albRule(stack, { host, path, headers, from: OUTSIDE });
    const forbidden = elsewhere?.actions[0]?.fixedResponseConfig?.statusCode === '403';
    const groups = groupsOf(stack, action);
    return {
      to: Object.fromEntries(groups.map(({ name, group, weight }) => [`${name}:${group.port}`, weight])),
      seen: seen(rule, path),
      encrypted: groups.every(({ group }) => group.protocol === 'HTTPS'),
      unopened: false,
      wait: idleOf(stack),
      maxBodyMebibytes: undefined,
      rateLimit: undefined,
      sticky: isSticky(
        action,
        groups.map(({ group }) => group),
      ),
      from: forbidden ? rule.conditions.flatMap(({ sourceIPConfig }) => sourceIPConfig?.values ?? []) : undefined,
      certificate: certificateOf(stack, host),
      plainHttp: rulesOf(stack, 80).length > 0 ? 'serve' : 'redirect',
      health: healthOf(groups.map(({ group }) => group)),
    };
  };
}

/** How an NLB answers connections. */
export function nlbAnswers(stack: Stack): Answers {
  const listeners = Object.values(stack['AWS::ElasticLoadBalancingV2::Listener'] ?? {}).map(({ spec }) => spec);
  const [listener, ...others] = listeners;
  const groups = listener?.defaultActions.flatMap((action) => groupsOf(stack, action)) ?? [];
  const idle = listener?.listenerAttributes?.find(({ key }) => key === 'tcp.idle_timeout.seconds')?.value;
  const answer: Answer = {
    to: Object.fromEntries(groups.map(({ name, group, weight }) => [`${name}:${group.port}`, weight])),
    seen: '/',
    encrypted: false,
    unopened: listener?.protocol === 'TCP' && groups.every(({ group }) => group.protocol === 'TCP'),
    wait: idle === undefined ? undefined : Number(idle),
    maxBodyMebibytes: undefined,
    rateLimit: undefined,
    sticky: false,
    from: undefined,
    certificate: undefined,
    plainHttp: 'nobody',
    health: healthOf(groups.map(({ group }) => group)),
  };
  return ({ path }) => (others.length > 0 ? undefined : { ...answer, seen: path });
}

interface Group {
  readonly name: string;
  readonly group: TargetGroup;
  readonly weight: number;
}

function groupsOf(stack: Stack, { forwardConfig }: Action): Group[] {
  return (forwardConfig?.targetGroups ?? []).flatMap(({ targetGroupARN, weight = 1 }) => {
    const id = idIn(targetGroupARN.$ref);
    const group = stack['AWS::ElasticLoadBalancingV2::TargetGroup']?.[id]?.spec;
    const all = forwardConfig?.targetGroups.length === 1;
    return group === undefined ? [] : [{ name: serviceOf(stack, id), group, weight: all ? 100 : weight }];
  });
}

function seen({ transforms = [] }: ListenerRule, path: string): string {
  return transforms
    .flatMap(({ urlRewriteConfig }) => urlRewriteConfig.rewrites)
    .reduce((text, { regex, replace }) => text.replace(new RegExp(regex), replace), path);
}

/** A rule over several groups binds clients only where it and all of them do. */
function isSticky({ forwardConfig }: Action, groups: readonly TargetGroup[]): boolean {
  const bound = groups.every(({ targetGroupAttributes = [] }) =>
    targetGroupAttributes.some(({ key, value }) => key === 'stickiness.enabled' && value === 'true'),
  );
  return bound && (groups.length === 1 || forwardConfig?.targetGroupStickinessConfig?.enabled === true);
}

function idleOf(stack: Stack): number | undefined {
  const [balancer] = Object.values(stack['AWS::ElasticLoadBalancingV2::LoadBalancer'] ?? {});
  const attributes = balancer?.spec.loadBalancerAttributes as ReadonlyArray<{ key: string; value: string }> | undefined;
  const idle = attributes?.find(({ key }) => key === 'idle_timeout.timeout_seconds')?.value;
  return idle === undefined ? undefined : Number(idle);
}

/** The certificate of a host, by its name in the account or that of the tests. */
function certificateOf(stack: Stack, host: string): string | undefined {
  const [label = '', ...domain] = host.split('.');
  const names = [
    host,
    label,
    ['wildcard', ...domain].join('.'),
    ...(domain.join('.') === 'example.com' ? ['domain'] : []),
  ];
  const all = stack['AWS::ElasticLoadBalancingV2::Listener']?.['443']?.spec.certificates ?? [];
  const arns = all.map(({ certificateARN }) => certificateARN);
  return names.flatMap((name) => arns.filter((arn) => arn.endsWith(`/${name}`)))[0];
}

function healthOf(groups: readonly TargetGroup[]): string | undefined {
  const all = new Set(
    groups.map(({ healthCheckConfig: { port, path } }) =>
      path === undefined ? `TCP on ${port}` : `GET ${path} on ${port}`,
    ),
  );
  return all.size === 1 ? [...all][0] : undefined;
}
