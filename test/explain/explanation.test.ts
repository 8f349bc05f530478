import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Duration } from 'cdk8s';
import {
  BusinessUnit,
  Endpoint,
  EnvValue,
  Fleet,
  type FleetProps,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  LoggingSidecar,
  Metrics,
  MiBaseImage,
  type MiRelease,
  MiTenant,
  type MiTenantProps,
  Monitoring,
  Network,
  Patch,
  Route,
  Scaling,
} from '../../lib';
import { asked } from '../../lib/explain/explanation';
import { fieldReasons } from '../../lib/explain/reasons';
import { type Answer, compositionOf } from '../../lib/fleet/variants/answer';
import { composed, objectsOfTenant } from '../../lib/fleet/variants/composition';
import { answerOf, example, explained, why } from './asked';

const EDGE = 'public';
const GRACE = 'spec.template.spec.terminationGracePeriodSeconds';
const source = readFileSync(__filename, 'utf8').split('\n');
const lineOf = (words: string) =>
  `test/explain/explanation.test.ts:${source.findIndex((line) => line.includes(words)) + 1}`;

function image(release: MiRelease = '4.4.0') {
  return MiBaseImage.fromRegistry('registry.example.com/mi', { release }).withApp('orders', '1.0.0');
}

/** A program with the tenant "shop/orders". */
function program(
  props: Partial<MiTenantProps<'app'>> = {},
  more: (tenant: MiTenant, fleet: Fleet) => void = () => undefined,
  of: FleetProps = {},
) {
  return () => {
    const fleet = new Fleet(of);
    const unit = new BusinessUnit(fleet, 'shop', { contact: 'shop@example.com' });
    more(new MiTenant(unit, 'orders', { image: image(), scaling: Scaling.fixed(2), ...props }), fleet);
    return fleet;
  };
}

const plain = explained('shop/orders', program());

test('a default is told by its prop and in its words, a fact of the release with what others make of it', () => {
  const [grace] = asked(plain.fields, 'spec.terminationGracePeriodSeconds');
  expect(grace).toEqual({
    object: 'Deployment orders',
    path: GRACE,
    value: 85,
    isThere: true,
    reasons: [
      {
        decider: 'release',
        name: '4.4.0',
        isSaid: true,
        default: undefined,
        at: expect.stringContaining('test/explain/explanation.test.ts:'),
        otherwise: [
          { name: '4.5.0', value: 205 },
          { name: '4.6.0', value: 205 },
        ],
      },
      expect.objectContaining({ name: 'lifecycle.requestTimeout', decider: 'default' }),
      expect.objectContaining({ name: 'lifecycle.leave', decider: 'default' }),
      {
        decider: 'default',
        name: 'lifecycle.drain',
        isSaid: false,
        at: undefined,
        default: "the release's own: 60 s, from 4.5 on 180 s, or requestTimeout if that is longer",
        otherwise: expect.arrayContaining([{ name: 'lifecycle.drain', value: 26 }]),
      },
    ],
  });
});

test('a field is found by its last name, where a longer name before it begins alike', () => {
  const ports = plain.fields.filter(({ path, isThere }) => isThere && path.endsWith('.port'));
  expect(ports.map(({ object }) => object)).toContain('Service orders');
  expect(asked(plain.fields, 'port')).toEqual(ports);
});

test('a prop that is said comes first, with its line', () => {
  const of = explained(
    'shop/orders',
    program({
      lifecycle: {
        leave: Duration.seconds(44), // here
      },
    }),
  );
  expect(why(of, GRACE)[0]).toEqual([119, 'prop lifecycle.leave', 'release 4.4.0', 'default lifecycle.drain']);
  const { reasons = [] } = of.fields.find(({ path }) => path === GRACE) ?? {};
  expect(reasons[0]?.at).toBe(lineOf('leave: Duration.seconds(44), // here'));
});

test('ids, image, unit, fleet and load balancer are told as what they are', () => {
  const of = explained(
    'shop/orders',
    program(
      { config: { metrics: Metrics.prometheus() } },
      (tenant, fleet) => {
        const controller = GatewayController.alb();
        const via = new LoadBalancer(fleet, 'public', { controller, hosts: { 'shop.example.com': 'shop' } });
        new GatewayIngress(tenant.unit, 'routes', {
          via,
          routes: [Route.http('shop.example.com', { to: tenant.http })],
        });
      },
      { monitoring: Monitoring.annotations() },
    ),
  );
  expect(why(of, 'metadata.name')).toEqual([['orders', 'id of the tenant', 'unit namespace']]);
  expect(why(of, 'metadata.namespace')).toEqual([['shop', 'id of the unit', 'unit namespace', 'fleet suffix']]);
  expect(why(of, 'metadata.labels["app.kubernetes.io/version"]')).toEqual([['1.0.0', 'image image']]);
  expect(why(of, 'metadata.annotations["cdk8s-wso2-mi/contact"]')).toEqual([['shop@example.com', 'unit contact']]);
  expect(why(of, 'spec.template.metadata.annotations["prometheus.io/scrape"]')).toEqual([
    ['true', 'prop config.metrics', 'fleet monitoring'],
  ]);
  expect(why(of, GRACE)[0]).toEqual([
    135,
    'release 4.4.0',
    'load balancer public',
    'default lifecycle.requestTimeout',
    'default lifecycle.leave',
    'default lifecycle.drain',
  ]);
});

test('of several gateways through one load balancer that of the tenant is told', () => {
  const of = explained(
    'shop/orders',
    program({}, (tenant, fleet) => {
      const { unit } = tenant;
      const hosts = { 'a.example.com': 'shop', 'b.example.com': 'shop' };
      const via = new LoadBalancer(fleet, EDGE, { controller: GatewayController.alb(), hosts });
      const other = new MiTenant(unit, 'other', { image: image(), scaling: Scaling.fixed(2) });
      const to = [tenant.http, other.http] as const;
      new GatewayIngress(unit, 'one', { via, routes: [Route.http('a.example.com', { to: to[0] })] }); // of orders
      new GatewayIngress(unit, 'two', { via, routes: [Route.http('b.example.com', { to: to[1] })] });
    }),
  );
  const { reasons = [] } = of.fields.find(({ path }) => path === GRACE) ?? {};
  expect(reasons.find(({ name }) => name === EDGE)?.at).toBe(lineOf('}); // of orders'));
});

test('a program of several fleets writes none of them, and answers for all', () => {
  const outdir = join(tmpdir(), `never-written-${process.pid}`);
  const answer: Answer = JSON.parse(
    answerOf('shop/orders', () => {
      const second = new Fleet({ name: 'second', outdir });
      const unit = new BusinessUnit(second, 'clinic', { contact: 'clinic@example.com' });
      new MiTenant(unit, 'lab', { image: image(), scaling: Scaling.fixed(2) });
      const fleets = [program()(), second];
      return {
        synth: () => {
          for (const one of fleets) one.synth();
        },
      };
    }),
  );
  expect(answer.tenants).toEqual(['shop/orders', 'clinic/lab']);
  expect(answer.explained.map(({ rendered }) => Object.keys(rendered).length > 0)).toEqual([true]);
  expect(existsSync(outdir)).toBe(false);
});

test('what the program says besides is told as that, and what nothing decides as fixed', () => {
  const of = explained(
    'shop/orders',
    program({}, (tenant) => {
      Patch.of(tenant, 'Deployment').replace('/spec/minReadySeconds', 7);
      new ApiObject(tenant, 'more', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } });
    }),
  );
  expect(why(of, 'spec.minReadySeconds')).toEqual([
    [7, 'program what else the program says', 'default lifecycle.minReady'],
  ]);
  expect(why(of, 'data.a', 'ConfigMap')).toEqual([['b', 'program what else the program says']]);
  expect(why(of, 'spec.template.spec.enableServiceLinks')).toEqual([[false, 'library fixed: no prop changes it']]);
});

test('a tenant of a function of one’s own is told by both lines, and its props by that in which they stand', () => {
  function service(unit: BusinessUnit, id: string, minReady: Duration) {
    return new MiTenant(unit, id, { image: image(), scaling: Scaling.fixed(2), lifecycle: { minReady } }); // made
  }
  const of = explained('shop/orders', () => {
    const fleet = new Fleet();
    service(new BusinessUnit(fleet, 'shop', { contact: 'a@example.com' }), 'orders', Duration.seconds(5)); // called
    return fleet;
  });
  expect(of.declared.slice(0, 2)).toEqual([lineOf('}); // made'), lineOf('; // called')]);
  const { reasons } = of.fields.find(({ path }) => path === 'spec.minReadySeconds') ?? {};
  expect(reasons).toEqual([
    expect.objectContaining({ name: 'lifecycle.minReady', decider: 'prop', at: lineOf('}); // made') }),
  ]);
});

test('a field that is not there is told by the prop that brings it', () => {
  expect(asked(plain.fields, 'priorityClassName')).toEqual([
    expect.objectContaining({
      path: 'spec.template.spec.priorityClassName',
      isThere: false,
      reasons: [expect.objectContaining({ name: 'pod.priorityClassName', default: 'that of the cluster' })],
    }),
  ]);
});

describe('it is no second list', () => {
  const sidecar = LoggingSidecar.toStdout({ image: 'registry.example.com/busybox:1.36', files: ['audit.log'] });
  const everything = program(
    {
      config: { metrics: Metrics.prometheus() },
      env: { PASSWORD: EnvValue.fromSecret('login', 'password') },
      logging: [sidecar],
    },
    (tenant) => {
      const { unit } = tenant;
      new MiTenant(unit, 'isolated', { image: image(), scaling: Scaling.fixed(2), calls: [] });
    },
    { monitoring: Monitoring.serviceMonitors() },
  );
  const isolated = () => {
    const fleet = new Fleet({ monitoring: Monitoring.serviceMonitors() });
    const network = Network.isolated();
    const unit = new BusinessUnit(fleet, 'shop', { contact: 'shop@example.com', network });
    const at = Endpoint.outside('a.example.com', 443, ['192.0.2.1/32']);
    new MiTenant(unit, 'orders', {
      image: image('4.6.0'),
      scaling: Scaling.fixed(2),
      calls: [at],
      config: { metrics: Metrics.prometheus() },
    });
    return fleet;
  };

  test('every prop that is asked changes a field: no value is taken that is the default', () => {
    const programs = [program(), everything, isolated];
    const deciding = new Set<string>();
    const all = new Set<string>();
    for (const one of programs) {
      const {
        explained: [tenant],
      }: Answer = JSON.parse(answerOf('shop/orders', one));
      if (tenant === undefined) throw new Error('the tenant must be there');
      for (const { decider, name } of tenant.variants) if (decider !== 'release') all.add(name);
      for (const { reasons } of fieldReasons(tenant)) for (const { name } of reasons) deciding.add(name);
    }
    const isDeciding = (name: string) => [...deciding].some((one) => one === name || one.startsWith(`${name}[`));
    expect([...all].filter((name) => !isDeciding(name))).toEqual([]);
    expect(all.size).toBeGreaterThan(55);
  });

  test('what the example renders for each tenant is what is declared and nothing else', () => {
    const tenants = example().node.findAll().filter(MiTenant.isMiTenant);
    expect(tenants.map(({ unit, node }) => `${unit.node.id}/${node.id}`)).toEqual([
      'clinic/doctor-appointment',
      'clinic/lab-results-poller',
      'retail/barcode-lookup',
      'platform/signpost',
    ]);
    for (const tenant of tenants) {
      const rendered = objectsOfTenant(tenant);
      expect(objectsOfTenant(composed(compositionOf(tenant)))).toEqual(rendered);
    }
  });
});
