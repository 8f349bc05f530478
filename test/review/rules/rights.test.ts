import { rights } from '../../../lib/review/rules/rights';
import { found, plain, plainPods } from '../changes';

test('a role that allows more, and less', () => {
  const role = (verb: string) =>
    plain({
      kind: 'Role',
      apiVersion: 'rbac.authorization.k8s.io/v1',
      rules: [{ verbs: [verb], resources: ['secrets'] }],
    });
  expect(found(rights, role('get'), role('delete'))).toEqual([
    'warning retail: Role retail/it gives rights: delete secrets',
    'notice retail: Role retail/it takes rights: get secrets',
  ]);
});

test('a binding that comes', () => {
  const subjects = [{ kind: 'ServiceAccount', name: 'orders' }];
  const binding = {
    kind: 'ClusterRoleBinding',
    apiVersion: 'rbac.authorization.k8s.io/v1',
    metadata: { namespace: undefined },
  };
  expect(found(rights, plain(), plain({ ...binding, roleRef: { name: 'cluster-admin' }, subjects }))).toEqual([
    'warning : ClusterRoleBinding it gives rights: cluster-admin to ServiceAccount orders',
  ]);
});

test('pods with more power', () => {
  const strong = plainPods(
    { hostNetwork: true, automountServiceAccountToken: true, volumes: [{ name: 'v', hostPath: { path: '/etc' } }] },
    { securityContext: { privileged: true, runAsUser: 0, capabilities: { add: ['NET_ADMIN'] } } },
  );
  expect(found(rights, plainPods(), strong)).toEqual([
    'warning retail/it: its pods may do more: a token for the API server, hostNetwork, folder /etc of the node, privileged in app, ' +
      'root in app, capability NET_ADMIN in app',
  ]);
  expect(found(rights, strong, strong)).toEqual([]);
  expect(found(rights, strong, plainPods())).toEqual([]);
});

test.each<[object, object, string]>([
  [{ hostPID: true }, {}, 'hostPID'],
  [{ hostIPC: true }, {}, 'hostIPC'],
  [{}, { securityContext: { allowPrivilegeEscalation: true } }, 'escalation of privileges in app'],
  [{}, { securityContext: { runAsNonRoot: false } }, 'root in app'],
])('pods with %j and containers with %j: %s', (pod, container, power) => {
  expect(found(rights, plainPods(), plainPods(pod, container))).toEqual([
    `warning retail/it: its pods may do more: ${power}`,
  ]);
});

test('a namespace that lets in more', () => {
  const space = (level: string) =>
    plain({
      kind: 'Namespace',
      metadata: { namespace: undefined, labels: { 'pod-security.kubernetes.io/enforce': level } },
    });
  expect(found(rights, space('restricted'), space('privileged'))).toEqual([
    'warning it: Namespace it lets in pods with more power [pod security: restricted → privileged]',
  ]);
});
