import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCK_SECONDS, type Lock, takeLock } from './build/lock';
import { ControlPlane } from './control-plane';
import type { Image } from './image/archive';
import { whyNoNode } from './install';
import { type RealNode, startNode } from './node';

/** A control plane with one real node. */
export interface NodeSuite {
  readonly plane: ControlPlane;
  readonly node: RealNode;
}

// Longer than all waits of the stop together, so that what did not end says so itself.
const STOP_MILLISECONDS = 300_000;
// Longer than the wait itself, for the same reason.
const TURN_MILLISECONDS = (LOCK_SECONDS + 60) * 1000;

/**
 * Runs tests on a real node; where none can be had they are skipped, and the name of the suite says why. One suite after
 * another: two nodes would have the same address, routes, folders and rules of the kernel.
 */
export function describeOnNode(
  name: string,
  images: () => readonly Image[],
  tests: (suite: () => NodeSuite) => void,
): void {
  const reason = whyNoNode();
  if (reason !== undefined && process.env.CLUSTER_REQUIRED === '1') {
    test(name, () => {
      throw new Error(`a real node must be had where the cluster is required, got none: ${reason}`);
    });
    return;
  }
  if (reason !== undefined) {
    describe.skip(`${name} (${reason})`, () => tests(started(undefined)));
    return;
  }
  describe(name, () => {
    oneAfterAnother(() => withNode(images, tests));
  });
}

// What is declared last ends last: the turn is the next one's when all else has ended.
function oneAfterAnother(declare: () => void): void {
  let turn: Lock | undefined;
  beforeAll(async () => {
    const file = join(process.env.CLUSTER_RUN_FOLDER ?? tmpdir(), 'node.lock');
    turn = await takeLock(file, 'the suite that has the node');
  }, TURN_MILLISECONDS);
  declare();
  afterAll(() => turn?.release());
}

function withNode(images: () => readonly Image[], tests: (suite: () => NodeSuite) => void): void {
  let plane: ControlPlane | undefined;
  let node: RealNode | undefined;
  beforeAll(async () => {
    plane = await ControlPlane.start({ minor: 'newest' });
    node = await startNode(plane, { images: images() });
  });
  afterAll(async () => {
    try {
      await node?.stop();
    } finally {
      await plane?.stop();
    }
  }, STOP_MILLISECONDS);
  tests(() => started(plane && node && { plane, node })());
}

function started(suite: NodeSuite | undefined): () => NodeSuite {
  return () => {
    if (suite === undefined) throw new Error('a node must have been started before it is used, got none');
    return suite;
  };
}
