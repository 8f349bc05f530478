import { BlockList } from 'node:net';
import type { Condition, ListenerRule, Stack, TargetGroup } from './judge';

// What an ALB does with a request by the listeners and rules that the controller gives it (AWS: listener rules).

/** A request, as a rule of an ALB looks at it. */
export interface AlbRequest {
  readonly host: string;
  readonly path: string;
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where a request ends: Services with their weights, and the path that they see; or a status. */
export interface AlbAnswer {
  readonly to?: Readonly<Record<string, number>>;
  readonly path?: string;
  readonly status?: string;
}

/** The rules of a listener, in the order in which they are asked. */
export function rulesOf(stack: Stack, port: number): ListenerRule[] {
  const rules = Object.values(stack['AWS::ElasticLoadBalancingV2::ListenerRule'] ?? {}).map(({ spec }) => spec);
  return rules
    .filter(({ listenerARN }) => listenerARN.$ref.includes(`::Listener/${port}/`))
    .sort((one, other) => one.priority - other.priority);
}

/** The rule that a request meets over HTTPS; `undefined` if none takes it. */
export function albRule(stack: Stack, request: AlbRequest): ListenerRule | undefined {
  return rulesOf(stack, 443).find(({ conditions }) => conditions.every((one) => holds(one, request)));
}

/** What the ALB answers over HTTPS. */
export function albAnswer(stack: Stack, request: AlbRequest): AlbAnswer {
  const rule = albRule(stack, request);
  const listener = stack['AWS::ElasticLoadBalancingV2::Listener']?.['443']?.spec;
  const [action] = rule?.actions ?? listener?.defaultActions ?? [];
  if (action?.type === 'fixed-response') return { status: action.fixedResponseConfig?.statusCode };
  const to = (action?.forwardConfig?.targetGroups ?? []).map(
    ({ targetGroupARN, weight = 1 }) => [serviceOf(stack, idIn(targetGroupARN.$ref)), weight] as const,
  );
  const path = (rule?.transforms ?? [])
    .flatMap(({ urlRewriteConfig }) => urlRewriteConfig.rewrites)
    .reduce((text, { regex, replace }) => text.replace(new RegExp(regex), replace), request.path);
  return { to: Object.fromEntries(to), path };
}

/** The target groups, each under its namespace, Service and port. */
export function targetGroupsOf(stack: Stack): Record<string, TargetGroup> {
  const groups = Object.entries(stack['AWS::ElasticLoadBalancingV2::TargetGroup'] ?? {});
  return Object.fromEntries(groups.map(([id, { spec }]) => [id, spec]));
}

/** Values that a rule compares with, of which an ALB takes five. */
export function valuesOf({ conditions }: ListenerRule): number {
  return conditions.reduce((sum, condition) => sum + valuesIn(condition).length, 0);
}

function valuesIn(condition: Condition): readonly string[] {
  const { hostHeaderConfig, pathPatternConfig, sourceIPConfig, httpHeaderConfig } = condition;
  return (hostHeaderConfig ?? pathPatternConfig ?? sourceIPConfig ?? httpHeaderConfig)?.values ?? [];
}

function holds(condition: Condition, { host, path, from, headers = {} }: AlbRequest): boolean {
  const values = valuesIn(condition);
  const header = condition.httpHeaderConfig?.httpHeaderName ?? '';
  const ways: Readonly<Record<string, () => boolean>> = {
    'host-header': () => values.some((pattern) => matches(pattern, host)),
    'path-pattern': () => values.some((pattern) => matches(pattern, path)),
    'http-header': () => values.some((pattern) => matches(pattern, headers[header] ?? '')),
    'source-ip': () => from !== undefined && values.some((range) => isIn(range, from)),
  };
  const way = ways[condition.field];
  if (way === undefined) throw new Error(`a condition must be one that the tests know, got ${condition.field}`);
  return way();
}

/** `*` stands for any characters, none and dots too; `?` for one. */
function matches(pattern: string, text: string): boolean {
  const regex = pattern
    .replace(/[.+^$()|[\]{}\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${regex}$`).test(text);
}

function isIn(range: string, address: string): boolean {
  const [network = '', bits] = range.split('/');
  const list = new BlockList();
  list.addSubnet(network, Number(bits));
  return list.check(address);
}

/** The id of a target group, by a reference to it. */
export function idIn(reference: string): string {
  return reference.replace(/^.*::TargetGroup\//, '').replace(/\/status\/.*$/, '');
}

/** Name of the Service whose pods a target group has. */
export function serviceOf(stack: Stack, id: string): string {
  const bindings = stack['K8S::ElasticLoadBalancingV2::TargetGroupBinding'] ?? {};
  return bindings[id]?.spec.template.spec.serviceRef.name ?? `no Service of ${id}`;
}
