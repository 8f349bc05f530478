import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PolicyRule, Role, RoleBinding } from '../../imports/k8s';
import { groupBy } from '../core/by-key';
import { refuse } from '../core/refusal';

/** How much a right allows. */
type Level = 'view' | 'operate';

/**
 * What the people of a group may do in the namespace of a unit by their own tools. Secrets are never among it: neither
 * their values, nor `exec` into a pod that has them, nor a change of a workload, by which anybody could mount them.
 */
export class Access {
  /** Look at everything that a unit consists of, its events, its use and the lines of its pods, but for Secrets. */
  public static view(group: string): Access {
    return new Access('view', group);
  }

  /**
   * Look, and: stop and start tenants (`kubectl scale`), restart them (`kubectl delete pod`, or an eviction, which keeps
   * the disruption budget), and forward a port (the Management API). `kubectl rollout restart` is not among it, since it
   * changes the workload.
   */
  public static operate(group: string): Access {
    return new Access('operate', group);
  }

  private constructor(
    /** How much it allows. */
    public readonly level: Level,
    /** The group, as the API server gets it from whoever says who somebody is (OIDC claim, EKS access entry). */
    public readonly group: string,
  ) {
    if (
      !/^[^\s\p{Cc}\p{Cf}](?:[^\p{Cc}\p{Cf}\u2028\u2029]*[^\s\p{Cc}\p{Cf}])?$/u.test(group) ||
      group.startsWith('system:')
    ) {
      const instead = 'groups that begin with system: are Kubernetes’ own';
      refuse({ prop: 'group', kind: 'access', id: level, must: 'name a group of people', got: group, instead });
    }
  }
}

/** Renders the rights of a unit: a Role and its binding for each level that somebody has. */
export function renderAccess(scope: Construct, rights: readonly Access[], nameOf: (id: string) => string): void {
  for (const [level, some] of groupBy(rights, ({ level }) => level)) {
    const name = nameOf(level);
    const groups = [...new Set(some.map(({ group }) => group))].sort();
    new ApiObject(scope, `${level}-role`, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name },
      rules: RULES[level],
    } satisfies Role);
    new ApiObject(scope, `${level}-binding`, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: groups.map((group) => ({ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: group })),
    } satisfies RoleBinding);
  }
}

/** What may be read, by group of the API; what a cluster does not know is allowed in vain. */
const READ: Readonly<Record<string, readonly string[]>> = {
  '': [
    'configmaps',
    'endpoints',
    'events',
    'limitranges',
    'persistentvolumeclaims',
    'pods',
    'pods/log',
    'resourcequotas',
    'serviceaccounts',
    'services',
  ],
  apps: ['controllerrevisions', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  'argoproj.io': ['rollouts'],
  autoscaling: ['horizontalpodautoscalers'],
  batch: ['cronjobs', 'jobs'],
  'cert-manager.io': ['certificates'],
  'discovery.k8s.io': ['endpointslices'],
  'elbv2.k8s.aws': ['targetgroupbindings'],
  'events.k8s.io': ['events'],
  'external-secrets.io': ['externalsecrets'],
  'gateway.envoyproxy.io': ['backendtrafficpolicies'],
  'gateway.networking.k8s.io': [
    'backendtlspolicies',
    'gateways',
    'grpcroutes',
    'httproutes',
    'listenersets',
    'referencegrants',
    'tcproutes',
    'tlsroutes',
  ],
  'keda.sh': ['scaledobjects', 'triggerauthentications'],
  'metrics.k8s.io': ['pods'],
  'monitoring.coreos.com': ['podmonitors', 'prometheusrules', 'servicemonitors'],
  'networking.k8s.io': ['ingresses', 'networkpolicies'],
  policy: ['poddisruptionbudgets'],
  'secrets-store.csi.x-k8s.io': ['secretproviderclasses', 'secretproviderclasspodstatuses'],
  'traefik.io': [
    'ingressroutes',
    'ingressroutetcps',
    'middlewares',
    'middlewaretcps',
    'serverstransports',
    'serverstransporttcps',
    'tlsoptions',
    'tlsstores',
    'traefikservices',
  ],
};

const VIEW: readonly PolicyRule[] = Object.entries(READ).map(([group, resources]) => ({
  apiGroups: [group],
  resources,
  verbs: ['get', 'list', 'watch'],
}));

// kubectl forwards a port over a WebSocket, which begins with a get; older ones begin with a create.
const OPERATE: readonly PolicyRule[] = [
  { apiGroups: ['apps'], resources: ['deployments/scale', 'statefulsets/scale'], verbs: ['get', 'patch', 'update'] },
  { apiGroups: ['argoproj.io'], resources: ['rollouts/scale'], verbs: ['get', 'patch', 'update'] },
  { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
  { apiGroups: [''], resources: ['pods/eviction'], verbs: ['create'] },
  { apiGroups: [''], resources: ['pods/portforward'], verbs: ['create', 'get'] },
];

const RULES: Readonly<Record<Level, PolicyRule[]>> = { view: [...VIEW], operate: [...VIEW, ...OPERATE] };
