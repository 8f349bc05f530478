import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BusinessUnit,
  Datasource,
  Endpoint,
  EnvValue,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiBaseImage,
  MiTenant,
  Network,
  Quota,
  Route,
  Scaling,
  SharedVolume,
  VolumeSource,
} from '../../lib';
import { blockOf } from '../cluster/guide';
import { newFleet } from '../manifests';
import { typed } from '../typed';

let project: string;
const home = process.cwd();

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'map-'));
  process.chdir(project);
});
afterEach(() => {
  process.chdir(home);
  rmSync(project, { recursive: true, force: true });
});

const base = MiBaseImage.fromRegistry('registry.example.com/mi', { release: '4.4.0', build: 3, drivers: ['mysql'] });
const prices = Datasource.mysql('prices', {
  at: Endpoint.outside('prices.example.com', 3306, ['10.30.0.0/24']),
  database: 'prices',
  username: EnvValue.fromSecret('prices-db', 'username'),
  password: EnvValue.fromSecret('prices-db', 'password'),
});

function fleet(contact = 'integration@example.com'): ReadonlyMap<string, string> {
  const all = newFleet();
  const controller = GatewayController.nginx();
  const via = new LoadBalancer(all, 'public', { controller, hosts: { 'shop.example.com': 'retail' } });
  const unit = new BusinessUnit(all, 'retail', { contact, quota: Quota.ofTenants(), network: Network.isolated() });
  const source = VolumeSource.nfs('nfs.example.com', '/export');
  const orders = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.2.3'),
    scaling: Scaling.auto({ min: 2, max: 6 }),
    config: { datasources: [prices] },
    mounts: [new SharedVolume(unit, 'files', { source }).at('/mnt/in')],
  });
  new GatewayIngress(unit, 'routes', {
    via,
    routes: [Route.http('shop.example.com', { to: orders.http, path: '/orders' })],
  });
  return all.render();
}

async function map(
  args = '',
  files = fleet(),
): Promise<{ code: unknown; err: string; html: string; markdown: string }> {
  mkdirSync('dist', { recursive: true });
  for (const [name, text] of files) {
    writeFileSync(join('dist', name), text);
  }
  const { code, err } = await typed(['map', ...args.split(' ').filter(Boolean)]);
  return {
    code,
    err,
    html: readFileSync('map.html', 'utf8'),
    markdown: readFileSync('map.md', 'utf8'),
  };
}

test('a tenant with all that leads to it and all that it reaches', async () => {
  const { err, html } = await map();
  expect(err).toBe('map.html and map.md: 1 units\n');
  for (const said of [
    '<h3>retail</h3> <span>1 tenant</span>',
    'namespace retail',
    'integration@example.com',
    'quota: limits.cpu ',
    '<th scope="row">orders</th>',
    '1.2.3',
    'base 4.4.0-3',
    '2 to 6 pods<span class="bar"',
    'shop.example.com/orders',
    ' at /mnt/in',
    'readiness: /healthz on 9201',
    'a drain takes 1 at once',
    'to 10.30.0.0/24 on 3306/TCP',
    'Secret prices-db',
  ]) {
    expect(html).toContain(said);
  }
});

test('the line in dist/ is that of the workload, and the one in the source that of its declaration', async () => {
  writeFileSync('other.ts', "export const names = ['orders'];\n");
  writeFileSync('main.ts', "// all\n\nconst orders = new MiTenant(retail, 'orders', {});\n");
  const { html, markdown } = await map();
  const [, line = ''] = /dist\/retail\.k8s\.yaml#L(\d+)/.exec(html) ?? [];
  const lines = readFileSync('dist/retail.k8s.yaml', 'utf8').split('\n');
  expect(lines.slice(Number(line) - 1, Number(line) + 1)).toEqual(['apiVersion: apps/v1', 'kind: Deployment']);
  expect(html).toContain('<a href="main.ts#L3">main.ts:3</a>');
  expect(markdown).toContain('[main.ts:3](main.ts#L3)');
});

test.each(['node_modules', 'dist', 'build', 'imports', 'test', '.git'])(
  'nothing in %s is the source of a tenant',
  async (name) => {
    mkdirSync(name, { recursive: true });
    writeFileSync(join(name, 'main.ts'), "new MiTenant(retail, 'orders', {});\n");
    writeFileSync('names.ts', "\nexport const names = ['orders'];\n");
    expect((await map()).html).toContain('<a href="names.ts#L2">names.ts:2</a>');
  },
);

test('the page asks for nothing beside itself, and says so to the browser', async () => {
  const { html } = await map();
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"`);
  expect(html).not.toMatch(/\b(src|srcset)=|@import|url\(|fetch\(|https?:\/\//);
});

test('what is written in manifests is text and no mark-up', async () => {
  const { html, markdown } = await map('', fleet('<script>alert(1)</script> & `x` | y'));
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp;');
  expect(html.match(/<script>/g)).toHaveLength(1);
  expect(markdown).toContain('\\<script\\>alert(1)\\</script\\> & \\`x\\` \\| y');
});

test('a diagram and a table for each unit', async () => {
  const { markdown } = await map('--title Ours');
  expect(markdown).toMatch(/^# Ours\n\n## retail\n/);
  expect(markdown).toContain(`flowchart LR
  n0["orders"]
  n1(["shop.example.com/orders"]) --> n0
`);
  expect(markdown).toMatch(/n0 --- n2\[\("files-[0-9a-f]{10}"\)\]\n/);
  expect(markdown).toContain('n0 -.-> n3>"10.30.0.0/24 on 3306/TCP"]');
  expect(markdown).toContain('| orders | 1.2.3 | 4.4.0-3 | 2 to 6 | 0.5 CPU, 1 GiB | [dist/retail.k8s.yaml:');
});

test('the command of the page', async () => {
  expect(blockOf('docs/review.md', 'cdk8s-wso2-mi map')).toMatch(/^npx cdk8s-wso2-mi map +#/);
  expect(await map('')).toMatchObject({ code: undefined, html: expect.stringMatching(/^<!doctype html>/) });
});
