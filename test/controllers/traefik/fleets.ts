import {
  type BusinessUnit,
  type CanaryShare,
  type Fleet,
  GatewayController,
  GatewayIngress,
  type HostBook,
  Keystore,
  LoadBalancer,
  type LoadBalancerProps,
  ManagementLogin,
  MiTenant,
  type Route,
  Scaling,
  type TraefikProps,
} from '../../../lib';
import { base, canaryOf, type Manifest, manifestsOf, newFleet, newUnit } from '../../manifests';

/** What a test of Traefik differs in. */
export interface TraefikCase extends Partial<Pick<LoadBalancerProps, 'tls' | 'plainHttp'>> {
  /** @default - none */
  readonly props?: TraefikProps;
  /** @default - none; hosts beyond those that the tests share */
  readonly hosts?: HostBook;
  /** @default - it has none */
  readonly canary?: CanaryShare;
  /** @default - that of a tenant with a certificate and its authority */
  readonly keystore?: Keystore;
}

/** A unit with routes on Traefik. */
export interface TraefikUnit {
  readonly fleet: Fleet;
  readonly unit: BusinessUnit;
  readonly tenant: MiTenant;
}

/** The keystore of a tenant whose certificate an authority of the cluster has signed. */
export const SIGNED = Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password', ca: 'ca' });

/** Routes of the unit `retail` to its tenant `orders`, on the load balancer `public`. */
export function traefikUnit(
  routesOf: (tenant: MiTenant) => readonly Route[],
  { props, hosts, canary, keystore, ...edge }: TraefikCase = {},
): TraefikUnit {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.traefik({ proxies: 0, ...props }),
    hosts: {
      'shop.example.com': 'retail',
      'till.example.com': 'retail',
      '*.example.com': 'retail',
      '*': 'retail',
      ...hosts,
    },
    ...edge,
  });
  const image = base.withApp('orders', '1.0.0');
  const tenant = new MiTenant(unit, 'orders', {
    image,
    scaling: Scaling.fixed(2),
    tls: keystore,
    canary: canary && canaryOf(canary),
    config: { managementLogin: ManagementLogin.stock() },
  });
  new GatewayIngress(unit, 'routes', { via, routes: routesOf(tenant) });
  return { fleet, unit, tenant };
}

/** Kind, name and spec of the objects of Traefik and cert-manager in a unit. */
export function traefikObjects({ unit }: TraefikUnit): Array<readonly [string, Manifest['spec']]> {
  return manifestsOf(unit)
    .filter(({ apiVersion }) => /^(traefik\.io|cert-manager\.io)\//.test(apiVersion))
    .map(({ kind, metadata, spec }) => [`${kind} ${metadata.name}`, spec]);
}

/** The spec of one object, by kind and name. */
export function traefikObject(unit: TraefikUnit, name: string): Manifest['spec'] {
  return new Map(traefikObjects(unit)).get(name);
}
