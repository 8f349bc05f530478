import { ControlPlane } from './control-plane';
import type { Image } from './image/archive';
import { whyNoNode } from './install';
import { type RealNode, startNode } from './node';

/** A control plane with one real node. */
export interface NodeSuite {
  readonly plane: ControlPlane;
  readonly node: RealNode;
}

/** Runs tests on a real node; where none can be had they are skipped, and the name of the suite says why. */
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
    let plane: ControlPlane | undefined;
    let node: RealNode | undefined;
    beforeAll(async () => {
      const b = Date.now();
      plane = await ControlPlane.start({ minor: 'newest' });
      console.log('TIMING plane', Date.now() - b);
      const i = images();
      console.log('TIMING images', Date.now() - b);
      node = await startNode(plane, { images: i });
      console.log('TIMING node', Date.now() - b);
    });
    afterAll(async () => {
      const b = Date.now();
      try {
        await node?.stop();
        console.log('TIMING node stop', Date.now() - b);
      } finally {
        await plane?.stop();
        console.log('TIMING plane stop', Date.now() - b);
      }
    });
    tests(() => started(plane && node && { plane, node })());
  });
}

function started(suite: NodeSuite | undefined): () => NodeSuite {
  return () => {
    if (suite === undefined) throw new Error('a node must have been started before it is used, got none');
    return suite;
  };
}
