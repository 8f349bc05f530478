import { ApiObject, Duration } from 'cdk8s';
import {
  ArgoStep,
  type BusinessUnit,
  type Fleet,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiTenant,
  Patch,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';

/** Pods of each tenant. */
export const PODS = 4;

const HOSTS = { 'shop.example.com': 'retail', 'lab.example.com': 'clinic' } as const;
const ACM = Tls.acm('arn:aws:acm:eu-central-1:111122223333:certificate/0a1b');

/** One tenant in each of three units: in steps by weights of nginx, of an ALB, and by its pods alone. */
export function stepped(version: string): Fleet {
  const fleet = newFleet();
  const nginx = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.nginx(),
    hosts: HOSTS,
    tls: { 'shop.example.com': Tls.secret('shop-tls'), 'lab.example.com': Tls.secret('lab-tls') },
  });
  const alb = new LoadBalancer(fleet, 'cloud', {
    controller: GatewayController.alb(),
    hosts: HOSTS,
    tls: { 'shop.example.com': ACM, 'lab.example.com': ACM },
  });
  const retail = newUnit(fleet, 'retail');
  const shop = tenant(retail, version);
  const shopRoutes = new GatewayIngress(retail, 'routes', {
    via: [nginx],
    routes: [Route.http('shop.example.com', { to: shop.http })],
  });
  byRequests(shop, { nginx: { stableIngresses: ['routes-public'] } });
  Patch.of(shopRoutes, 'Ingress', 'routes-public').replace(`${BACKEND}/name`, 'orders-stable');

  const clinic = newUnit(fleet, 'clinic');
  const lab = tenant(clinic, version);
  const labRoutes = new GatewayIngress(clinic, 'routes', {
    via: [alb],
    routes: [Route.http('lab.example.com', { to: lab.http })],
  });
  byRequests(lab, { alb: { ingress: ALB_INGRESS, rootService: 'orders', servicePort: 8290 } });
  Patch.of(labRoutes, 'Ingress', ALB_INGRESS).replace(`${BACKEND}/port`, { name: 'use-annotation' });

  tenant(newUnit(fleet, 'field'), version);
  return fleet;
}

const ALB_INGRESS = 'routes-cloud-depth-0';
const BACKEND = '/spec/rules/0/http/paths/0/backend/service';

function tenant(unit: BusinessUnit, version: string): MiTenant<'app'> {
  return new MiTenant(unit, 'orders', {
    image: base.withApp('orders', version),
    scaling: Scaling.fixed(PODS, {
      argoSteps: [
        ArgoStep.weight(25),
        ArgoStep.pauseUntilPromoted(),
        ArgoStep.weight(50),
        ArgoStep.pauseUntilPromoted(),
      ],
    }),
    lifecycle: { minReady: Duration.seconds(1) },
  });
}

/** What makes the weights of a Rollout those of its requests, as docs/releasing.md has it. */
function byRequests(orders: MiTenant<'app'>, trafficRouting: { readonly [controller: string]: Traffic }): void {
  // Argo Rollouts writes the selectors of both, so nobody else does: the next apply would meet a conflict.
  for (const name of ['orders-stable', 'orders-canary']) {
    new ApiObject(orders, name, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name },
      spec: { ports: [{ name: 'pass-through-http', port: 8290 }] },
    });
  }
  Patch.of(orders, 'Rollout')
    .add('/spec/strategy/canary/stableService', 'orders-stable')
    .add('/spec/strategy/canary/canaryService', 'orders-canary')
    .add('/spec/strategy/canary/trafficRouting', trafficRouting);
}

type Traffic = { readonly [field: string]: string | number | readonly string[] };
