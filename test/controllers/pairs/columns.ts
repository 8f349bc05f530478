import { GatewayController, Peer } from '../../../lib';
import type { Column } from './fleet';
import { gatewayApiAnswers } from './gateway-api-answers';
import { ingressAnswers } from './ingress-answers';
import { traefikAnswers } from './traefik-answers';
import { EVERYWHERE, passed } from './traits';

const nginx = GatewayController.nginx({ clientAddresses: 'direct' });
const sources = [Peer.pods('edge', { app: 'proxy' })];
const NGINX = {
  answers: (manifests) => ingressAnswers(manifests, 'redirect'),
  // What becomes of plain HTTP to a host that is passed through is said nowhere.
  own: { passthrough: (before) => ({ ...passed(before), plainHttp: undefined }) },
} satisfies Partial<Column>;
const PLACE = { namespace: 'edge', gatewayClass: 'any', defaultCertificate: 'default-tls' } as const;

/** The controllers whose objects are read here; those of AWS have a judge of their own (test/aws). */
export const COLUMNS: readonly Column[] = [
  { id: 'nginx', controller: nginx, ...NGINX },
  { id: 'nginx, regex', controller: GatewayController.nginx({ clientAddresses: 'direct', paths: 'regex' }), ...NGINX },
  {
    id: 'traefik',
    controller: GatewayController.traefik({ proxies: 0 }),
    answers: traefikAnswers,
    // It waits for the head of an answer only, and a WebSocket has had that.
    own: { webSocket: () => ({ wait: undefined }) },
  },
  {
    id: 'gateway-api',
    controller: GatewayController.gatewayApi(PLACE),
    answers: gatewayApiAnswers,
    door: { sources },
    own: {
      webSocket: () => ({ wait: Number.POSITIVE_INFINITY }),
      defaultBackend: ({ plainHttp }) => ({ also: EVERYWHERE, certificate: 'default-tls', plainHttp }),
    },
  },
  {
    id: 'Ingress class',
    controller: GatewayController.ingressClass('example', { annotations: { 'example.org/wait': '100' } }),
    answers: (manifests) => ingressAnswers(manifests, undefined),
    door: { sources },
    own: { requestTimeout: () => ({}), defaultBackend: () => ({ also: EVERYWHERE, certificate: undefined }) },
  },
];

/** nginx behind an NLB, which is nginx and a Service before it. */
export const BEHIND_NLB: Column = {
  id: 'nginx behind an NLB',
  controller: GatewayController.behindNlb(nginx, { namespace: 'ingress-nginx', selector: { app: 'nginx' } }),
  ...NGINX,
};
