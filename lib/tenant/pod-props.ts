import type {
  Affinity,
  Container,
  HostAlias,
  PodDNSConfig,
  Toleration,
  TopologySpreadConstraint,
  Volume,
  VolumeMount,
} from '../../imports/k8s';
import type { PodPart } from '../config/pod-part';

/**
 * What a workload may ask of Kubernetes beyond what a tenant says of Micro Integrator. All of it is Kubernetes' own, in
 * its types; further containers get the security settings of the `restricted` standard where they say none.
 */
export interface PodProps {
  /**
   * Further labels of the pods. Those of the tenant cannot be replaced.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;

  /**
   * A ServiceAccount that somebody else makes, which the pods run as: one that a cloud already trusts. No pod gets its
   * token. `serviceAccountAnnotations` beside it are refused.
   *
   * @default - one of the tenant's own, rendered under its name
   */
  readonly serviceAccountName?: string;

  /**
   * Annotations of the ServiceAccount, such as `eks.amazonaws.com/role-arn`.
   *
   * @default - none
   */
  readonly serviceAccountAnnotations?: Readonly<Record<string, string>>;

  /**
   * Arguments of the start script: `['-Dx=y']`. What would stop the server or move its ports is refused.
   *
   * @default - those that the configuration needs
   */
  readonly args?: readonly string[];

  /**
   * Ports of inbound endpoints (HTTP, WebSocket, HL7 …), by name; the Service gets them too, and `tenant.port('hl7')`
   * hands one to a route or a caller. A name ends at 15 characters.
   *
   * @default - none
   */
  readonly ports?: Readonly<Record<string, number>>;

  /**
   * Labels of the nodes that pods may run on.
   *
   * @default - every node
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;

  /**
   * Taints of nodes that pods may run on all the same.
   *
   * @default - none
   */
  readonly tolerations?: readonly Toleration[];

  /**
   * Nodes and neighbours that pods look for or avoid.
   *
   * @default - none
   */
  readonly affinity?: Affinity;

  /**
   * How pods are spread, in the place of the default; `whenUnsatisfiable: 'DoNotSchedule'` makes it a must, and a pod
   * waits where there is no room for it. Without a `labelSelector` it is for the pods of the tenant, those of an update
   * for themselves.
   *
   * @default - over zones and over nodes as far as it can be, the pods of an update for themselves
   */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];

  /**
   * PriorityClass of the pods.
   *
   * @default - that of the cluster
   */
  readonly priorityClassName?: string;

  /**
   * Names that the pods know without DNS.
   *
   * @default - none
   */
  readonly hostAliases?: readonly HostAlias[];

  /**
   * Where the pods ask for names, beside the cluster's DNS.
   *
   * @default - the cluster's DNS
   */
  readonly dnsConfig?: PodDNSConfig;

  /**
   * Groups that the pods' processes are in, besides the group of Micro Integrator.
   *
   * @default - those of the shared volumes that are mounted
   */
  readonly supplementalGroups?: readonly number[];

  /**
   * Containers beside Micro Integrator.
   *
   * @default - none
   */
  readonly containers?: readonly Container[];

  /**
   * Containers that end before it starts.
   *
   * @default - none
   */
  readonly initContainers?: readonly Container[];

  /**
   * Volumes of the pods.
   *
   * @default - none
   */
  readonly volumes?: readonly Volume[];

  /**
   * Where Micro Integrator sees them. The folders of the product are refused.
   *
   * @default - nowhere
   */
  readonly volumeMounts?: readonly VolumeMount[];
}

/** What it adds to the pod itself; where the pod runs is no part. */
export function podPart(pod: PodProps): PodPart {
  const { labels, annotations, args, containers, initContainers, volumes, volumeMounts } = pod;
  return { labels, annotations, args, containers, initContainers, volumes, volumeMounts };
}
