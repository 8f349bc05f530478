import { Duration } from 'cdk8s';
import { GatewayController, GatewayIngress, Keystore, LoadBalancer, MiTenant, Route, Scaling, Tls } from '../../../lib';
import { STEPS } from '../../examples/moving';
import { base, newFleet, newUnit } from '../../manifests';
import { EDGE, PLACE } from './columns';

/** The unit that moves as docs/moving-to-the-gateway-api.md says. */
export const MOVED_UNIT = 'moved';

/** Its tenant. */
export const MOVED_TENANT = `${MOVED_UNIT}/orders`;

/** Its host, that of the document. */
export const MOVED_HOST = 'orders.example.com';

/** The Secrets of that host, by namespace, name and host. */
export const SECRETS = [MOVED_UNIT, EDGE].map((namespace) => [namespace, `${MOVED_HOST}-tls`, MOVED_HOST] as const);

/** The files of its fleet at a step of the document; the names of what is deleted are those of the document too. */
export function movedFiles(step: keyof typeof STEPS): string[] {
  const fleet = newFleet();
  const ways = STEPS[step];
  if (ways === undefined) throw new Error(`no step ${step}`);
  const hosts = { [MOVED_HOST]: MOVED_UNIT, 'till.example.com': MOVED_UNIT } as const;
  const tls = { [MOVED_HOST]: Tls.clusterIssuer('letsencrypt') } as const;
  const nginx = new LoadBalancer(fleet, 'nginx', { controller: GatewayController.nginx(), hosts, tls });
  const controller = GatewayController.gatewayApi({ ...PLACE, gatewayClass: 'traefik' });
  // Another fleet's is called "gateway".
  const gateway = new LoadBalancer(fleet, 'new-gateway', { controller, hosts, tls });
  const unit = newUnit(fleet, MOVED_UNIT);
  const orders = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(1),
    lifecycle: { minReady: Duration.seconds(0) },
    tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
  });
  new GatewayIngress(unit, 'routes', {
    ...ways({ nginx, gateway }),
    routes: [Route.http(MOVED_HOST, { to: orders.http }), Route.passthrough('till.example.com', orders)],
  });
  return [...fleet.render().values()];
}
