import { GatewayController, GatewayIngress, LoadBalancer, Route } from '../../../lib';
import { orphans } from '../../../lib/review/rules/orphans';
import { app, found, orders, plain, plainPods, retail } from '../changes';

test('a tenant that leaves runs on until it is deleted, by the command', () => {
  const both = retail((unit) => [app(unit), app(unit, {}, 'prices')]);
  expect(found(orphans, both, orders())).toEqual([
    'warning retail/prices: left in the cluster, since no apply takes anything away: ServiceAccount retail/prices, ' +
      'Deployment retail/prices, Service retail/prices, PodDisruptionBudget retail/prices (its pods run on) $ kubectl -n ' +
      'retail delete serviceaccount/prices deployment/prices service/prices poddisruptionbudget/prices',
  ]);
});

test('an Ingress of another class goes on to lead its host', () => {
  const routed = (ingressClass: string, id: string) =>
    retail((unit, fleet) => {
      const controller = GatewayController.ingressClass(ingressClass);
      const via = new LoadBalancer(fleet, id, { controller, hosts: { 'a.example.com': 'retail' } });
      new GatewayIngress(unit, 'routes', { via, routes: [Route.http('a.example.com', { to: app(unit).http })] });
    });
  expect(found(orphans, routed('one', 'one'), routed('other', 'other'))).toEqual([
    expect.stringMatching(
      /Ingress retail\/routes-one \(a\.example\.com still led there\) \$ kubectl -n retail delete ingress\/routes-one$/,
    ),
  ]);
});

test('a configuration of before is kept for a rollback', () => {
  expect(
    found(orphans, orders(), orders({ config: { toml: { mediation: { synapse: { max_threads: 40 } } } } })),
  ).toEqual([]);
});

const CLAIM = { kind: 'PersistentVolumeClaim' };
const VOLUME = { kind: 'PersistentVolume', metadata: { namespace: undefined } };
const NAMESPACE = { kind: 'Namespace', metadata: { namespace: undefined } };

test.each([CLAIM, VOLUME, NAMESPACE])('nobody is given a command that takes files away: $kind', (object) => {
  const stays = { kind: 'ConfigMap' };
  expect(found(orphans, plain(stays, { kind: 'Secret' }), plain(stays))).toEqual([
    expect.stringMatching(/\$ kubectl -n retail delete secret\/it$/),
  ]);
  expect(found(orphans, plain(stays, object), plain(stays))).toEqual([]);
});

test.each(['Deployment', 'StatefulSet', 'Rollout', 'DaemonSet'])('the pods of a %s run on', (kind) => {
  expect(found(orphans, plainPods({}, {}, kind), plain({ kind: 'Secret', metadata: { name: 'other' } }))).toEqual([
    expect.stringContaining(`${kind} retail/it (its pods run on) $ kubectl -n retail delete ${kind.toLowerCase()}/it`),
  ]);
});
