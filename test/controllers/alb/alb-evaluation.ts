import { BlockList } from 'node:net';
import type { Manifest } from '../../manifests';

// What the AWS Load Balancer Controller makes of Ingresses, as its documentation and sources tell it
// (docs/guide/ingress/annotations.md and spec.md; pkg/ingress/group_loader.go, model_build_listener_rules.go), and what
// an ALB then does with a request (AWS: listener rules, condition types).

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

interface Spec {
  readonly rules?: ReadonlyArray<{ readonly host?: string; readonly http: { readonly paths: readonly Path[] } }>;
}

interface Path {
  readonly path: string;
  readonly pathType: 'Exact' | 'Prefix';
  readonly backend: {
    readonly service: { readonly name: string; readonly port: { readonly number?: number; readonly name?: string } };
  };
}

interface Condition {
  readonly field: string;
  readonly httpHeaderConfig?: { readonly httpHeaderName: string; readonly values: readonly string[] };
  readonly sourceIpConfig?: { readonly values: readonly string[] };
}

interface Action {
  readonly fixedResponseConfig?: { readonly statusCode: string };
  readonly forwardConfig?: {
    readonly targetGroups: ReadonlyArray<{ readonly serviceName: string; readonly weight?: number }>;
  };
}

interface Transform {
  readonly urlRewriteConfig: { readonly rewrites: ReadonlyArray<{ readonly regex: string; readonly replace: string }> };
}

/** What an ALB answers that is made of these Ingresses, all of one group. */
export function albAnswer(ingresses: readonly Manifest[], request: AlbRequest): AlbAnswer {
  for (const ingress of [...ingresses].sort(byOrder)) {
    const { rules = [] } = ingress.spec as Spec;
    for (const { host, http } of rules) {
      for (const path of sorted(http.paths)) {
        if (fits(ingress, host, path, request)) return answer(ingress, path, request);
      }
    }
  }
  return { status: '404' };
}

/** The values that each rule of an Ingress compares with, of which an ALB takes five (AWS: condition types). */
export function valuesOfRules(ingress: Manifest): number[] {
  const { rules = [] } = ingress.spec as Spec;
  return rules.flatMap(({ host, http }) =>
    http.paths.map((path) => {
      const others = conditionsOf(ingress, path).flatMap(
        ({ httpHeaderConfig, sourceIpConfig }) => httpHeaderConfig?.values ?? sourceIpConfig?.values ?? [],
      );
      return (host === undefined ? 0 : 1) + patterns(path).length + others.length;
    }),
  );
}

function byOrder(one: Manifest, other: Manifest): number {
  const key = (ingress: Manifest) => `${ingress.metadata.namespace}/${ingress.metadata.name}`;
  const difference = Number(annotation(one, 'group.order') ?? 0) - Number(annotation(other, 'group.order') ?? 0);
  return difference === 0 ? (key(one) < key(other) ? -1 : 1) : difference;
}

function sorted(paths: readonly Path[]): Path[] {
  const prefixes = paths.filter(({ pathType }) => pathType === 'Prefix');
  const exact = paths.filter(({ pathType }) => pathType === 'Exact');
  return [...exact, ...prefixes.sort((one, other) => other.path.length - one.path.length)];
}

function patterns({ path, pathType }: Path): string[] {
  if (pathType === 'Exact') return [path];
  return path === '/' ? ['/*'] : [path, `${path}/*`];
}

/** `*` stands for any characters, none and dots too. */
function matches(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.replace(/[.+^$()|[\]{}\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);
}

function fits(ingress: Manifest, host: string | undefined, path: Path, request: AlbRequest): boolean {
  return (
    (host === undefined || matches(host, request.host)) &&
    patterns(path).some((pattern) => matches(pattern, request.path)) &&
    conditionsOf(ingress, path).every((condition) => holds(condition, request))
  );
}

function holds({ field, httpHeaderConfig, sourceIpConfig }: Condition, { from, headers = {} }: AlbRequest): boolean {
  if (field === 'http-header') {
    const value = headers[httpHeaderConfig?.httpHeaderName ?? ''];
    return value !== undefined && httpHeaderConfig?.values.includes(value) === true;
  }
  if (field !== 'source-ip') throw new Error(`no such condition here: ${field}`);
  const ranges = new BlockList();
  for (const range of sourceIpConfig?.values ?? []) {
    const [address = '', bits] = range.split('/');
    ranges.addSubnet(address, Number(bits));
  }
  return from !== undefined && ranges.check(from);
}

function answer(ingress: Manifest, { backend }: Path, request: AlbRequest): AlbAnswer {
  const { name, port } = backend.service;
  const path = json<Transform[]>(ingress, `transforms.${name}`)
    ?.flatMap(({ urlRewriteConfig }) => urlRewriteConfig.rewrites)
    .reduce((text, { regex, replace }) => text.replace(new RegExp(regex), replace), request.path);
  if (port.name !== 'use-annotation') return { to: { [name]: 1 }, path: path ?? request.path };
  const action = json<Action>(ingress, `actions.${name}`);
  if (action?.fixedResponseConfig !== undefined) return { status: action.fixedResponseConfig.statusCode };
  const groups = action?.forwardConfig?.targetGroups ?? [];
  const to = Object.fromEntries(groups.map(({ serviceName, weight = 1 }) => [serviceName, weight]));
  return { to, path: path ?? request.path };
}

function conditionsOf(ingress: Manifest, { backend }: Path): readonly Condition[] {
  return json<Condition[]>(ingress, `conditions.${backend.service.name}`) ?? [];
}

function annotation({ metadata }: Manifest, name: string): string | undefined {
  return metadata.annotations?.[`alb.ingress.kubernetes.io/${name}`];
}

function json<T>(ingress: Manifest, name: string): T | undefined {
  const text = annotation(ingress, name);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}
