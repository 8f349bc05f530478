import type { Kubectl } from './kubectl';
import { KWOK_NODE } from './servers';

const WARM_UP_SECONDS = 30;

const ROOM = { cpu: '1k', memory: '1Ti', pods: '1M', 'ephemeral-storage': '1Pi' };

/** The manifest of a node that kwok plays; it has room for everything. */
export function kwokNode(index: number): object {
  const name = nodeName(index);
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: KWOK_NODE,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'topology.kubernetes.io/zone': `zone-${index % 3}`,
      },
    },
    status: { allocatable: ROOM, capacity: ROOM },
  };
}

/**
 * Runs one pod on the first node and removes it.
 *
 * kwok 0.8.0 makes its pool of addresses at the first pod without a lock: two first pods may make one each, and then
 * share an address.
 */
export async function warmUpAddresses(kubectl: Kubectl): Promise<void> {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'kube-system', name: 'warm-up' } };
  const spec = { nodeName: nodeName(0), containers: [{ name: 'none', image: 'example.com/none:1' }] };
  await kubectl.apply({ ...pod, spec });
  const named = ['-n', 'kube-system', 'pod/warm-up', `--timeout=${WARM_UP_SECONDS}s`];
  await kubectl.ok(['wait', ...named, '--for=condition=Ready']);
  // At once, also where nodes let their pods take their time.
  await kubectl.ok(['delete', ...named, '--force', '--grace-period=0']);
}

function nodeName(index: number): string {
  return `kwok-${index}`;
}
