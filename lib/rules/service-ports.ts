import type { IngressSpec, ServicePort, ServiceSpec } from '../../imports/k8s';
import { sentence } from '../core/refusal';
import { ofKind } from '../rendered/of-kind';
import { type AsWritten, idOf, type KubernetesObject, type Rule } from '../rendered/rendered-object';

/** A Service and a port of it that an object sends requests to. */
interface Lead {
  readonly namespace: string;
  readonly name: string;
  readonly port: number | string;
}

/** A Service as the Gateway API and Traefik name it. */
interface Named {
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly port?: number | string;
}

/** By this name of a port the controller of an ALB finds an action, where a Service would be. */
const ACTION = 'use-annotation';

/** Requests come to a port that the Service has; of one that it has not, a controller says so in its log, and answers 502. */
export const servicePorts: Rule = ({ objects }) => {
  const services = new Map(
    ofKind(objects, 'Service').flatMap(({ object }) =>
      object.apiVersion === 'v1' ? [[placeOf(object), portsOf(object)] as const] : [],
    ),
  );
  return objects.flatMap(({ object }) =>
    leadsOf(object).flatMap(({ namespace, name, port }) => {
      const ports = services.get(`${namespace}/${name}`);
      return ports === undefined || ports.some((known) => known.port === port || known.name === port)
        ? []
        : [
            sentence({
              prop: 'backend',
              kind: object.kind,
              id: idOf(object),
              must: `lead to a port of Service "${name}"`,
              got: port,
              instead: `it has ${ports.map(textOf).join(', ') || 'none'}; those of inbound endpoints are named in pod.ports`,
            }),
          ];
    }),
  );
};

function portsOf({ spec }: KubernetesObject): ReadonlyArray<AsWritten<ServicePort>> {
  const { ports = [] }: AsWritten<Pick<ServiceSpec, 'ports'>> = Object(spec);
  return ports;
}

function textOf({ port, name }: AsWritten<ServicePort>): string {
  return name === undefined ? `${port}` : `${port} (${name})`;
}

function placeOf({ metadata: { namespace = '', name } }: KubernetesObject): string {
  return `${namespace}/${name}`;
}

/** Each kind that leads requests to Services, and which it says. */
const READERS: Readonly<Record<string, (spec: object) => Named[]>> = {
  Ingress: ofIngress,
  HTTPRoute: ofGatewayRoute,
  GRPCRoute: ofGatewayRoute,
  TLSRoute: ofGatewayRoute,
  TCPRoute: ofGatewayRoute,
  IngressRoute: ofTraefikRoute,
  IngressRouteTCP: ofTraefikRoute,
};

function leadsOf({ kind, metadata: { namespace: own = '' }, spec }: KubernetesObject): Lead[] {
  const named = READERS[kind]?.(Object(spec));
  return (named ?? []).flatMap(({ kind: of = 'Service', namespace = own, name, port }) =>
    of !== 'Service' || name === undefined || port === undefined || port === ACTION ? [] : [{ namespace, name, port }],
  );
}

function ofIngress({ defaultBackend, rules = [] }: AsWritten<IngressSpec>): Named[] {
  const paths = rules.flatMap(({ http }) => http?.paths ?? []).map(({ backend }) => backend);
  return [defaultBackend, ...paths].flatMap((backend) =>
    backend?.service === undefined
      ? []
      : [{ name: backend.service.name, port: backend.service.port?.number ?? backend.service.port?.name }],
  );
}

function ofGatewayRoute({
  rules = [],
}: {
  readonly rules?: ReadonlyArray<{ readonly backendRefs?: readonly Named[] }>;
}): Named[] {
  return rules.flatMap(({ backendRefs = [] }) => backendRefs);
}

function ofTraefikRoute({
  routes = [],
}: {
  readonly routes?: ReadonlyArray<{ readonly services?: readonly Named[] }>;
}): Named[] {
  return routes.flatMap(({ services = [] }) => services);
}
