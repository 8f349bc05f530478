import { GatewayController } from '../../../lib';
import { CONTROLLER_CERTIFICATE } from './edge';
import { DOORS, type DoorName, entryPoints } from './traefik';

/** A controller of docs/gateways.md, and how it is met here. */
export interface Column {
  /** Its name here; the id of its load balancer. */
  readonly id: string;
  readonly controller: GatewayController;
  readonly door: DoorName;
  /** The domain of its hosts: certificates are known by host, over all doors of a Traefik. */
  readonly domain: `${string}.example.com`;
  /** Common name of the certificate of a host that has none. */
  readonly certificate: string;
  /** Whether requests that no route takes are for the tenant with the canary, another, or not for this column. */
  readonly defaultBackend: 'canaried' | 'other' | undefined;
}

/** Namespace of the Gateways; it is there before them. */
export const EDGE = 'edge';

/** Where Gateways are, and what they listen on. */
export const PLACE = { namespace: EDGE, httpPort: DOORS.gateway.http, httpsPort: DOORS.gateway.https };

/** Secret of the certificate for the hosts of the Gateway API that have none of their own. */
export const DEFAULT_SECRET = 'default-tls';

/** What `GatewayController.ingressClass` is told of the door. */
const CLASS_ANNOTATIONS = {
  'traefik.ingress.kubernetes.io/router.entrypoints': entryPoints('class').websecure,
  'traefik.ingress.kubernetes.io/router.tls': 'true',
};

/** The controllers that Traefik can stand for. */
export const COLUMNS: readonly Column[] = [
  {
    id: 'nginx',
    controller: GatewayController.nginx({ clientAddresses: 'direct' }),
    door: 'nginx',
    domain: 'nginx.example.com',
    certificate: CONTROLLER_CERTIFICATE,
    // That of dist/ is the only one of the door.
    defaultBackend: undefined,
  },
  {
    id: 'nginx-regex',
    controller: GatewayController.nginx({ paths: 'regex', clientAddresses: 'direct' }),
    door: 'nginx',
    domain: 'regex.example.com',
    certificate: CONTROLLER_CERTIFICATE,
    defaultBackend: undefined,
  },
  {
    id: 'traefik',
    controller: GatewayController.traefik({ ...entryPoints('traefik'), proxies: 0 }),
    door: 'traefik',
    domain: 'traefik.example.com',
    certificate: CONTROLLER_CERTIFICATE,
    defaultBackend: 'canaried',
  },
  {
    id: 'gateway',
    controller: GatewayController.gatewayApi({ ...PLACE, gatewayClass: 'traefik', defaultCertificate: DEFAULT_SECRET }),
    door: 'gateway',
    domain: 'gateway.example.com',
    certificate: '*.gateway.example.com',
    defaultBackend: 'canaried',
  },
  {
    id: 'class',
    controller: GatewayController.ingressClass('traefik', { annotations: CLASS_ANNOTATIONS }),
    door: 'class',
    domain: 'class.example.com',
    certificate: CONTROLLER_CERTIFICATE,
    defaultBackend: 'other',
  },
];
