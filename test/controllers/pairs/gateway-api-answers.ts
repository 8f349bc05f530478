import type { Manifest } from '../../manifests';
import { type BackendReference, type HttpMatch, type HttpRule, ofKind, type Specs } from './foreign-kinds';
import { type Answer, type Answers, CANARY_HEADER, type Request } from './outcome';

// What the Gateway API says of its kinds: of the routes of the most exact host the rule of the most exact match.

const HTTPS = 443;

/** How a Gateway with these routes answers requests. */
export function gatewayApiAnswers(manifests: readonly Manifest[]): Answers {
  const of = <K extends keyof Specs>(kind: K) => ofKind(manifests, kind);
  const listeners = of('Gateway').flatMap(({ spec }) => spec.listeners);
  return (request) => {
    const [passed] = of('TLSRoute').filter(({ spec }) => spec.hostnames.includes(request.host));
    const plainHttp = answeredInTheOpen(request);
    const [way] = passed?.spec.rules.flatMap(({ backendRefs }) => backendRefs) ?? [];
    if (passed !== undefined && way !== undefined) {
      const listener = listeners.find(({ name }) => name === passed.spec.parentRefs[0]?.sectionName);
      const unopened = listener === undefined || listener.tls?.mode === 'Passthrough';
      return { ...NOTHING, to: { [nameOf(way)]: 100 }, seen: request.path, unopened, plainHttp };
    }
    const found = ruleFor(request, HTTPS);
    return found === undefined ? undefined : { ...answerTo(found, request), certificate: found.certificate, plainHttp };
  };

  function ruleFor(request: Request, port: number) {
    const attached = of('HTTPRoute').flatMap(({ metadata, spec }) =>
      spec.parentRefs.flatMap((parent) => {
        const listener = listeners.find(({ name }) => name === parent.sectionName);
        const at = listener?.port ?? parent.port;
        const hosts = spec.hostnames ?? (listener?.hostname === undefined ? ['*'] : [listener.hostname]);
        const certificate = listener?.tls?.certificateRefs?.[0]?.name;
        return at !== port
          ? []
          : spec.rules.flatMap((rule) =>
              (rule.matches ?? [ANY]).map((match) => ({
                rule,
                match,
                certificate,
                namespace: metadata.namespace,
                host: Math.max(...hosts.map((host) => exactness(host, request.host))),
              })),
            );
      }),
    );
    return attached
      .filter(({ host, match }) => host >= 0 && matches(match, request))
      .sort((one, other) => other.host - one.host || rank(other.match) - rank(one.match))[0];
  }

  function answeredInTheOpen(request: Request): Answer['plainHttp'] {
    const rule = ruleFor(request, 80)?.rule;
    if (rule === undefined) return 'nobody';
    return rule.filters?.some(({ type }) => type === 'RequestRedirect') === true ? 'redirect' : 'serve';
  }

  function answerTo({ rule, match, namespace: from }: Found, { path }: Request): Answer {
    const { backendRefs = [], filters = [], timeouts } = rule;
    for (const { namespace } of backendRefs) {
      const granted = of('ReferenceGrant').some(({ spec }) => spec.from.some((one) => one.kind === 'HTTPRoute'));
      if (namespace !== undefined && namespace !== from && !granted) throw new Error('the way must be granted');
    }
    const policies = of('BackendTLSPolicy').flatMap(({ spec }) => spec.targetRefs.map(({ name }) => name));
    const seen = filters.reduce((text, filter) => {
      const { replaceFullPath, replacePrefixMatch } = filter.urlRewrite?.path ?? {};
      return replaceFullPath ?? text.replace(match.path.value, replacePrefixMatch ?? match.path.value);
    }, path);
    const all = backendRefs.reduce((sum, { weight = 1 }) => sum + weight, 0);
    const wait = timeouts && Number.parseInt(timeouts.request, 10);
    return {
      ...NOTHING,
      to: Object.fromEntries(backendRefs.map((one) => [nameOf(one), (100 * (one.weight ?? 1)) / all])),
      seen,
      encrypted: backendRefs.every(({ name }) => policies.includes(name)),
      // No bound at all is what the API has for a WebSocket.
      wait: wait === 0 ? Number.POSITIVE_INFINITY : wait,
    };
  }
}

interface Found {
  readonly rule: HttpRule;
  readonly match: HttpMatch;
  readonly namespace: string | undefined;
}

const ANY: HttpMatch = { path: { type: 'PathPrefix', value: '/' } };

const NOTHING: Answer = {
  to: {},
  seen: '/',
  encrypted: false,
  unopened: false,
  wait: undefined,
  maxBodyMebibytes: undefined,
  rateLimit: undefined,
  sticky: false,
  from: undefined,
  certificate: undefined,
  plainHttp: undefined,
  health: undefined,
};

function exactness(hostname: string, host: string): number {
  if (hostname === host) return 1000;
  return hostname === '*' || (hostname.startsWith('*.') && host.endsWith(hostname.slice(1))) ? hostname.length : -1;
}

function matches({ path, headers = [] }: HttpMatch, request: Request): boolean {
  const { type, value } = path;
  const below = request.path.startsWith(value.endsWith('/') ? value : `${value}/`);
  const held = headers.every(
    ({ name, value: text }) => name === CANARY_HEADER.header && text === CANARY_HEADER.value && request.canary,
  );
  return held && (request.path === value || (type === 'PathPrefix' && below));
}

function rank({ path, headers = [] }: HttpMatch): number {
  return (path.type === 'Exact' ? 1000 : 0) + 10 * path.value.length + headers.length;
}

function nameOf({ name, port }: BackendReference): string {
  return `${name}:${port}`;
}
