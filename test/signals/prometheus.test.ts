import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { MiRelease } from '../../lib';
import { OwnedProcess } from '../cluster/owned-process';
import { freePorts } from '../cluster/ports';
import { until } from '../cluster/wait';
import { clusterPage, metricsPage } from './metrics-page';
import { groupsOf, watchedFleet } from './watched-fleet';

// A real Prometheus asks stand-ins of every form of metrics; each query of each dashboard must find something there.

interface Target {
  readonly tenant: string;
  readonly release: MiRelease;
  readonly pod: string;
  readonly singleton: boolean;
}

const TARGETS: readonly Target[] = [
  { tenant: 'orders', release: '4.4.0', pod: 'orders-7d4b9c6f5d-x2k4z', singleton: false },
  { tenant: 'orders-canary', release: '4.6.0', pod: 'orders-canary-7d4b9c6f5d-x2k4z', singleton: false },
  { tenant: 'invoice-poller', release: '4.6.0', pod: 'invoice-poller-0', singleton: true },
];

interface Dashboard {
  readonly templating: { readonly list: ReadonlyArray<{ readonly name: string; readonly definition?: string }> };
  readonly panels: ReadonlyArray<{
    readonly title: string;
    readonly targets: ReadonlyArray<{ readonly expr: string }>;
  }>;
}

interface Result {
  readonly status: string;
  readonly data: { readonly result: ReadonlyArray<{ readonly value: readonly [number, string] }> };
}

const fleet = watchedFleet();
const files = fleet.render();
const dashboards = ['mi-fleet', 'mi-tenant'].map((name): readonly [string, Dashboard] => [
  name,
  JSON.parse(files.get(`dashboards/${name}.json`) ?? ''),
]);

/** What Grafana puts in the place of its variables. */
function filledIn(expression: string, tenant: string): string {
  return expression
    .replaceAll('$__rate_interval', '5s')
    .replaceAll('=~"$unit"', '=~".+"')
    .replaceAll('=~"$tenant"', '=~".+"')
    .replaceAll('=~"$release"', '=~".+"')
    .replaceAll('"$unit"', '"retail"')
    .replaceAll('"$tenant"', `"${tenant}"`);
}

describe('a real Prometheus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
  let server: Server;
  let prometheus: OwnedProcess;
  let address = '';

  beforeAll(async () => {
    const [port = 0, shown = 0] = await freePorts(2);
    address = `http://127.0.0.1:${port}`;
    server = await standIn(shown);
    const config = join(folder, 'prometheus.yml');
    // Ranges of the recordings are cut down to the few seconds of a test; all else is as it is rendered.
    const quick = JSON.stringify({ groups: groupsOf(fleet) }).replace(/\[(5m|10m|15m|1h|3600s)\]/g, '[5s]');
    writeFileSync(join(folder, 'rules.yaml'), quick);
    writeFileSync(config, stringify(configOf(shown)));
    prometheus = OwnedProcess.start({
      name: 'prometheus',
      file: 'prometheus',
      args: [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      log: join(folder, 'log'),
    });
    await prometheus.ready(60, async () => {
      const { ok } = await fetch(`${address}/-/ready`);
      return ok;
    });
    await until('two rounds of every recording', 60, async () => {
      const recorded = await ask('count(tenant:mi_latency_seconds:p95_5m > 0)');
      return recorded[0] === String(TARGETS.length);
    });
  }, 150_000);

  afterAll(async () => {
    await prometheus?.stop();
    server?.close();
    rmSync(folder, { recursive: true });
  });

  /** The values of an instant query. */
  async function ask(query: string): Promise<string[]> {
    const response = await fetch(`${address}/api/v1/query?${new URLSearchParams({ query })}`);
    const { status, data }: Result = JSON.parse(await response.text());
    if (status !== 'success') throw new Error(`${query} must be understood`);
    return data.result.map(({ value: [, value] }) => value);
  }

  // Looks and recordings have beats of their own: for a moment one of them may be missing or stale.
  async function settles(what: string, holds: () => Promise<void>): Promise<void> {
    await until(what, 30, async () => {
      await holds();
      return true;
    });
  }

  test('takes the page of every release without a sample that it drops but the sums of histograms up to 4.5', async () => {
    // Of count and sum, which look alike, the first is kept.
    const count = 'wso2_integration_api_latency_seconds{le="",tenant="orders"} ';
    const total = 'wso2_integration_api_request_count_total{tenant="orders"}';
    await settles('a look at every target', async () => {
      expect(await ask('count(up == 1)')).toEqual([String(TARGETS.length + 1)]);
      expect(await ask(`abs(${count} - on() ${total}) < 1e3`)).toHaveLength(1);
    });
  });

  test('finds ninety-five percent of the requests under five seconds, whatever the release calls its buckets', async () => {
    await settles('ninety-five percent', async () => {
      const found = await ask('tenant:mi_latency_seconds:p95_5m');
      // Nine of ten are quick, the tenth is between one second and five: the middle of them is three.
      expect(found.map((value) => Number(value).toFixed(1))).toEqual(TARGETS.map(() => '3.0'));
    });
  });

  test('finds a tenth of the requests failed, of every tenant', async () => {
    await settles('the errors', async () => {
      const found = await ask('tenant:mi_errors:rate5m / tenant:mi_requests:rate5m');
      expect(found).toHaveLength(TARGETS.length);
      for (const value of found) expect(Number(value)).toBeCloseTo(0.1, 1);
    });
  });

  const queries = dashboards.flatMap(([name, { panels }]) =>
    panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [name, title, expr] as const)),
  );

  test.each(queries)(
    '%s, panel "%s" shows something',
    async (_, title, expr) => {
      for (const { tenant } of TARGETS) {
        const shown = async () => (await ask(filledIn(expr, tenant))).length > 0;
        // Nothing fires here, and that is what the panel says.
        if (title === 'What fires') expect(await shown()).toBe(false);
        // Each group of recordings has its own beat: one may not have had its second sample yet.
        else await until(`something in panel "${title}" of ${tenant}`, 30, shown);
      }
    },
    100_000,
  );

  const variables = dashboards.flatMap(([name, { templating }]) =>
    templating.list.flatMap(({ name: variable, definition }) =>
      definition === undefined ? [] : [[name, variable, definition] as const],
    ),
  );

  test.each(variables)('%s: there is something to choose for %s', async (_, variable, definition) => {
    const [, series = '', label] = /^label_values\((.*), (\w+)\)$/.exec(definition) ?? [];
    expect(label).toBe(variable);
    const counts = await ask(`count(count by (${label}) (${filledIn(series, 'orders')}))`);
    expect(Number(counts[0])).toBeGreaterThan(0);
  });

  function configOf(port: number) {
    const static_configs = TARGETS.map(({ tenant, release, pod }) => ({
      targets: [`127.0.0.1:${port}`],
      labels: { unit: 'retail', tenant, release, namespace: 'retail', pod, __metrics_path__: `/${tenant}` },
    }));
    const cluster = { targets: [`127.0.0.1:${port}`], labels: { __metrics_path__: '/cluster' } };
    return {
      global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
      rule_files: ['rules.yaml'],
      scrape_configs: [
        { job_name: 'mi', static_configs },
        { job_name: 'cluster', honor_labels: true, static_configs: [cluster] },
      ],
    };
  }
});

/** Answers for all pods, and for kube-state-metrics; each look sees ten more requests, one of which failed. */
async function standIn(port: number): Promise<Server> {
  let looks = 0;
  const pages = new Map(
    TARGETS.map(({ tenant, release }) => [
      `/${tenant}`,
      () => metricsPage(release, { requests: looks * 10, errors: looks }),
    ]),
  );
  const tenants = TARGETS.map(({ tenant: name, singleton, pod }) => ({ name, singleton, pod }));
  pages.set('/cluster', () => clusterPage(tenants));
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    looks += request.url === `/${TARGETS[0]?.tenant}` ? 1 : 0;
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/plain' });
    response.end(page?.() ?? '');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}
