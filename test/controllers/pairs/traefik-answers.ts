import type { Manifest } from '../../manifests';
import { ofKind, type Specs, type TraefikBackend, type TraefikRule } from './foreign-kinds';
import { type Answer, type Answers, CANARY_HEADER, type Request, type Shares } from './outcome';

// What Traefik makes of its own kinds: the rule of the highest priority at an entry point, with all that it names.

/** How Traefik answers requests. */
export function traefikAnswers(manifests: readonly Manifest[]): Answers {
  const of = <K extends keyof Specs>(kind: K) => ofKind(manifests, kind);
  const named = <K extends keyof Specs>(kind: K, name: string | undefined) =>
    of(kind).find(({ metadata }) => metadata.name === name)?.spec;
  return (request) => {
    const [passed] = of('IngressRouteTCP').flatMap(({ spec }) =>
      spec.routes.filter(({ match }) => holds(match, request)),
    );
    const open = ruleAt('web', request);
    const redirects = (open?.rule.middlewares ?? []).some(
      ({ name }) => 'redirectScheme' in (named('Middleware', name) ?? {}),
    );
    const plainHttp = open === undefined ? 'nobody' : redirects ? 'redirect' : 'serve';
    if (passed !== undefined) {
      const [to] = passed.services;
      return { ...NOTHING, to: { [`${to?.name}:${to?.port}`]: 100 }, seen: request.path, unopened: true, plainHttp };
    }
    const found = ruleAt('websecure', request);
    return found === undefined
      ? undefined
      : { ...answerTo(found.rule, request), certificate: found.secretName, plainHttp };
  };

  function ruleAt(entryPoint: string, request: Request) {
    return of('IngressRoute')
      .filter(({ spec }) => spec.entryPoints.includes(entryPoint))
      .flatMap(({ spec }) => spec.routes.map((rule) => ({ rule, secretName: spec.tls?.secretName })))
      .filter(({ rule }) => holds(rule.match, request))
      .sort((one, other) => other.rule.priority - one.rule.priority)[0];
  }

  function answerTo({ middlewares = [], services }: TraefikRule, { path }: Request): Answer {
    const all: Specs['Middleware'] = Object.assign({}, ...middlewares.map(({ name }) => named('Middleware', name)));
    const ends = services.flatMap(endsOf);
    const wait = ends.map(({ serversTransport }) => named('ServersTransport', serversTransport)?.forwardingTimeouts);
    return {
      ...NOTHING,
      to: Object.fromEntries(ends.map(({ name, port, weight = 100 }) => [`${name}:${port}`, weight])) satisfies Shares,
      seen: `${all.addPrefix?.prefix ?? ''}${(all.stripPrefix?.prefixes ?? []).reduce(stripped, path)}`,
      encrypted: ends.every(({ scheme }) => scheme === 'https'),
      wait: same(wait.map((one) => one && Number.parseInt(one.responseHeaderTimeout, 10))),
      maxBodyMebibytes: all.buffering && all.buffering.maxRequestBodyBytes / 2 ** 20,
      rateLimit: all.rateLimit?.average,
      sticky: [...services, ...ends].every((one) => boundTo(one)),
      from: all.ipAllowList?.sourceRange,
    };
  }

  function boundTo({ sticky, kind, name }: TraefikBackend): boolean {
    return (kind === undefined ? sticky : named('TraefikService', name)?.weighted.sticky) !== undefined;
  }

  function endsOf(service: TraefikBackend): readonly TraefikBackend[] {
    return service.kind === undefined ? [service] : (named('TraefikService', service.name)?.weighted.services ?? []);
  }
}

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

function stripped(path: string, prefix: string): string {
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

function same<T>([first, ...others]: readonly T[]): T | undefined {
  if (others.some((one) => one !== first)) throw new Error('all ways of a rule must say the same');
  return first;
}

/** Whether a rule holds: its matchers one by one, then what joins them. */
function holds(match: string, { host, path, canary }: Request): boolean {
  const matchers: Readonly<Record<string, (value: string) => boolean>> = {
    Host: (value) => host === value,
    HostSNI: (value) => host === value,
    HostRegexp: (value) => new RegExp(value).test(host),
    HostSNIRegexp: (value) => new RegExp(value).test(host),
    Path: (value) => path === value,
    PathPrefix: (value) => path.startsWith(value),
    Header: (value) => value === `${CANARY_HEADER.header}\`, \`${CANARY_HEADER.value}` && canary,
  };
  let text = match.replace(/(\w+)\(`(.*?)`\)/g, (_, name: string, value: string) => `${matchers[name]?.(value)}`);
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/!(true|false)/, (_, one) => `${one === 'false'}`)
      .replace(/\((true|false)\)/, '$1')
      .replace(/(true|false) && (true|false)/, (_, one, other) => `${one === 'true' && other === 'true'}`);
    text =
      text === before
        ? text.replace(/(true|false) \|\| (true|false)/, (_, one, other) => `${one === 'true' || other === 'true'}`)
        : text;
  }
  if (text !== 'true' && text !== 'false') throw new Error(`a rule must be one that the test can read, got ${match}`);
  return text === 'true';
}
