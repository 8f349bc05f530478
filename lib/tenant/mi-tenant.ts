import { Construct } from 'constructs';
import type { NetworkPolicyPeer } from '../../imports/k8s';
import type { Endpoint } from '../config/endpoint';
import type { Keystore } from '../config/keystore';
import { saysLogin } from '../config/mi-config';
import { declare } from '../core/declaration';
import { freeId } from '../core/free-id';
import { sentence } from '../core/refusal';
import { requireProps } from '../core/required';
import type { MiImage, Work } from '../image/mi-image';
import { podsOf } from '../network/peer';
import { Reach } from '../network/reach';
import { LEAVE_SECONDS } from '../release/drain';
import { MI_RELEASES, type MiFacts } from '../release/mi-release';
import { BusinessUnit } from '../unit/business-unit';
import type { EdgeNeeds } from '../unit/edge-needs';
import type { Canary, TenantCanary } from './canary';
import type { HealthCheck } from './health-check';
import type { MiTenantProps } from './mi-tenant-props';
import { needOf } from './need';
import {
  httpPort,
  httpsPort,
  inboundPort,
  type ManagementPort,
  managementPort,
  metricsPort,
  type TenantPort,
} from './port';
import { tenantRefusals } from './refusals/tenant';
import { remarksOf } from './remarks';
import { renderRuntime, renderTenant } from './render/objects';
import type { TenantRuntime } from './runtime';
import { type RuntimeProps, runtimeOf } from './runtime-of';
import type { Scaling } from './scaling';
import { callRefusals, openWays } from './tenant-reach';
import type { TenantWorkload } from './tenant-workload';

/**
 * One Micro Integrator runtime with its own image: workload, Service, ServiceAccount and configuration, and by choice
 * of `scaling` an autoscaler and a disruption budget. All of them carry the tenant's name.
 */
export class MiTenant<W extends Work = Work> extends Construct {
  /** Whether a construct is a tenant. */
  public static isMiTenant(construct: unknown): construct is MiTenant {
    return construct instanceof MiTenant;
  }

  /** The unit that the tenant belongs to. */
  public readonly unit: BusinessUnit;
  /** Name of its objects in the namespace; its Service answers under it. */
  public readonly name: string;
  /** What port 8253 shows; `undefined` for the image's own, which is self-signed for CN=localhost. */
  public readonly tls: Keystore | undefined;
  /** What its release of Micro Integrator is like. */
  public readonly facts: MiFacts;
  /** Its readiness as a load balancer can ask it; `undefined` if only the kubelet can. */
  public readonly readiness: HealthCheck | undefined;
  /** The longest that a request may take, in seconds, where `lifecycle.requestTimeout` says it. */
  public readonly requestSeconds: number | undefined;
  /** The longest that a request may take and be answered, in seconds: that, or what drain and server leave it. */
  public readonly waitSeconds: number;
  /** Seconds after which the server ends a silent connection. */
  public readonly silentSeconds: number;
  /** Whether its configuration says who may log in to its Management API. */
  public readonly saysLogin: boolean;
  /** Labels by which Services select its pods. */
  public readonly selector: Readonly<Record<string, string>>;
  /** The canary that takes a part of its requests, if it has one. */
  public readonly canary: TenantCanary | undefined;
  /** What runs its pods: its workload, and that of its canary. */
  public readonly workloads: readonly TenantWorkload[];
  /** Systems outside that its pods call. */
  public readonly endpoints: readonly Endpoint[];
  /** Port for requests in the open (8290). */
  public readonly http: TenantPort;
  /** Port for requests over TLS (8253). */
  public readonly https: TenantPort;
  /** The Management API (9164). */
  public readonly management: ManagementPort;
  /** The metrics for Prometheus (9201). */
  public readonly metrics: ManagementPort;

  /** Who may ask its pods, and whom they may ask. */
  public readonly reach: Reach;

  private readonly inbound: Readonly<Record<string, number>>;
  private readonly runtimes: readonly TenantRuntime[];
  private edgeSeconds = LEAVE_SECONDS;

  public constructor(scope: Construct, id: string, props: MiTenantProps<W>) {
    requireProps<{ readonly image: MiImage; readonly scaling: Scaling }>('tenant', id, props, {
      image: "base.withApp('orders', '1.0.0')",
      scaling: 'Scaling.fixed(2)',
    });
    super(scope, freeId(scope, 'tenant', id));
    declare(this, props);
    this.unit = BusinessUnit.of(this);
    this.name = this.unit.objectName(id);
    this.tls = props.tls;
    this.facts = MI_RELEASES[props.image.release];
    this.http = httpPort(this);
    this.https = httpsPort(this);
    this.management = managementPort(this);
    this.metrics = metricsPort(this);
    this.inbound = { ...props.pod?.ports };

    const runtime = runtimeOf(this, this.name, id, props.image, props);
    this.readiness = runtime.readiness;
    this.requestSeconds = runtime.lifecycle.requestSeconds;
    this.waitSeconds = runtime.lifecycle.waitSeconds;
    this.silentSeconds = runtime.lifecycle.silentSeconds;
    this.saysLogin = saysLogin(props.config ?? {});
    this.selector = runtime.selector;
    this.reach = new Reach(this.node.path);
    this.unit.hold(this.reach);
    renderTenant(this, runtime, this.reach);
    this.unit.reserve({ of: this.node.path, ...needOf(runtime, props.scaling.peak) });
    this.endpoints = runtime.part.endpoints;
    const trial = props.canary && this.renderCanary(id, props, props.canary);
    const alone = props.scaling.peak === 1;
    for (const { user, mounts } of [runtime, trial?.runtime ?? []].flat()) {
      for (const { volume, readOnly } of mounts) {
        volume.usedBy({ tenant: this.node.path, user, writes: !readOnly, alone });
      }
    }
    this.canary = trial?.canary;
    const own = { path: this.node.path, scaling: props.scaling };
    this.workloads = trial === undefined ? [own] : [own, trial.workload];
    this.runtimes = trial === undefined ? [runtime] : [runtime, trial.runtime];
    openWays(this, this.runtimes, props);
    this.reach.remark(...remarksOf(this, props, this.endpoints));
    const { canary, tls, config = {} } = props;
    const checked = { ...runtime, canary, canaryRuntime: trial?.runtime, tls, config };
    this.node.addValidation({
      validate: () => [...tenantRefusals(this.node.path, checked), ...callRefusals(this, props.calls)].map(sentence),
    });
  }

  /**
   * Port of an inbound endpoint (HTTP, WebSocket, HL7, TCP) by its name in `pod.ports`: for `Route.http` if it speaks HTTP
   * in the open, for `Route.tcp` whatever it speaks, for `calls`. A name that is not there is refused.
   */
  public port(name: string): TenantPort {
    return inboundPort(this, this.inbound, name);
  }

  /** The images that it runs: its own, and that of its canary. */
  public get images(): readonly MiImage[] {
    return this.runtimes.map(({ image }) => image);
  }

  /** Its pods as a NetworkPolicy shows them, those of its canary too; known at the render. */
  public peers(): readonly NetworkPolicyPeer[] {
    return this.runtimes.map(({ selector }) => podsOf(this.unit.namespaceName, selector));
  }

  /** Takes note of a load balancer that leads to the pods, and of what it needs of them. */
  public servedBy(needs: EdgeNeeds): void {
    this.edgeSeconds = Math.max(this.edgeSeconds, needs.leaveSeconds);
    this.unit.servedBy(needs);
  }

  /**
   * Seconds in which load balancers may send requests to a pod of this work that leaves; known at the render.
   * Applications of a unit leave alike, so that a route may turn from one to another without a rollout of the two.
   */
  public edgeSecondsOf(work: Work): number {
    return work === 'app' ? Math.max(this.edgeSeconds, this.unit.edgeSeconds) : this.edgeSeconds;
  }

  private renderCanary(
    id: string,
    props: RuntimeProps,
    canary: Canary,
  ): { canary: TenantCanary; runtime: TenantRuntime; workload: TenantWorkload } {
    const serviceName = `${this.name}-canary`;
    const scaling = canary.scaling();
    const runtime = runtimeOf(this, serviceName, `${id}-canary`, canary.image, { ...props, scaling });
    const place = new Construct(this, 'canary');
    renderRuntime(place, runtime, this.reach);
    this.unit.reserve({ of: place.node.path, ...needOf(runtime, scaling.peak) });
    const { readiness } = runtime;
    const workload = { path: place.node.path, scaling };
    return { canary: { serviceName, share: canary.share, readiness }, runtime, workload };
  }
}
