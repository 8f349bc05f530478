import { type Certificate, selfSigned } from '../certificate';
import { ingressClass, restrictedNamespace, tlsSecret } from '../plain-manifests';
import { until } from '../wait';
import { FIRST } from './changes';
import { changingFiles } from './changing-fleet';
import { COLUMNS, EDGE } from './columns';
import { composedFiles } from './composed-fleet';
import { Edge, podCertificates } from './edge';
import * as api from './gateway-api-fleet';
import * as moved from './moved-fleet';
import { distFiles, objectsIn, secretsIn } from './public-routes';
import { HOST_SECRETS, POD_HOSTS, tableFleet } from './table-fleet';
import { INGRESS_CONTROLLERS } from './traefik';
import * as own from './traefik-fleet';

/** What is served as ingress-nginx would: `dist/`, and a fleet with the ways that it does not go. */
export const NGINX_FILES: readonly string[] = [...distFiles(), ...composedFiles()];

/** The files of all other fleets at the edge. */
export function fleetFiles(): string[] {
  const fleets = [tableFleet(), own.traefikFleet(), api.gatewayApiFleet()];
  return [
    ...fleets.flatMap((fleet) => [...fleet.render().values()]),
    ...changingFiles(FIRST),
    ...moved.movedFiles('via: nginx'),
  ];
}

/** Entries of `versions.json` that the fleets need. */
export const DEFINITIONS = ['gateway-api', 'traefik-crds', 'cert-manager'];

/** What is there before the fleets. */
export const BEFORE: readonly object[] = [
  restrictedNamespace(EDGE),
  ingressClass('nginx', INGRESS_CONTROLLERS.nginx),
  ingressClass('traefik', INGRESS_CONTROLLERS.ingress),
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name: 'traefik' },
    spec: { controllerName: INGRESS_CONTROLLERS.gateway },
  },
];

const SETTLE_SECONDS = 60;

/** Opens the edge with all fleets, and waits until each door has heard of its routes. */
export async function openEdge(): Promise<Edge> {
  const certificateOf = podCertificates({ ...POD_HOSTS, ...own.POD_HOSTS, ...api.POD_HOSTS });
  const edge = await Edge.open({
    definitions: DEFINITIONS,
    before: BEFORE,
    files: [...NGINX_FILES, ...fleetFiles()],
    after: [...hostSecrets(), ...authorities(certificateOf), ...own.challenges(), api.platformGateway()],
    certificateOf,
  });
  try {
    await settled(edge);
    return edge;
  } catch (error) {
    await edge.close();
    throw error;
  }
}

function hostSecrets(): object[] {
  const ofNginx = secretsIn(objectsIn(NGINX_FILES)).flatMap(({ namespace, name, hosts }) =>
    hosts.map((host) => [namespace, name, host] as const),
  );
  const all = [...ofNginx, ...HOST_SECRETS, ...own.SECRETS, ...api.SECRETS, ...moved.SECRETS];
  return all.map(([namespace, name, host]) => tlsSecret(namespace, name, selfSigned(host)));
}

/** ConfigMaps with the authority of the certificate that the pods of a tenant show. */
function authorities(certificateOf: (tenant: string) => Certificate): object[] {
  const all = [['shop', 'vault-ca', 'shop/vault'] as const, ...own.AUTHORITIES, ...api.AUTHORITIES];
  return all.map(([namespace, name, tenant]) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { namespace, name },
    data: { 'ca.crt': certificateOf(tenant).cert },
  }));
}

/** Traefik learns of routes and of pods some moments after they are there. */
async function settled(edge: Edge): Promise<void> {
  await until('a route of each kind at each door', SETTLE_SECONDS, async () => {
    for (const { domain, door, controller } of COLUMNS) {
      const ids = ['prefix', 'issued', ...(controller.cannot.httpsBackend === undefined ? ['weighed', 'https'] : [])];
      for (const id of ids) await edge.door(door).ask({ host: `${id}.${domain}` });
    }
    return true;
  });
}
