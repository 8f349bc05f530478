import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Size } from 'cdk8s';
import {
  BusinessUnit,
  Datasource,
  Endpoint,
  EnvValue,
  Fleet,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiBaseImage,
  type MiRelease,
  MiSize,
  MiTenant,
  type MiTenantProps,
  Network,
  Quota,
  Route,
  type RouteSettings,
  Scaling,
  SharedVolume,
  VolumeSource,
} from '../lib';
import { reviewOf } from '../lib/review/review';
import { reviewText } from '../lib/review/review-text';

type Files = ReadonlyMap<string, string>;
type Compose = (retail: BusinessUnit, fleet: Fleet) => unknown;

/** A change as it is often made, and the fleet before and after. */
interface Picture {
  readonly title: string;
  /** What was changed in the source, and what of the answer a diff would not have shown. */
  readonly about: string;
  readonly before: Files;
  readonly after: Files;
}

function files(compose: Compose, props: Partial<ConstructorParameters<typeof BusinessUnit>[2]> = {}): Files {
  const fleet = new Fleet({ outdir: join(tmpdir(), 'never-written') });
  compose(new BusinessUnit(fleet, 'retail', { contact: 'integration@example.com', ...props }), fleet);
  return fleet.render();
}

function baseOf(release: MiRelease = '4.4.0', build = 3) {
  return MiBaseImage.fromRegistry('registry.example.com/mi-base', { release, build, drivers: ['mysql'] });
}

const base = baseOf();

function orders(unit: BusinessUnit, props: Partial<MiTenantProps<'app'>> = {}): MiTenant<'app'> {
  return new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2), ...props });
}

function prices(unit: BusinessUnit, props: Partial<MiTenantProps<'app'>> = {}): MiTenant<'app'> {
  return new MiTenant(unit, 'prices', { image: base.withApp('prices', '2.0.0'), scaling: Scaling.fixed(3), ...props });
}

const withOrders = (props: Partial<MiTenantProps<'app'>> = {}) => files((unit) => orders(unit, props));

const tasks = Datasource.mysql('WSO2_COORDINATION_DB', {
  at: Endpoint.outside('tasks.example.com', 3306, ['10.20.0.0/24']),
  database: 'tasks',
  username: EnvValue.fromSecret('tasks', 'username'),
  password: EnvValue.fromSecret('tasks', 'password'),
});

const poller = (scaling: Scaling<'poller'>) =>
  files((unit) => new MiTenant(unit, 'invoices', { image: base.withPoller('invoices', '1.0.0'), scaling }));

const mounted = (server: string, release: MiRelease = '4.4.0') =>
  files((unit) => {
    const source = VolumeSource.nfs(server, '/export/invoices');
    const mounts = [new SharedVolume(unit, 'invoices', { source, group: 5000 }).at('/mnt/invoices')];
    orders(unit, { mounts, image: baseOf(release).withApp('orders', '1.0.0') });
  });

const routed = (host: `${string}.${string}`, settings: RouteSettings) =>
  files((unit, fleet) => {
    const controller = GatewayController.nginx({ clientAddresses: 'direct' });
    const via = new LoadBalancer(fleet, 'public', { controller, hosts: { [host]: 'retail' } });
    const to = orders(unit).http;
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http(host, { to, path: '/orders', ...settings })] });
  });

const plainVolume = (server: string) =>
  files(
    (unit) =>
      new ApiObject(unit, 'archive', {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: 'archive' },
        ...{
          spec: { capacity: { storage: '10Gi' }, accessModes: ['ReadWriteMany'], nfs: { server, path: '/archive' } },
        },
      }),
  );

const tight = { quota: Quota.ofTenants({ headroom: 1 }) };

const PICTURES: readonly Picture[] = [
  {
    title: 'Another version of one application',
    about: '`base.withApp("orders", "1.1.0")` in the place of `1.0.0`.',
    before: withOrders(),
    after: withOrders({ image: base.withApp('orders', '1.1.0') }),
  },
  {
    title: 'A key of the configuration',
    about: 'A diff shows a ConfigMap of another name; this names the key.',
    before: withOrders(),
    after: withOrders({ config: { toml: { mediation: { synapse: { max_threads: 200 } } } } }),
  },
  {
    title: 'A poller shares its work out',
    about: '`Scaling.singleton()` becomes `Scaling.coordinated(2, tasks)`: two lines, and another kind of object.',
    before: poller(Scaling.singleton()),
    after: poller(Scaling.coordinated(2, tasks)),
  },
  {
    title: 'An autoscaler comes',
    about: '`Scaling.fixed(5)` becomes `Scaling.auto({ min: 3, max: 9 })`.',
    before: withOrders({ scaling: Scaling.fixed(5) }),
    after: withOrders({ scaling: Scaling.auto({ min: 3, max: 9 }) }),
  },
  {
    title: 'An autoscaler goes',
    about: 'And back.',
    before: withOrders({ scaling: Scaling.auto({ min: 3, max: 9 }) }),
    after: withOrders({ scaling: Scaling.fixed(5) }),
  },
  {
    title: 'One pod is enough',
    about: '`Scaling.fixed(2)` becomes `Scaling.fixed(1)`, to save money.',
    before: withOrders(),
    after: withOrders({ scaling: Scaling.fixed(1) }),
  },
  {
    title: 'A tenant leaves a unit with a tight quota, while another is updated',
    about: 'The quota gets smaller at once; the pods of the tenant that left are still there.',
    before: files((unit) => [orders(unit), prices(unit)], tight),
    after: files((unit) => orders(unit, { image: base.withApp('orders', '1.1.0') }), tight),
  },
  {
    title: 'The files are on another server',
    about: '`VolumeSource.nfs("nfs02.example.com", …)`: another volume, so that nothing is refused half-way.',
    before: mounted('nfs01.example.com'),
    after: mounted('nfs02.example.com'),
  },
  {
    title: 'The same in an object of one’s own',
    about: 'A `PersistentVolume` that keeps its name.',
    before: plainVolume('nfs01.example.com'),
    after: plainVolume('nfs02.example.com'),
  },
  {
    title: 'A patched base image',
    about: '`build: 3` becomes `build: 4`, in one line of the platform team.',
    before: files((unit) => [orders(unit), prices(unit)]),
    after: files((unit) => [
      orders(unit, { image: baseOf('4.4.0', 4).withApp('orders', '1.0.0') }),
      prices(unit, { image: baseOf('4.4.0', 4).withApp('prices', '2.0.0') }),
    ]),
  },
  {
    title: 'Another release of Micro Integrator',
    about: 'Of a tenant with files on a shared volume.',
    before: mounted('nfs01.example.com', '4.3.0'),
    after: mounted('nfs01.example.com', '4.4.0'),
  },
  {
    title: 'A limit is taken off a route',
    about: '`rateLimit: 50` and `from` are deleted.',
    before: routed('shop.example.com', { rateLimit: 50, from: ['10.0.0.0/8'] }),
    after: routed('shop.example.com', {}),
  },
  {
    title: 'A route moves to another host',
    about: 'The name of its Ingress holds the host, so the old one stays in the cluster and goes on to answer.',
    before: routed('shop.example.com', { rateLimit: 50 }),
    after: routed('store.example.com', { rateLimit: 50 }),
  },
  {
    title: 'A unit is shut',
    about: '`network: Network.audit()` of the unit is taken out: what is not declared ends.',
    before: files((unit) => orders(unit), { network: Network.audit() }),
    after: withOrders(),
  },
  {
    title: 'A role of the cloud, and a Secret',
    about: 'What pods may reach beside the network.',
    before: withOrders(),
    after: withOrders({
      env: { PASSWORD: EnvValue.fromSecret('shop-api', 'password') },
      pod: { serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/orders' } },
    }),
  },
  {
    title: 'A tenant gets larger',
    about: '`size: MiSize.of({ memory: Size.gibibytes(4) })`, under a quota that follows.',
    before: files((unit) => orders(unit), { quota: Quota.ofTenants() }),
    after: files((unit) => orders(unit, { size: MiSize.of({ memory: Size.gibibytes(4) }) }), {
      quota: Quota.ofTenants(),
    }),
  },
  {
    title: 'Somebody else answers for a unit',
    about: '`contact` stands in a label or annotation of every object: many lines, and nothing happens.',
    before: withOrders(),
    after: files((unit) => orders(unit), { contact: 'shop@example.com' }),
  },
];

/** docs/gallery.md: changes as they are often made, and what `review` says of them. */
export function galleryDoc(): string {
  const intro = `<!-- Written by \`npm run docs\`; change docs/gallery.ts, not this file. -->

# A gallery of changes

What \`npx cdk8s-wso2-mi review\` ([what it asks](review.md)) says of changes as they are often made. Each was composed, rendered before and after, and reviewed; a test holds that the page says what the command says.
`;
  return [intro, ...PICTURES.map(pictureText)].join('\n');
}

function pictureText({ title, about, before, after }: Picture): string {
  const told = reviewText({ from: 'main', to: 'working tree' }, reviewOf(before, after));
  return `## ${title}\n\n${about}\n\n\`\`\`text\n$ npx cdk8s-wso2-mi review\n${told}\`\`\`\n`;
}
