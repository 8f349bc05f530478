import { once } from 'node:events';
import { connect } from 'node:net';
import { ask } from '../client';
import { blockOf } from '../guide';
import { freePorts } from '../ports';
import { goingOn, typed } from '../shell';
import { until } from '../wait';
import { TenantPods, WAIT_SECONDS } from './pods';
import type { ServerAnswer } from './server';
import type { Site } from './site';

const TENANT = 'barcode-lookup';
const MANAGEMENT = '9164';
const CONNECTIONS = blockOf('docs/network.md', 'cat /proc/net/tcp /proc/net/tcp6');
const HEALTH = blockOf('docs/operating.md', 'port-forward pod/<pod> 9201');

/** What an operator types at a pod. */
export function describeAtHand(site: () => Site): void {
  const pods = () => new TenantPods(site().kubectl, 'retail', TENANT);

  test.each([
    ['docs/operating.md', blockOf('docs/operating.md', 'port-forward deployment/orders 9164')],
    ['docs/network.md', blockOf('docs/network.md', 'port-forward deployment/orders 9164')],
  ])(
    'the command of %s opens the Management API, which is not in the Service of a unit that is shut',
    async (_, block) => {
      await pods().ready(2);
      const ports = 'jsonpath={.spec.ports[*].port}';
      expect(await site().kubectl.ok(['-n', 'retail', 'get', 'service', TENANT, '-o', ports])).not.toContain(
        MANAGEMENT,
      );
      const names = (await pods().ready(2)).map(({ metadata }) => metadata.name);
      expect(names).toContain(await forwarded(block));
    },
  );

  test('the command of docs/operating.md shows the health of a pod', async () => {
    const [pod] = await pods().ready(2);
    const [local = 0] = await freePorts(1);
    const block = HEALTH.replace('<pod>', pod?.metadata.name ?? '')
      .replace(' 9201 &', ` ${local}:9201 &`)
      .replace('localhost:9201', `localhost:${local}`);
    // A busy machine takes longer than the command waits.
    const health = await until('the health of a pod', WAIT_SECONDS, () => typed(endingAll(block), site().cluster));
    expect(JSON.parse(health.slice(health.indexOf('{')))).toEqual({ status: 'ready' });
  });

  test('the command of docs/network.md shows the other end of a connection', async () => {
    const sockets = (await pods().ready(2)).map(({ status }) => connect(8290, status.podIP ?? ''));
    try {
      await Promise.all(sockets.map((socket) => once(socket, 'connect')));
      const ends = sockets.map(({ localAddress, localPort }) => `1 ${localAddress}:${localPort}`);
      const shown = (await typed(ofTenant(CONNECTIONS), site().cluster)).trim().split('\n');
      expect(ends.filter((end) => shown.includes(end))).toHaveLength(1);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });

  /** The pod that answers at the port which a command forwards; the local one is another, since others listen here. */
  async function forwarded(command: string): Promise<string> {
    const [port = 0] = await freePorts(1);
    const forward = goingOn(ofTenant(command).replace(MANAGEMENT, `${port}:${MANAGEMENT}`), site().cluster);
    try {
      return await until('the Management API', WAIT_SECONDS, async () => {
        const { body } = await ask({ port, tls: true, host: 'localhost', path: '/management' });
        return (JSON.parse(body) as ServerAnswer).pod;
      });
    } finally {
      await forward.stop();
    }
  }
}

function ofTenant(block: string): string {
  return block.trim().replaceAll('deployment/orders', `deployment/${TENANT}`);
}

/** A block that leaves a command behind, which ends with it here. */
function endingAll(block: string): string {
  return `trap 'kill $!' EXIT\n${block}`;
}
