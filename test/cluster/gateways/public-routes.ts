import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { DIST, DIST_FILES } from '../dist';

type Labels = Readonly<Record<string, string>>;

/** A manifest, as far as routes go into it. */
export interface RoutedObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Labels;
    readonly annotations?: Labels;
  };
  readonly spec?: {
    readonly replicas?: number;
    readonly minReplicas?: number;
    readonly defaultBackend?: Backend;
    readonly tls?: readonly { readonly hosts: readonly string[]; readonly secretName?: string }[];
    readonly rules?: readonly { readonly host: string; readonly http: { readonly paths: readonly IngressPath[] } }[];
  };
}

interface IngressPath {
  readonly path: string;
  readonly backend: Backend;
}

interface Backend {
  readonly service: { readonly name: string; readonly port: { readonly number: number } };
}

/** A Secret with the certificate of hosts. */
export interface HostSecret {
  readonly namespace: string;
  readonly name: string;
  readonly hosts: readonly string[];
}

/** One way from the outside to a tenant, as an Ingress says it. */
export interface PublicRoute {
  readonly host: string;
  readonly path: string;
  /** Unit and id of the tenant whose Service it leads to. */
  readonly tenant: string;
  readonly port: number;
  /** Whose certificate a client sees: the tenant's own, that of the host, or the controller's. */
  readonly certificate: 'tenant' | 'host' | 'controller';
}

const PASSTHROUGH = 'nginx.ingress.kubernetes.io/ssl-passthrough';

/** The texts of the files in `dist/`. */
export function distFiles(): string[] {
  return DIST_FILES.map((file) => readFileSync(join(DIST, file), 'utf8'));
}

/** The objects in the text of files. */
export function objectsIn(files: readonly string[]): RoutedObject[] {
  return files.flatMap((text) => parseAllDocuments(text)).map((document) => document.toJS() as RoutedObject);
}

/** Every host and path that the Ingress objects name. */
export function routesIn(objects: readonly RoutedObject[]): PublicRoute[] {
  return objects.flatMap((ingress) =>
    (ingress.spec?.rules ?? []).flatMap(({ host, http }) =>
      http.paths.map(({ path, backend }) => ({
        host,
        path,
        tenant: tenantBehind(objects, ingress, backend),
        port: backend.service.port.number,
        certificate: certificateOf(ingress, host),
      })),
    ),
  );
}

/** The tenants that answer what no route takes. */
export function defaultTenantsIn(objects: readonly RoutedObject[]): string[] {
  return objects.flatMap((ingress) => {
    const backend = ingress.spec?.defaultBackend;
    return backend === undefined ? [] : [tenantBehind(objects, ingress, backend)];
  });
}

/** The Secrets that the Ingress objects name, once each. */
export function secretsIn(objects: readonly RoutedObject[]): HostSecret[] {
  const ingresses = objects.filter(({ kind }) => kind === 'Ingress');
  const all = ingresses.flatMap(({ metadata, spec }) =>
    (spec?.tls ?? []).flatMap(({ hosts, secretName }) =>
      secretName === undefined ? [] : [{ namespace: metadata.namespace ?? '', name: secretName, hosts }],
    ),
  );
  return [...new Map(all.map((secret) => [`${secret.namespace}/${secret.name}`, secret])).values()];
}

/** How many pods a tenant has at the least. */
export function podsOf(objects: readonly RoutedObject[], tenant: string): number {
  const own = objects.filter(({ metadata }) => tenantOf(metadata.labels) === tenant);
  const [least] = own.flatMap(({ spec }) => spec?.minReplicas ?? []);
  const [replicas] = own.flatMap(({ spec }) => spec?.replicas ?? []);
  return least ?? replicas ?? 1;
}

/** Unit and id of a tenant, out of the labels of anything that is its own. */
export function tenantOf(labels: Labels = {}): string {
  return `${labels['app.kubernetes.io/part-of']}/${labels['app.kubernetes.io/instance']}`;
}

// By the labels of the Service itself: whom it selects is what the test is about.
function tenantBehind(objects: readonly RoutedObject[], ingress: RoutedObject, { service }: Backend): string {
  const { namespace } = ingress.metadata;
  const found = objects.find(
    ({ kind, metadata }) => kind === 'Service' && metadata.namespace === namespace && metadata.name === service.name,
  );
  if (found === undefined) throw new Error(`Service ${namespace}/${service.name} must be rendered, got none`);
  return tenantOf(found.metadata.labels);
}

function certificateOf({ metadata, spec }: RoutedObject, host: string): PublicRoute['certificate'] {
  if (metadata.annotations?.[PASSTHROUGH] === 'true') return 'tenant';
  const named = spec?.tls?.some(({ hosts, secretName }) => secretName !== undefined && hosts.includes(host));
  return named === true ? 'host' : 'controller';
}
