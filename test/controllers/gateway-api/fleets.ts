import {
  type BusinessUnit,
  type Fleet,
  type GatewayApiProps,
  GatewayController,
  type HostBook,
  Keystore,
  LoadBalancer,
  type LoadBalancerProps,
  MiTenant,
  type MiTenantProps,
  Scaling,
  Tls,
} from '../../../lib';
import { base, type Manifest, newFleet, newUnit, ofKind } from '../../manifests';

/** A Gateway of the load balancer's own. */
export const SHARED = { gatewayClass: 'traefik', namespace: 'edge' } as const;

/** A keystore whose certificate an authority of the ConfigMap signed. */
export function keystore(ca?: string): Keystore {
  return Keystore.fromSecret('keystore', { file: 'host.jks', password: 'password', ca });
}

/** A tenant of two pods. */
export function tenantOf(unit: BusinessUnit, id: string, props: Partial<MiTenantProps<'app'>> = {}): MiTenant {
  return new MiTenant(unit, id, { image: base.withApp(id, '1.0.0'), scaling: Scaling.fixed(2), ...props });
}

/** A fleet of one unit and a load balancer on the Gateway API, with a certificate for each host. */
export function gatewayFleet(
  hosts: HostBook,
  props: Omit<LoadBalancerProps, 'controller' | 'hosts'> = {},
  controller: GatewayApiProps = SHARED,
): { fleet: Fleet; unit: BusinessUnit; via: LoadBalancer } {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const shown = Object.keys(hosts).filter((host) => host !== '*');
  const tls = 'existing' in controller ? {} : Object.fromEntries(shown.map((host) => [host, Tls.secret('host-tls')]));
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.gatewayApi(controller),
    hosts,
    tls,
    ...props,
  });
  return { fleet, unit, via };
}

/** Name and spec of each object of a kind. */
export function specsOf(
  chart: Parameters<typeof ofKind>[0],
  kind: string,
): Array<Pick<Manifest, 'spec'> & { name: string }> {
  return ofKind(chart, kind).map(({ metadata: { name }, spec }) => ({ name, spec }));
}
