import { Size } from 'cdk8s';
import {
  type Fleet,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';

/** The host whose certificate cert-manager gets. */
export const HOST = 'orders.example.com';

/** Its Secret, and its Certificate. */
export const CERTIFICATE = `${HOST}-tls`;

/** The issuer of the documents. */
export const ISSUER = 'letsencrypt';

/** What tells one render from another. */
export interface CertifiedProps {
  readonly unit: string;
  /** @default - that of the documents */
  readonly issuer?: string;
  /** @default true: whether the host has a second route, with a setting and so with an Ingress of its own */
  readonly upload?: boolean;
}

/** A unit behind ingress-nginx: a host of cert-manager with two routes, and one that brings its own Secret. */
export function certified({ unit: name, issuer = ISSUER, upload = true }: CertifiedProps): Fleet {
  const fleet = newFleet();
  const unit = newUnit(fleet, name);
  const orders = new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(1) });
  const via = new LoadBalancer(fleet, 'nginx', {
    controller: GatewayController.nginx(),
    hosts: { [HOST]: name, 'example.com': { '/bar': name } },
    tls: { [HOST]: Tls.clusterIssuer(issuer), 'example.com': Tls.secret('example-tls') },
  });
  const large = Route.http(HOST, { path: '/upload', maxBody: Size.mebibytes(50), to: orders.http });
  const routes = [
    Route.http(HOST, { to: orders.http }),
    Route.http('example.com', { path: '/bar', to: orders.http }),
    ...(upload ? [large] : []),
  ];
  new GatewayIngress(unit, 'routes', { via, routes });
  return fleet;
}
