import type { Certificate } from './certificate';

/** A namespace that refuses every pod which is not fit for the `restricted` standard. */
export function restrictedNamespace(name: string): object {
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** A Deployment that the `restricted` standard lets in, as far as its security context is kept. */
export function deployment(
  namespace: string,
  name: string,
  replicas: number,
  securityContext: object = SECURE,
): object {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace, name },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [{ name: 'mi', image: 'example.com/mi:1', ports: PORTS, securityContext }],
        },
      },
    },
  };
}

/** A Service over the pods of a Deployment. */
export function service(namespace: string, name: string): object {
  const ports = PORTS.map(({ name: port, containerPort }) => ({ name: port, port: containerPort, targetPort: port }));
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace, name },
    spec: { selector: { app: name }, ports },
  };
}

/** A Secret that an Ingress terminates TLS with. */
export function tlsSecret(namespace: string, name: string, { cert, key }: Certificate): object {
  const stringData = { 'tls.crt': cert, 'tls.key': key };
  return { apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/tls', metadata: { namespace, name }, stringData };
}

/** An IngressClass. */
export function ingressClass(name: string, controller: string): object {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', metadata: { name }, spec: { controller } };
}

/** What an Ingress differs in. */
export interface IngressProps {
  readonly namespace: string;
  readonly host: string;
  readonly service: string;
  readonly port: number;
  readonly className: string;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Name of the Secret. */
  readonly tls?: string;
}

/** An Ingress of one host. */
export function ingress({ namespace, host, service: name, port, className, annotations, tls }: IngressProps): object {
  const backend = { service: { name, port: { number: port } } };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { namespace, name: host, annotations },
    spec: {
      ingressClassName: className,
      tls: tls === undefined ? undefined : [{ hosts: [host], secretName: tls }],
      rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
    },
  };
}

const SECURE = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

const PORTS = [
  { name: 'http', containerPort: 8290 },
  { name: 'https', containerPort: 8253 },
];
