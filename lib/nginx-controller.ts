import { k8s } from '../imports/k8s';
import { isDnsSubdomain } from './dns-name';
import type { Controller, Gateway } from './gateway';
import { refuse } from './refusal';
import type { Route } from './route';

/** How ingress-nginx is installed. */
export interface NginxProps {
  /**
   * Name of its IngressClass.
   *
   * @default 'nginx'
   */
  readonly ingressClass?: string;
}

/** Routes that share their annotations, since nginx reads those for a whole Ingress. */
interface Share {
  readonly suffix: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly takes: (route: Route) => boolean;
}

const PREFIX = 'nginx.ingress.kubernetes.io';

const SHARES: readonly Share[] = [
  { suffix: '', annotations: {}, takes: ({ kind, to }) => kind === 'http' && to.protocol === 'HTTP' },
  {
    suffix: '-https',
    annotations: { [`${PREFIX}/backend-protocol`]: 'HTTPS' },
    takes: ({ kind, to }) => kind === 'http' && to.protocol === 'HTTPS',
  },
  // Passthrough voids every other annotation of its Ingress.
  {
    suffix: '-passthrough',
    annotations: { [`${PREFIX}/ssl-passthrough`]: 'true' },
    takes: ({ kind }) => kind === 'passthrough',
  },
];

/** ingress-nginx: Ingress objects with its annotations. */
export class NginxController implements Controller {
  public readonly name: string = 'nginx';
  public readonly cannot: Controller['cannot'] = {
    crossUnit: 'an Ingress cannot reach into another namespace; declare the route in the unit of the tenant',
  };
  private readonly ingressClassName: string;

  public constructor({ ingressClass = 'nginx' }: NginxProps) {
    if (!isDnsSubdomain(ingressClass)) {
      refuse({
        prop: 'ingressClass',
        kind: 'controller',
        id: 'nginx',
        must: 'name an IngressClass',
        got: ingressClass,
      });
    }
    this.ingressClassName = ingressClass;
  }

  public refuses({ kind, to }: Route): string | undefined {
    return kind === 'default' && to.protocol === 'HTTPS' ? 'lead to tenant.http as the default backend' : undefined;
  }

  public renderDoor(): void {
    // The controller and its IngressClass are there already; a unit's Ingresses say all else.
  }

  public render(gateway: Gateway): void {
    for (const { suffix, annotations, takes } of SHARES) {
      const routes = gateway.routes.filter(takes);
      if (routes.length > 0) {
        this.ingress(gateway, suffix, annotations, {
          rules: rules(routes),
          tls: annotations[`${PREFIX}/ssl-passthrough`] === undefined ? tls(gateway, routes) : undefined,
        });
      }
    }
    // A second one is refused by the load balancer.
    const fallback = gateway.routes.find(({ kind }) => kind === 'default');
    if (fallback !== undefined) {
      this.ingress(gateway, '-default', {}, { defaultBackend: backend(fallback) });
    }
  }

  private ingress(gateway: Gateway, suffix: string, annotations: Share['annotations'], spec: k8s.IngressSpec): void {
    new k8s.KubeIngress(gateway.scope, `ingress${suffix}`, {
      metadata: { name: `${gateway.name}${suffix}`, annotations: { ...gateway.annotations, ...annotations } },
      spec: { ingressClassName: this.ingressClassName, ...spec },
    });
  }
}

function rules(routes: readonly Route[]): k8s.IngressRule[] {
  const byHost = groupBy(routes, ({ host }) => host);
  return [...byHost].map(([host, ofHost]) => ({
    host,
    http: { paths: ofHost.map((route) => ({ path: route.path, pathType: 'Prefix', backend: backend(route) })) },
  }));
}

function tls(gateway: Gateway, routes: readonly Route[]): k8s.IngressTls[] {
  const hosts = new Set(routes.map(({ host }) => host));
  const bySecret = groupBy([...hosts], (host) => gateway.tls(host).secretName(host));
  return [...bySecret].map(([secretName, ofSecret]) => ({ hosts: ofSecret, secretName }));
}

function backend({ to }: Route): k8s.IngressBackend {
  return { service: { name: to.tenant.name, port: { number: to.number } } };
}

/** The items under their keys, in the order of their first appearance (`Map.groupBy` comes with Node 21). */
function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}
