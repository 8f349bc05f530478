import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { OwnedProcess } from '../cluster/owned-process';
import { freePorts } from '../cluster/ports';
import { until } from '../cluster/wait';
import { groupsOf, watchedFleet } from './watched-fleet';

// A real Prometheus fires what is rendered, a real Alertmanager routes it as docs/signals.md says, and the receivers of
// those on call get it.

/** An alert as a receiver gets it. */
interface Message {
  readonly status: 'firing' | 'resolved';
  readonly groupLabels: Readonly<Record<string, string>>;
  readonly alerts: ReadonlyArray<{
    readonly status: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  }>;
}

/** The configuration of docs/signals.md, for a unit of these tests and receivers that are here. */
function documentedRoutes(receivers: string): string {
  const docs = readFileSync(join(__dirname, '..', '..', 'docs', 'signals.md'), 'utf8');
  const [, config = ''] = /```yaml\n(route:\n[\s\S]*?)```/.exec(docs) ?? [];
  return config
    .replaceAll('sales', 'retail')
    .replaceAll('https://chat.example.com', receivers)
    .replace(/: (30s|5m)$/gm, ': 1s');
}

describe('alerts, by a real Prometheus and a real Alertmanager', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alertmanager-'));
  const processes: OwnedProcess[] = [];
  const got: Record<string, Message[]> = {};
  let server: Server;
  let ready = 0;
  let stuck = 0;

  /** What kube-state-metrics and a pod show. */
  function page(): string {
    const orders = '{namespace="retail",deployment="orders"}';
    const rollout = (deployment: string) =>
      `kube_deployment_status_condition{namespace="retail",deployment="${deployment}",condition="Progressing",status="false"} ${stuck}`;
    return [
      `kube_deployment_status_replicas_ready${orders} ${ready}`,
      `kube_deployment_spec_replicas${orders} 2`,
      rollout('orders'),
      rollout('orders-canary'),
      'up{unit="retail",tenant="orders"} 1',
      '',
    ].join('\n');
  }

  beforeAll(async () => {
    const [shown = 0, alerting = 0, asking = 0] = await freePorts(3);
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const receiver = request.url?.slice(1) ?? '';
        if (receiver !== 'metrics') got[receiver] = [...(got[receiver] ?? []), JSON.parse(body)];
        response.writeHead(200, { 'content-type': 'text/plain' }).end(receiver === 'metrics' ? page() : '');
      });
    });
    await new Promise<void>((resolve) => server.listen(shown, '127.0.0.1', resolve));
    const routes = join(folder, 'alertmanager.yml');
    writeFileSync(routes, documentedRoutes(`http://127.0.0.1:${shown}`));
    expect(spawnSync('amtool', ['check-config', routes], { encoding: 'utf8' }).stdout).toContain('SUCCESS');
    // Nobody waits five minutes here; all else is as it is rendered.
    const quick = JSON.stringify({ groups: groupsOf(watchedFleet()) }).replace(/"for":"\w+"/g, '"for":"0s"');
    writeFileSync(join(folder, 'rules.yaml'), quick);
    const target = (port: number) => [{ targets: [`127.0.0.1:${port}`] }];
    writeFileSync(
      join(folder, 'prometheus.yml'),
      stringify({
        global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
        rule_files: ['rules.yaml'],
        alerting: { alertmanagers: [{ static_configs: target(alerting) }] },
        scrape_configs: [{ job_name: 'cluster', honor_labels: true, static_configs: target(shown) }],
      }),
    );
    await started('prometheus-alertmanager', alerting, [
      `--config.file=${routes}`,
      `--storage.path=${join(folder, 'alerts')}`,
      // Alone, it asks no others.
      '--cluster.listen-address=',
    ]);
    await started('prometheus', asking, [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
    ]);
  }, 150_000);

  async function started(file: string, port: number, args: readonly string[]): Promise<void> {
    const all = [...args, `--web.listen-address=127.0.0.1:${port}`];
    const one = OwnedProcess.start({ name: file, file, args: all, log: join(folder, `${file}.log`) });
    processes.push(one);
    await one.ready(60, async () => (await fetch(`http://127.0.0.1:${port}/-/ready`)).ok || Promise.reject());
  }

  afterAll(async () => {
    for (const one of processes) await one.stop();
    server?.close();
    rmSync(folder, { recursive: true });
  });

  /** The message of a receiver about a tenant, once it is there. */
  function message(receiver: string, tenant: string, status: Message['status']): Promise<Message> {
    return until(`a message of ${receiver} about ${tenant}`, 60, () =>
      got[receiver]?.find((one) => one.groupLabels.tenant === tenant && one.status === status),
    );
  }

  test('who is on call for a unit gets what is critical, with whose it is and what to do', async () => {
    const { groupLabels, alerts } = await message('retail-on-call', 'orders', 'firing');
    expect(groupLabels).toEqual({ unit: 'retail', tenant: 'orders' });
    expect(alerts).toMatchObject([
      {
        labels: {
          alertname: 'MiNoReadyPod',
          unit: 'retail',
          tenant: 'orders',
          release: '4.4.0',
          namespace: 'retail',
          severity: 'critical',
          team: 'shop',
        },
        annotations: {
          summary: 'retail/orders: no pod is ready',
          contact: '#retail { {team}}',
          runbook_url: 'docs/runbooks.md#minoreadypod',
        },
      },
    ]);
  }, 90_000);

  test('what can wait goes to who looks by day', async () => {
    stuck = 1;
    const { alerts } = await message('retail-by-day', 'orders-canary', 'firing');
    expect(alerts).toMatchObject([{ labels: { alertname: 'MiRolloutStuck', severity: 'warning', release: '4.6.0' } }]);
  }, 90_000);

  test('a tenant of which no pod is ready is told once: its stuck rollout is not, until it is up again', async () => {
    expect(got['retail-by-day']?.filter(({ groupLabels }) => groupLabels.tenant === 'orders') ?? []).toEqual([]);
    ready = 2;
    const { alerts } = await message('retail-by-day', 'orders', 'firing');
    expect(alerts).toMatchObject([{ labels: { alertname: 'MiRolloutStuck', tenant: 'orders', team: 'shop' } }]);
    await message('retail-on-call', 'orders', 'resolved');
    expect(got.platform).toBeUndefined();
  }, 90_000);
});
