import {
  BusinessUnit,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiTenant,
  Network,
  Route,
  Scaling,
} from '../../lib';
import { base, errorOf, named, newFleet, newUnit, theOne } from '../manifests';

const props = {
  image: base.withApp('lab', '1.0.0'),
  scaling: Scaling.fixed(2),
  pod: { ports: { hl7: 2575, ws: 9091 } },
};

test('a port of an inbound endpoint is found by its name', () => {
  const lab = new MiTenant(newUnit(), 'lab', props);
  expect([lab.port('hl7'), lab.port('ws')]).toEqual([
    { tenant: lab, number: 2575, protocol: 'HTTP', access: 'public' },
    { tenant: lab, number: 9091, protocol: 'HTTP', access: 'public' },
  ]);
});

test('a WebSocket of an inbound endpoint is a route as any other', () => {
  const fleet = newFleet();
  const controller = GatewayController.nginx();
  const via = new LoadBalancer(fleet, 'edge', { controller, hosts: { 'lab.example.com': 'retail' } });
  const unit = newUnit(fleet);
  const to = new MiTenant(unit, 'lab', props).port('ws');
  const routes = [Route.http('lab.example.com', { path: '/live', to, upgrade: 'websocket' })];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  expect(theOne(unit, 'Ingress').spec?.rules).toEqual([
    {
      host: 'lab.example.com',
      http: {
        paths: [{ path: '/live', pathType: 'Prefix', backend: { service: { name: 'lab', port: { number: 9091 } } } }],
      },
    },
  ]);
});

test('another tenant that calls it is let in, in a unit that is shut', () => {
  const unit = new BusinessUnit(newFleet(), 'retail', { contact: 'x', network: Network.isolated() });
  const lab = new MiTenant(unit, 'lab', props);
  new MiTenant(unit, 'ward', { ...props, pod: {}, calls: [lab.port('hl7')] });
  expect(JSON.stringify(named(unit, 'NetworkPolicy', 'lab').spec)).toContain('{"port":2575,"protocol":"TCP"}');
});

test.each([
  ['hl8', props.pod, 'there are hl7, ws'],
  ['toString', props.pod, 'there are hl7, ws'],
  ['hl7', {}, "write pod: { ports: { 'hl7': 2575 } }"],
])('fails when the Service has no port %j', (name, pod, instead) => {
  const lab = new MiTenant(newUnit(), 'lab', { ...props, pod });
  expect(errorOf(() => lab.port(name))).toBe(
    `port of tenant "retail/lab" must be one of pod.ports, whose ports its Service has, got "${name}"; ${instead}`,
  );
});
