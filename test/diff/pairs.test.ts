import { BusinessUnit, GatewayController, GatewayIngress, LoadBalancer, MiTenant, Route, Scaling } from '../../lib';
import { differenceOf } from '../../lib/diff/difference';
import { base, newFleet } from '../manifests';

interface Place {
  readonly suffix: string;
  readonly host: `${string}.${string}`;
}

const STAGING: Place = { suffix: '-staging', host: 'staging.example.com' };
const PRODUCTION: Place = { suffix: '', host: 'example.com' };

/** A tenant behind a load balancer in one environment: a limited path and the rest of its host. */
function filesOf({ suffix, host }: Place, controller: GatewayController, requestsPerSecond?: number) {
  const fleet = newFleet({ suffix });
  const via = new LoadBalancer(fleet, 'public', { controller, hosts: { [host]: 'retail' } });
  const unit = new BusinessUnit(fleet, 'retail', { contact: 'integration@example.com' });
  const { http } = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
  });
  const limited = Route.http(host, { to: http, path: '/limited', rateLimit: requestsPerSecond });
  new GatewayIngress(unit, 'routes', { via, routes: [limited, Route.http(host, { to: http })] });
  return fleet.render();
}

function diff(from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): string[] {
  return differenceOf(from, to).objects.flatMap(({ kind, name, from: one, to: other, changes }) =>
    one === undefined || other === undefined
      ? [`${kind} ${name}: only on one side`]
      : changes.map((change) => `${kind} ${name} ${change.path}: ${change.from} → ${change.to}`),
  );
}

test('a rate limit of 50 against 5,000 is told, though the name of its Ingress holds the host', () => {
  const nginx = GatewayController.nginx({ clientAddresses: 'direct' });
  const told = diff(filesOf(STAGING, nginx, 50), filesOf(PRODUCTION, nginx, 5000));
  expect(told).toContain(
    'Ingress routes-public-staging.example.com.limited metadata.annotations["nginx.ingress.kubernetes.io/limit-rps"]: 50 → 5000',
  );
  expect(told.filter((line) => line.endsWith('only on one side'))).toEqual([]);
});

test('an IngressClass with the suffix of its environment is no difference, and what names it neither', () => {
  const alb = GatewayController.alb();
  const told = diff(filesOf(STAGING, alb), filesOf(PRODUCTION, alb));
  expect(told.filter((line) => line.startsWith('IngressClass'))).toEqual([]);
  expect(told.filter((line) => !line.includes('example.com'))).toEqual([]);
});

test.each([
  ['nginx', GatewayController.nginx()],
  ['Traefik', GatewayController.traefik()],
  ['ALB', GatewayController.alb()],
  ['Gateway API', GatewayController.gatewayApi({ gatewayClass: 'any', namespace: 'infra', defaultCertificate: 'all' })],
])('%s: every object of one environment has its other side in the other', (_, controller) => {
  const told = diff(filesOf(STAGING, controller), filesOf(PRODUCTION, controller));
  expect(told.filter((line) => line.endsWith('only on one side'))).toEqual([]);
  expect(told.filter((line) => !line.includes('example.com'))).toEqual([]);
});

test('an object that leads elsewhere than any other stays on one side', () => {
  const nginx = GatewayController.nginx();
  const [one, other] = [filesOf(PRODUCTION, nginx), new Map(filesOf(PRODUCTION, nginx))];
  const text = other.get('retail.k8s.yaml') ?? '';
  other.set(
    'retail.k8s.yaml',
    `${text}---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: mine\n  namespace: retail\nspec:\n  defaultBackend:\n    service:\n      name: mine\n`,
  );
  expect(diff(one, other)).toEqual(['Ingress mine: only on one side']);
});
