import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { STEPS } from '../../examples/moving';
import { blockOf } from '../guide';
import { listed } from '../listed';
import { typed } from '../shell';
import { until } from '../wait';
import { during } from './during';
import type { Edge } from './edge';
import { MOVED_HOST, MOVED_TENANT, MOVED_UNIT, movedFiles, SECRETS } from './moved-fleet';
import { DOORS } from './traefik';

const LOOK = blockOf('docs/moving-to-the-gateway-api.md', 'get httproutes,tlsroutes');
const OLD_WAY_GOES = blockOf(
  'docs/moving-to-the-gateway-api.md',
  'delete ingress routes-nginx routes-nginx-passthrough',
);

/** The address of the Gateway in the document. */
const ADDRESS = '203.0.113.7';

const OFTEN = 20;
const SETTLE_SECONDS = 30;
const [, SECOND = '', THIRD = '', FOURTH = '', LAST = ''] = Object.keys(STEPS);

/** The steps of docs/moving-to-the-gateway-api.md, and its commands. */
export function describeMove(edge: () => Edge): void {
  const question = { host: MOVED_HOST, path: '/health' };

  test('its commands show the new way before anybody goes it, and take the old one away; no request is lost', async () => {
    const [nginx, gateway] = [edge().door('nginx'), edge().door('gateway')];
    await nginx.reaches(question, MOVED_TENANT);
    const old = await during(
      () => nginx.often(question, OFTEN),
      async () => {
        await edge().cluster.kubectl.apply(...movedFiles(SECOND));
        await seen();
        for (const step of [THIRD, FOURTH]) await edge().cluster.kubectl.apply(...movedFiles(step));
      },
    );
    expect(new Set(old.flat().map(({ tenant }) => tenant))).toEqual(new Set([MOVED_TENANT]));
    const now = await during(
      () => gateway.often(question, OFTEN),
      async () => {
        await edge().cluster.kubectl.apply(...movedFiles(LAST));
        await inUnit(OLD_WAY_GOES);
        await until(
          'silence at the old door',
          SETTLE_SECONDS,
          async () => (await nginx.ask(question)).tenant !== MOVED_TENANT,
        );
      },
    );
    expect(new Set(now.flat().map(({ tenant }) => tenant))).toEqual(new Set([MOVED_TENANT]));
    expect(await listed(edge().cluster.kubectl, 'ingress,certificate', '-n', MOVED_UNIT)).toEqual([]);
  });

  /** What the commands print, once Traefik has heard of the routes: a line a route, and the answer of a pod. */
  async function seen(): Promise<void> {
    const served = await atAddress();
    try {
      await until('the routes and an answer', SETTLE_SECONDS, async () => {
        const [, ...lines] = (await inUnit(LOOK)).trim().split('\n');
        expect(lines.slice(0, -1).map((line) => line.split(/\s+/))).toEqual([
          [`routes-new-gateway.${MOVED_HOST}`, 'True', 'True'],
          ['routes-new-gateway.till.example.com', 'True', 'True'],
        ]);
        expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ host: MOVED_HOST, path: '/health' });
        return true;
      });
    } finally {
      served.close();
    }
  }

  /** Types a block for this unit, at a machine that trusts the certificates of the host. */
  async function inUnit(block: string): Promise<string> {
    const { kubectl, folder } = edge().cluster;
    const path = ['-o', 'jsonpath={.data.tls\\.crt}'];
    const shown = await Promise.all(
      SECRETS.map(([namespace, name]) => kubectl.ok(['get', 'secret', name, '-n', namespace, ...path])),
    );
    const trusted = join(folder, 'trusted.pem');
    writeFileSync(trusted, shown.map((one) => Buffer.from(one, 'base64').toString()).join('\n'));
    const line = `export CURL_CA_BUNDLE=${trusted}\n${block.replaceAll('-n retail', `-n ${MOVED_UNIT}`)}`;
    return typed(line, edge().cluster);
  }
}

/** The address of the document in this network namespace, port 443 of which leads to the door of the Gateway. */
async function atAddress(): Promise<{ close(): void }> {
  const { status, stderr } = spawnSync('ip', ['address', 'replace', `${ADDRESS}/32`, 'dev', 'lo'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`ip must add ${ADDRESS}, got: ${stderr.trim()}`);
  const server = createServer((client) => {
    // Whoever ends early ends both.
    pipeline(client, connect(DOORS.gateway.https, '127.0.0.1'), client, () => undefined);
  });
  server.listen(443, ADDRESS);
  await once(server, 'listening');
  return server;
}
