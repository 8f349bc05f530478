import { ownedBy, projected } from '../../lib/review/owned-fields';

const live = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'orders',
    namespace: 'retail',
    uid: '1',
    generation: 3,
    labels: { team: 'a' },
    managedFields: [
      {
        manager: 'kubectl',
        operation: 'Apply',
        fieldsV1: {
          'f:metadata': { 'f:labels': { 'f:team': {} } },
          'f:spec': {
            'f:minReadySeconds': {},
            'f:selector': {},
            'f:template': {
              'f:spec': { 'f:containers': { 'k:{"name":"server"}': { '.': {}, 'f:image': {}, 'f:name': {} } } },
            },
          },
        },
      },
      {
        manager: 'kubectl-scale',
        operation: 'Update',
        subresource: 'scale',
        fieldsV1: { 'f:spec': { 'f:replicas': {} } },
      },
      {
        manager: 'kubectl-edit',
        operation: 'Update',
        fieldsV1: {
          'f:spec': { 'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"server"}': { 'f:image': {} } } } } },
        },
      },
      {
        manager: 'controller',
        operation: 'Update',
        subresource: 'status',
        fieldsV1: { 'f:status': { 'f:replicas': {} } },
      },
    ],
  },
  spec: {
    minReadySeconds: 30,
    progressDeadlineSeconds: 600,
    replicas: 5,
    selector: { matchLabels: { app: 'orders' } },
    template: {
      spec: {
        containers: [
          { name: 'server', image: 'a:2', imagePullPolicy: 'IfNotPresent' },
          { name: 'injected', image: 'mesh:1' },
        ],
        dnsPolicy: 'ClusterFirst',
      },
    },
  },
  status: { replicas: 5 },
};

test('an object as it was applied: without what the server, a controller or a mesh put in', () => {
  expect(projected(live, undefined)).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'orders', namespace: 'retail', labels: { team: 'a' } },
    spec: {
      minReadySeconds: 30,
      selector: { matchLabels: { app: 'orders' } },
      template: { spec: { containers: [{ name: 'server', image: 'a:2' }] } },
    },
  });
});

test('what is declared now is looked at, whoever owns it', () => {
  const declared = { ...live, metadata: { name: 'orders' }, spec: { replicas: 2 } };
  expect(projected(live, declared)).toMatchObject({ spec: { replicas: 5, minReadySeconds: 30 } });
});

test('what only the server writes is in no comparison, also where a file was taken out of a cluster with it', () => {
  const ofServer = { creationTimestamp: '2026-01-01T00:00:00Z', resourceVersion: '7', selfLink: '/apis' };
  const exported = { ...live, metadata: { ...live.metadata, ...ofServer } };
  expect(projected(exported, exported)).toMatchObject({ spec: { replicas: 5 } });
  expect(Object(projected(exported, exported)).metadata).toEqual({
    name: 'orders',
    namespace: 'retail',
    labels: { team: 'a' },
  });
});

test('whom each field belongs to beside the apply; not what a controller counts', () => {
  expect([...ownedBy(live)]).toEqual([
    ['spec.replicas', 'kubectl-scale'],
    ['spec.template.spec.containers[server].image', 'kubectl-edit'],
  ]);
});
