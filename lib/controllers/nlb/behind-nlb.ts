import { ApiObject } from 'cdk8s';
import type { Service } from '../../../imports/k8s';
import { isDnsLabel } from '../../core/dns-name';
import { requireLabels } from '../../core/labels';
import { refuse, verbatim } from '../../core/refusal';
import { requireProps } from '../../core/required';
import { Peer } from '../../network/peer';
import type { Route } from '../../route/route';
import type { Controller, SharedEdge, UnitRoutes } from '../../route/unit-routes';
import { KEEP_CLIENT_ADDRESS, type NlbProps, nlbAnnotations, nlbSpec, requireNlb } from './annotations';

/** An NLB before the pods of a shared controller. */
export interface BehindNlbProps extends NlbProps {
  /** Namespace that the controller runs in. */
  readonly namespace: string;

  /** Labels of its pods: `{ 'app.kubernetes.io/name': 'traefik' }`. */
  readonly selector: Readonly<Record<string, string>>;

  /**
   * Port of its pods for plain HTTP, by number or name; `web` in the chart of Traefik.
   *
   * @default 'http'
   */
  readonly httpPort?: number | string;

  /**
   * Port of its pods for TLS, by number or name; `websecure` in the chart of Traefik.
   *
   * @default 'https'
   */
  readonly httpsPort?: number | string;
}

/**
 * A shared controller that the outside reaches through a Network Load Balancer of AWS: a Service in the controller's
 * namespace and the load balancer's file. All else is the controller's. Its pods see the address of the client, which
 * `from` and `rateLimit` go by; so they themselves cannot ask through the NLB (AWS: client IP preservation).
 */
export class BehindNlb implements Controller {
  public readonly name: string;
  public readonly cannot: Controller['cannot'];
  public readonly needs: Controller['needs'];
  public readonly sources: readonly Peer[];
  public readonly seesClients: boolean = true;
  public readonly paths: Controller['paths'];

  public constructor(
    private readonly controller: Controller,
    private readonly props: BehindNlbProps,
  ) {
    requireProps('controller', `${controller.name} behind an NLB`, props, {
      namespace: "'ingress-nginx'",
      selector: "{ 'app.kubernetes.io/name': 'ingress-nginx' }",
    });
    this.needs = controller.needs;
    const { namespace, selector } = props;
    const about = { kind: 'controller', id: `${controller.name} behind an NLB` };
    requireNlb(props);
    if (!isDnsLabel(namespace)) {
      refuse({ ...about, prop: 'namespace', must: 'name a namespace', got: namespace });
    }
    if (Object.keys(selector).length === 0) {
      const instead = 'without one every pod of the namespace would be the controller';
      refuse({ ...about, prop: 'selector', must: 'have at least one label', got: verbatim('none'), instead });
    }
    requireLabels({ ...about, prop: 'selector' }, selector);
    this.name = about.id;
    this.sources = [Peer.pods(namespace, selector)];
    this.cannot = controller.cannot;
    this.paths = controller.paths;
  }

  public serversOf(edge: Pick<SharedEdge, 'name'>): readonly string[] {
    return this.controller.serversOf(edge);
  }

  public refuses(route: Route): string | undefined {
    return this.controller.refuses(route);
  }

  public renderShared(edge: SharedEdge): void {
    const { namespace, selector, httpPort = 'http', httpsPort = 'https' } = this.props;
    this.controller.renderShared(edge);
    new ApiObject(edge.chart, 'nlb', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: `${edge.name}-nlb`,
        namespace,
        annotations: { ...nlbAnnotations(this.props), ...KEEP_CLIENT_ADDRESS },
      },
      spec: {
        ...nlbSpec(this.props),
        selector: { ...selector },
        ports: [
          { name: 'http', port: 80, targetPort: httpPort, protocol: 'TCP' },
          { name: 'https', port: 443, targetPort: httpsPort, protocol: 'TCP' },
        ],
      },
    } satisfies Service);
  }

  public render(gateway: UnitRoutes): void {
    this.controller.render(gateway);
  }
}
