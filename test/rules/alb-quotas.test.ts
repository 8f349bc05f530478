import { ApiObject } from 'cdk8s';
import {
  type AlbQuotas,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  type LoadBalancerProps,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

const ALB = 'alb.ingress.kubernetes.io';

/** So many paths, the first half of unit retail and the others of clinic. */
function fleetOf(paths: number, quotas?: AlbQuotas, rest: Partial<LoadBalancerProps> = {}) {
  const fleet = newFleet();
  const controller = GatewayController.alb({ quotas });
  const hosts = { 'shop.example.com': 'retail', 'care.example.com': 'clinic' };
  const via = new LoadBalancer(fleet, 'public', { controller, hosts, ...rest });
  const units = [
    [newUnit(fleet), 'shop.example.com', Math.ceil(paths / 2)],
    [newUnit(fleet, 'clinic'), 'care.example.com', Math.floor(paths / 2)],
  ] as const;
  for (const [unit, host, count] of units) {
    const tenant = new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(1) });
    const routes = Array.from({ length: count }, (_, at) => Route.http(host, { path: `/p${at}`, to: tenant.http }));
    new GatewayIngress(unit, 'routes', { via, routes });
  }
  return fleet;
}

/** What a user's own Ingress asks of an ALB. */
interface Own {
  readonly services: readonly string[];
  readonly actions?: Readonly<Record<string, string>>;
  readonly group?: string;
}

function ownFleet(...all: readonly Own[]) {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  all.forEach(({ services, actions, group = 'own' }, at) => {
    const port = actions === undefined ? { number: 80 } : { name: 'use-annotation' };
    const backends = services.map((name) => ({ service: { name, port } }));
    new ApiObject(unit, `own-${at}`, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: `own-${at}`, annotations: { [`${ALB}/group.name`]: group, ...actions } },
      spec: {
        ingressClassName: 'alb',
        rules: [
          {
            host: `host-${at}.example.com`,
            http: { paths: backends.map((backend, path) => ({ path: `/${path}`, pathType: 'Prefix', backend })) },
          },
        ],
      },
    });
  });
  return fleet;
}

const names = (count: number, begin = 's') => Array.from({ length: count }, (_, at) => `${begin}${at}`);

function raise(what: string, quota: string, count: number): string {
  return (
    `give some hosts a load balancer of their own, or have AWS raise "${what} per Application Load Balancer" and write ` +
    `GatewayController.alb({ quotas: { ${quota}: ${count} } })`
  );
}

test('fails when the rules of all units on an ALB are more than AWS gives one', () => {
  expect(errorOf(() => fleetOf(101).render())).toBe(
    refusalOf(`rules of ALB group "public" must be at most 100, got 101; ${raise('Rules', 'rules', 101)}`),
  );
  expect(errorOf(() => fleetOf(100).render())).toBe('');
});

test('a rule for each listener: plain HTTP that is answered has them too', () => {
  expect(errorOf(() => fleetOf(52, {}, { plainHttp: 'serve' }).render())).toBe(
    refusalOf(`rules of ALB group "public" must be at most 100, got 104; ${raise('Rules', 'rules', 104)}`),
  );
  expect(errorOf(() => fleetOf(50, {}, { plainHttp: 'serve' }).render())).toBe('');
});

test('what AWS raised is said once, and counts', () => {
  expect(errorOf(() => fleetOf(260, { rules: 260 }).render())).toBe('');
  expect(errorOf(() => fleetOf(260, { rules: 259 }).render())).toBe(
    refusalOf(`rules of ALB group "public" must be at most 259, got 260; ${raise('Rules', 'rules', 260)}`),
  );
});

test('fails when an ALB has more certificates than AWS gives one, beside its default', () => {
  const hosts = Object.fromEntries(names(27).map((name) => [`${name}.example.com` as const, 'retail']));
  const arn = (host: string) => Tls.acm(`arn:aws:acm:eu-central-1:111122223333:certificate/${host}`);
  const tlsOf = (count: number) =>
    Object.fromEntries(names(count).map((name) => [`${name}.example.com` as const, arn(name)]));
  const rest = (count: number) => ({
    hosts: { 'shop.example.com': 'retail', 'care.example.com': 'clinic', ...hosts },
    tls: { ...tlsOf(count), 'shop.example.com': arn('s0'), 'care.example.com': arn('s0') },
  });
  const bare = { plainHttp: 'serve' as const };
  expect(errorOf(() => fleetOf(2, {}, { ...rest(27), ...bare }).render())).toBe(
    refusalOf(
      'certificates of ALB group "public" must be at most 25 beside the default one, got 26; ' +
        raise('Certificates', 'certificates', 26),
    ),
  );
  expect(errorOf(() => fleetOf(2, { certificates: 26 }, { ...rest(27), ...bare }).render())).toBe('');
});

test('a target group is counted for each Service in each Ingress of a group, whoever made it', () => {
  expect(errorOf(() => ownFleet({ services: names(50) }, { services: names(50) }).render())).toBe('');
  expect(errorOf(() => ownFleet({ services: names(50) }, { services: names(51) }).render())).toContain(
    `targetGroups of ALB group "own" must be at most 100, got 101; ${raise('Target Groups', 'targetGroups', 101)}`,
  );
  const apart = ownFleet({ services: names(51) }, { services: names(51), group: 'other' });
  expect(errorOf(() => apart.render())).toBe('');
  const once = ownFleet({ services: Array.from({ length: 60 }, () => 'one') });
  expect(errorOf(() => once.render())).toBe('');
});

test('those that an action names are counted too', () => {
  const targetGroups = names(60).map((serviceName) => ({ serviceName, servicePort: 80, weight: 1 }));
  const forward = { type: 'forward', forwardConfig: { targetGroups } };
  const redirect = { type: 'redirect', redirectConfig: { statusCode: 'HTTP_301' } };
  const actions = { [`${ALB}/actions.s0`]: JSON.stringify(forward), [`${ALB}/actions.s1`]: JSON.stringify(redirect) };
  const own = { services: names(2), actions };
  expect(errorOf(() => ownFleet(own).render())).toBe('');
  expect(errorOf(() => ownFleet(own, own).render())).toBe(
    refusalOf(
      `targetGroups of ALB group "own" must be at most 100, got 120; ${raise('Target Groups', 'targetGroups', 120)}`,
    ),
  );
});

test.each([0, 1.5, Number.NaN, 100_001])('fails for a quota of %p', (rules) => {
  expect(() => GatewayController.alb({ quotas: { rules } })).toThrow(
    new Error(`quotas.rules of controller "alb" must be a whole number from 1 to 100000, got ${rules}`),
  );
});
