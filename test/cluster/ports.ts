import { once } from 'node:events';
import { createServer } from 'node:net';

// Below those that the kernel gives to clients and Kubernetes to Services, so that none is taken before its server binds it.
const FIRST = 20_000;
const ROOM = 200;
const WORKERS = 50;

// Workers of one run draw from ranges of their own; two runs on one machine hardly begin at the same place.
const first = FIRST + ROOM * (Number(process.env.JEST_WORKER_ID ?? 0) % WORKERS);
let next = process.pid % ROOM;

/** Ports that nobody listens on, all different; none is given again before all of them were. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  for (let tried = 0; ports.length < count; tried += 1) {
    if (tried === ROOM) throw new Error(`${count} ports must be free from ${first} on, got ${ports.length} of ${ROOM}`);
    const port = first + next;
    next = (next + 1) % ROOM;
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  await new Promise((resolve) => server.close(resolve));
  return true;
}
