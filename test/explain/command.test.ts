import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BusinessUnit, Fleet, MiBaseImage, MiTenant, Scaling } from '../../lib';
import { blockOf } from '../cluster/guide';
import { typed } from '../typed';
import { answerOf, example } from './asked';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'explain-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the command; the program has answered already, since a process of its own takes seconds. */
function explain(args: readonly string[], answer?: string) {
  const [kept, program] = [join(folder, 'kept.json'), join(folder, 'program.js')];
  writeFileSync(kept, answer ?? '');
  writeFileSync(
    program,
    `const { copyFileSync, readFileSync } = require('fs');
     const { to } = JSON.parse(readFileSync(process.env.CDK8S_WSO2_MI_EXPLAIN, 'utf8'));
     ${answer === undefined ? "console.error('no fleet'); process.exit(1)" : `copyFileSync('${kept}', to)`};`,
  );
  return typed(['explain', ...args, '--app', `node ${program}`]);
}

function ofTwo(): { synth(): void } {
  const image = MiBaseImage.fromRegistry('registry.example.com/mi', { release: '4.4.0' }).withApp('orders', '1.0.0');
  return Fleet.forEach({ staging: 2, production: 3 }, (fleet, pods) => {
    const unit = new BusinessUnit(fleet, 'shop', { contact: 'shop@example.com' });
    new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(pods) });
  });
}

/** The answer of the example, asked once. */
let kept: string | undefined;
function ofBarcodes(): string {
  kept ??= answerOf('retail/barcode-lookup', example);
  return kept;
}

const commandOf = (block: string) => block.trim().split(' ').slice(3);

test('the page shows what the command says of the example', async () => {
  const args = commandOf(blockOf('docs/explain.md', 'spec.terminationGracePeriodSeconds'));
  const { code, out } = await explain(args, ofBarcodes());
  const [, shown] = /```text\n(.*?)```/s.exec(readFileSync('docs/explain.md', 'utf8')) ?? [];
  // tsx, which reads the tests, has a frame more for each module.
  const anyLine = (text = '') => text.replace(/ \(called in [^)]*\)/, '').replace(/main\.ts:\d+/g, 'main.ts:1');
  expect({ code, out: anyLine(out) }).toEqual({ code: undefined, out: anyLine(shown) });
});

test('without a field every object is told, a line for each field', async () => {
  const block = blockOf('docs/explain.md', 'explain platform/signpost');
  const { out } = await explain(commandOf(block), answerOf('platform/signpost', example));
  const lines = out.split('\n');
  expect(lines[0]).toMatch(/^platform\/signpost, declared in main\.ts:\d+/);
  expect(lines.filter((line) => /^\w+ signpost/.test(line)).map((line) => line.split(' ')[0])).toEqual([
    'ServiceAccount',
    'ConfigMap',
    'Deployment',
    'Service',
    'NetworkPolicy',
    'PodDisruptionBudget',
  ]);
  expect(lines).toContain('  spec.minReadySeconds: 30  ← default of lifecycle.minReady');
  expect(out).toMatch(/\n {2}spec\.replicas: 2 {2}← scaling \(main\.ts:\d+\)\n/);
  expect(out).toContain('\n  data["deployment.toml"].user_store.type: "read_only_ldap"  ← release 4.4.0 (main.ts:');
});

test('--json tells the same to programs', async () => {
  const { out } = await explain(['retail/barcode-lookup', 'spec.minReadySeconds', '--json'], ofBarcodes());
  expect(JSON.parse(out)).toEqual({
    tenant: 'retail/barcode-lookup',
    release: '4.4.0',
    declared: expect.arrayContaining([expect.stringMatching(/^main\.ts:\d+$/)]),
    fields: [
      {
        object: 'Deployment barcode-lookup',
        path: 'spec.minReadySeconds',
        value: 30,
        isThere: true,
        reasons: [
          {
            decider: 'default',
            name: 'lifecycle.minReady',
            isSaid: false,
            default: 'Duration.seconds(30)',
            otherwise: [
              { name: 'lifecycle.minReady', value: 1 },
              { name: 'lifecycle.minReady', value: 18_000 },
            ],
          },
        ],
      },
    ],
  });
});

test('an environment is chosen where several have the tenant', async () => {
  const both = await explain(['shop/orders', 'spec.replicas'], answerOf('shop/orders', ofTwo));
  expect(both).toEqual({
    code: 2,
    out: '',
    err: 'environment of explain "shop/orders" must be said, got the tenant in staging, production; say --environment staging\n',
  });
  const { out } = await explain(
    ['shop/orders', 'spec.replicas', '--environment', 'production'],
    answerOf('shop/orders', ofTwo, 'production'),
  );
  expect(out.replace(/:\d+/g, ':1')).toContain(
    'Deployment orders: spec.replicas\n  is 3\n  scaling (test/explain/command.test.ts:1)\n',
  );
});

test.each([
  [['shop/nobody'], 'tenant of explain "shop/nobody" must be one of shop/orders, got "shop/nobody"\n'],
  [
    ['shop/orders', 'spec.nothing', '--environment', 'staging'],
    'field of explain "shop/orders" must be one that the tenant has, or that a prop brings, got "spec.nothing"; ' +
      'leave it out to see all; a field that no prop brings is set by Patch.of(tenant, …)\n',
  ],
])('%s is refused', async (args, err) => {
  const [tenant = ''] = args;
  expect(await explain(args, answerOf(tenant, ofTwo, 'staging'))).toEqual({ code: 2, out: '', err });
});

test('what a program says that cannot be run is shown', async () => {
  const { code, err } = await explain(['shop/orders']);
  expect({ code, err: err.replace(/node [^"]+/, 'node x') }).toEqual({
    code: 2,
    err: 'no fleet\napp of program "node x" must say why its tenants are as they are, got exit code 1\n',
  });
});
