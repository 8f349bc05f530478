import { PROJECTS } from '../../../imports/write/sources';
import { GatewayController, GatewayIngress, LoadBalancer, Route } from '../../../lib';
import { routeSettings } from '../../../lib/review/rules/route-settings';
import { app, found, plain, retail } from '../changes';

const routed = (settings: object) =>
  retail((unit, fleet) => {
    const controller = GatewayController.nginx({ clientAddresses: 'direct' });
    const via = new LoadBalancer(fleet, 'public', { controller, hosts: { 'a.example.com': 'retail' } });
    new GatewayIngress(unit, 'routes', {
      via,
      routes: [Route.http('a.example.com', { to: app(unit).http, ...settings })],
    });
  });

test('another rate limit', () => {
  expect(found(routeSettings, routed({ rateLimit: 50 }), routed({ rateLimit: 5000 }))).toEqual([
    'notice retail: Ingress retail/routes-public-a.example.com is led otherwise [limit-rps: 50 → 5000]',
  ]);
});

test('a rate limit that leaves opens the way further', () => {
  const limited = { rateLimit: 50, from: ['10.0.0.0/8'] };
  expect(found(routeSettings, routed(limited), routed({ from: ['10.0.0.0/8'] }))).toEqual([
    expect.stringMatching(
      /^warning retail: Ingress retail\/routes-public-a\.example\.com loses what narrows it \[limit-burst-multiplier: 1 → –\] \[limit-rps: 50 → –\]$/,
    ),
  ]);
});

type Kind = readonly [kind: string, apiVersion: string];

function kindsOf(apiVersion: string, project: string): Kind[] {
  return (PROJECTS[project]?.kinds ?? []).map((kind) => [kind, apiVersion]);
}

test.each<Kind>([
  ['Ingress', 'networking.k8s.io/v1'],
  ['IngressClass', 'networking.k8s.io/v1'],
  ...kindsOf('gateway.networking.k8s.io/v1', 'gateway-api'),
  ...kindsOf('gateway.envoyproxy.io/v1alpha1', 'envoy-gateway'),
  ...kindsOf('traefik.io/v1alpha1', 'traefik'),
  ...kindsOf('elbv2.k8s.aws/v1beta1', 'aws-load-balancer-controller'),
])('a %s of anybody that is changed, or lets more through', (kind, apiVersion) => {
  const object = (spec: object) => plain({ kind, apiVersion, spec });
  const changes = (to: object) => found(routeSettings, object({ rateLimit: 1, to: 'a' }), object(to));
  expect(changes({ rateLimit: 1, to: 'b' })).toEqual([
    expect.stringMatching(new RegExp(`^notice .*${kind} \\S*it is led otherwise \\[spec\\.to: a → b\\]$`)),
  ]);
  expect(changes({ to: 'a' })).toEqual([
    expect.stringMatching(new RegExp(`^warning .*${kind} \\S*it loses what narrows it \\[spec\\.rateLimit: 1 → –\\]$`)),
  ]);
});

test.each([
  ['NetworkPolicy', 'networking.k8s.io/v1'],
  ['Service', 'v1'],
])('a %s leads nothing from the outside', (kind, apiVersion) => {
  const object = (to: string) => plain({ kind, apiVersion, spec: { to } });
  expect(found(routeSettings, object('a'), object('b'))).toEqual([]);
});

const traefik = (settings: object) =>
  retail((unit, fleet) => {
    const controller = GatewayController.traefik({ proxies: 1 });
    const via = new LoadBalancer(fleet, 'public', { controller, hosts: { 'a.example.com': 'retail' } });
    new GatewayIngress(unit, 'routes', {
      via,
      routes: [Route.http('a.example.com', { to: app(unit).http, ...settings })],
    });
  });
const WIDER = /^warning .* loses what narrows it \[/;

test('a filter of Traefik is a Middleware, and the route that names it no more loses it', () => {
  const filtered = traefik({ from: ['10.0.0.0/8'] });
  expect(found(routeSettings, filtered, traefik({}))).toEqual([
    expect.stringMatching(
      /^warning retail: IngressRoute retail\/routes-public-a\.example\.com loses what narrows it \[ipAllowList: 10\.0\.0\.0\/8 → –\] \[spec\./,
    ),
  ]);
  expect(found(routeSettings, traefik({ rateLimit: 5 }), traefik({}))).toEqual([
    expect.stringContaining(' loses what narrows it [rateLimit: there → –]'),
  ]);
  expect(found(routeSettings, traefik({}), filtered)).toEqual([expect.stringMatching(/^notice .* is led otherwise /)]);
  expect(found(routeSettings, traefik({ rewriteTo: '/', path: '/a' }), traefik({ path: '/a' }))).toEqual([
    expect.stringMatching(/^notice .* is led otherwise /),
  ]);
});

test('a route of Traefik that names another Middleware with the same or fewer addresses loses nothing', () => {
  const middleware = (name: string, ...sourceRange: readonly string[]) => ({
    kind: 'Middleware',
    apiVersion: 'traefik.io/v1alpha1',
    metadata: { name },
    spec: { ipAllowList: { sourceRange } },
  });
  const both = [middleware('one', '10.0.0.0/8'), middleware('two', '10.1.0.0/16'), middleware('all', '0.0.0.0/0')];
  const route = (name: string) =>
    plain(...both, {
      kind: 'IngressRoute',
      apiVersion: 'traefik.io/v1alpha1',
      spec: { routes: [{ match: 'a', middlewares: [{ name }] }] },
    });
  expect(found(routeSettings, route('one'), route('two'))).toEqual([expect.stringMatching(/^notice /)]);
  expect(found(routeSettings, route('one'), route('all'))).toEqual([
    expect.stringMatching(/^warning .* loses what narrows it \[ipAllowList: 10\.0\.0\.0\/8 → 0\.0\.0\.0\/0\] /),
  ]);
});

type Lists = readonly [said: string, object: (...addresses: readonly string[]) => ReadonlyMap<string, string>];
const annotated = (annotation: string) => (addresses: readonly string[]) =>
  plain({
    kind: 'Ingress',
    apiVersion: 'networking.k8s.io/v1',
    metadata: { annotations: addresses.length === 0 ? {} : { [annotation]: addresses.join(',') } },
  });

test.each<Lists>([
  [
    'Traefik',
    (...sourceRange) =>
      plain({ kind: 'Middleware', apiVersion: 'traefik.io/v1alpha1', spec: { ipAllowList: { sourceRange } } }),
  ],
  ['nginx', (...addresses) => annotated('nginx.ingress.kubernetes.io/whitelist-source-range')(addresses)],
  ['an ALB', (...addresses) => annotated('alb.ingress.kubernetes.io/inbound-cidrs')(addresses)],
  [
    'a class of an ALB',
    (...inboundCIDRs) =>
      plain({ kind: 'IngressClassParams', apiVersion: 'elbv2.k8s.aws/v1beta1', spec: { inboundCIDRs } }),
  ],
])('whom %s lets in is compared address by address', (_, list) => {
  const one = list('10.0.0.0/8', '192.0.2.1/32');
  for (const wider of [list('0.0.0.0/0'), list('10.0.0.0/8', '192.0.2.0/24'), list()]) {
    expect(found(routeSettings, one, wider)).toEqual([expect.stringMatching(WIDER)]);
  }
  for (const narrower of [list('10.0.0.0/8'), list('192.0.2.1/32', '10.0.0.0/8'), list('10.1.0.0/16')]) {
    expect(found(routeSettings, one, narrower)).toEqual([expect.stringMatching(/^notice .* is led otherwise /)]);
  }
  expect(found(routeSettings, list(), one)).toEqual([expect.stringMatching(/^notice .* is led otherwise /)]);
});

test('who answers for a route is no way that it is led', () => {
  const ingress = (contact: string) =>
    plain({
      kind: 'Ingress',
      apiVersion: 'networking.k8s.io/v1',
      metadata: { annotations: { 'cdk8s-wso2-mi/contact': contact } },
    });
  expect(found(routeSettings, ingress('a'), ingress('b'))).toEqual([]);
});

test.each([
  ['nginx', 'nginx.ingress.kubernetes.io/whitelist-source-range'],
  ['an ALB', 'alb.ingress.kubernetes.io/inbound-cidrs'],
])('the same addresses in other words let nobody in who was not let in by %s', (_, annotation) => {
  const list = annotated(annotation);
  const told = (from: readonly string[], to: readonly string[]) => found(routeSettings, list(from), list(to));
  expect(told(['10.0.0.0/9', '10.128.0.0/9'], ['10.0.0.0/8'])).toEqual([expect.stringMatching(/^notice /)]);
  expect(told(['10.1.2.3/8'], ['10.0.0.0/8'])).toEqual([expect.stringMatching(/^notice /)]);
  expect(told(['10.0.0.0/9', '10.128.0.0/10'], ['10.0.0.0/8'])).toEqual([expect.stringMatching(WIDER)]);
});

test('nginx has two names for one list of addresses', () => {
  const [old, now] = ['whitelist', 'allowlist'].map((name) =>
    annotated(`nginx.ingress.kubernetes.io/${name}-source-range`),
  );
  const told = (...to: readonly string[]) =>
    found(routeSettings, old?.(['10.0.0.0/8']) ?? new Map(), now?.(to) ?? new Map());
  expect(told('10.0.0.0/8')).toEqual([expect.stringMatching(/^notice .* is led otherwise /)]);
  expect(told('0.0.0.0/0')).toEqual([expect.stringMatching(WIDER)]);
});

test.each<[string, object, string]>([
  [
    'a host',
    { spec: { rules: [{ host: 'a.example.com' }, { host: 'a', http: { paths: [] } }, { host: 'auth.example.com' }] } },
    'notice',
  ],
  [
    'a path',
    {
      spec: {
        rules: [
          { host: 'a.example.com' },
          { host: 'a', http: { paths: [{ path: '/authors' }, { path: '/[a]/auth' }] } },
        ],
      },
    },
    'notice',
  ],
  ['a certificate', { spec: { tls: [{ secretName: 'auth' }, { secretName: 'b' }] } }, 'notice'],
  ['an author', { metadata: { annotations: { 'example.com/author': 'a' } } }, 'notice'],
  ['a rule of an ALB', { metadata: { annotations: { 'alb.ingress.kubernetes.io/actions.auth': '{}' } } }, 'notice'],
  ['a login of an ALB', { metadata: { annotations: { 'alb.ingress.kubernetes.io/auth-type': 'oidc' } } }, 'warning'],
  ['a login of nginx', { metadata: { annotations: { 'nginx.ingress.kubernetes.io/auth-url': 'a' } } }, 'warning'],
])('%s that leaves an Ingress', (_, fields, severity) => {
  const ingress = (said: object) => plain({ kind: 'Ingress', apiVersion: 'networking.k8s.io/v1', ...said });
  const rest = {
    spec: { rules: [{ host: 'a.example.com' }, { host: 'a', http: { paths: [] } }], tls: [{ secretName: 'b' }] },
  };
  expect(found(routeSettings, ingress({ ...rest, ...fields }), ingress(rest))).toEqual([
    expect.stringMatching(new RegExp(`^${severity} `)),
  ]);
});

const TRAEFIK = { apiVersion: 'traefik.io/v1alpha1' };
const filter = (name: string, spec: object) => ({ kind: 'Middleware', ...TRAEFIK, metadata: { name }, spec });
const chain = (name: string, ...names: readonly string[]) =>
  filter(name, { chain: { middlewares: names.map((one) => ({ name: one })) } });
const rules = (...all: ReadonlyArray<readonly [match: string, ...middlewares: readonly string[]]>) => ({
  kind: 'IngressRoute',
  ...TRAEFIK,
  spec: { routes: all.map(([match, ...names]) => ({ match, middlewares: names.map((name) => ({ name })) })) },
});

test('a chain of Traefik filters what its Middlewares filter', () => {
  const middlewares = [
    filter('login', { basicAuth: { secret: 'a' } }),
    filter('near', { ipAllowList: { sourceRange: ['10.0.0.0/8'] } }),
    filter('all', { ipAllowList: { sourceRange: ['0.0.0.0/0'] } }),
    chain('both', 'inner', 'all'),
    chain('inner', 'login', 'near', 'both'),
  ];
  const told = (from: readonly string[], to: readonly string[]) =>
    found(routeSettings, plain(...middlewares, rules(['a', ...from])), plain(...middlewares, rules(['a', ...to])));
  expect(told(['login'], ['both'])).toEqual([expect.stringMatching(/^notice /)]);
  expect(told(['near'], ['both'])).toEqual([expect.stringMatching(/^notice /)]);
  expect(told(['both'], ['login', 'near', 'all'])).toEqual([expect.stringMatching(/^notice /)]);
  expect(told(['both'], ['near'])).toEqual([
    expect.stringMatching(/^warning .* loses what narrows it \[basicAuth: there → –\] \[spec/),
  ]);
  expect(told(['inner'], [])).toEqual([
    expect.stringContaining(' loses what narrows it [basicAuth: there → –] [ipAllowList: 10.0.0.0/8 → –] '),
  ]);
});

test('a chain that loses one of its Middlewares loses what that one filters', () => {
  const login = [filter('login', { basicAuth: {} }), filter('strip', { stripPrefix: {} })];
  const told = (to: readonly string[]) =>
    found(routeSettings, plain(...login, chain('it', 'login', 'strip')), plain(...login, chain('it', ...to)));
  expect(told(['strip'])).toEqual([expect.stringContaining(' loses what narrows it [basicAuth: there → –] ')]);
  expect(told(['login'])).toEqual([expect.stringMatching(/^notice .* is led otherwise /)]);
});

test('a rule of Traefik that leaves is no rule that lost its filters', () => {
  const login = filter('login', { basicAuth: {} });
  const told = (from: object, to: object) => found(routeSettings, plain(login, Object(from)), plain(login, Object(to)));
  const both = rules(['a', 'login'], ['b']);
  expect(told(both, rules(['b']))).toEqual([expect.stringMatching(/^notice .* is led otherwise /)]);
  expect(told(both, rules(['b'], ['c', 'login']))).toEqual([expect.stringMatching(/^notice .* is led otherwise /)]);
  expect(told(rules(['a', 'login']), rules(['c']))).toEqual([expect.stringMatching(WIDER)]);
});
