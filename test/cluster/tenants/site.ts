import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../manifests';
import type { Cluster } from '../cluster';
import type { Kubectl } from '../kubectl';
import type { NodeSuite } from '../node-suite';
import { exampleFleet, releasesFleet, SHOP, shopFleet } from './fleets';
import { type Change, localVolumes, objectsOf, podsOf, serversOf, smallRequests, withEnv } from './manifests';

/** Where the poller of `dist/` finds its files, in its container. */
export const POLLED = '/mnt/lab-results';

/** The poller of `dist/`. */
export const POLLER = 'lab-results-poller';

/** The fleets on the node. */
export interface Site {
  readonly cluster: Cluster;
  readonly kubectl: Kubectl;
  /** The folder that the volume of the laboratory is. */
  readonly volume: string;
}

/** The site of a suite. */
export function siteOf({ plane, node }: NodeSuite): Site {
  return { cluster: plane, kubectl: plane.kubectl, volume: join(node.folder, 'lab-results') };
}

/** Applies all fleets, and what an operator and a storage team would have made. */
export async function applyFleets(site: Site): Promise<void> {
  mkdirSync(site.volume);
  // An export that the pods' group may write; a folder of the node is not chowned to it.
  chmodSync(site.volume, 0o777);
  const objects = [...example(site, 'first'), ...objectsOf(releasesFleet()), ...shop('first')];
  const namespaces = objects.filter(({ kind }) => kind === 'Namespace');
  const others = objects.filter(({ kind }) => kind !== 'Namespace');
  await site.kubectl.apply(...namespaces, ...SECRETS, ...others);
}

/** Applies the objects of the poller of `dist/` in a generation that it says. */
export async function applyPoller(site: Site, generation: string): Promise<void> {
  await apply(site, objectsIn(example(site, generation), POLLER));
}

/** Applies the objects of one tenant of the shop in a generation that its configuration says. */
export async function applyShop(site: Site, generation: string, tenant: string): Promise<void> {
  await apply(site, objectsIn(shop(generation), tenant));
}

/** The rendered configuration of a tenant of the shop. */
export function configurationOf(generation: string, tenant: string): string {
  const config = objectsIn(shop(generation), tenant).find(({ kind }) => kind === 'ConfigMap');
  return config?.data?.['deployment.toml'] ?? '';
}

function objectsIn(objects: readonly Manifest[], tenant: string): Manifest[] {
  return objects.filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/instance'] === tenant);
}

// An operator's own commands took fields over, as they should.
async function apply({ kubectl }: Site, objects: readonly Manifest[]): Promise<void> {
  const input = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  await kubectl.ok(['apply', '--server-side', '--force-conflicts', '-f', '-'], { input });
}

function example({ volume }: Site, generation: string): Manifest[] {
  const polling = { STAND_IN_POLL: POLLED, STAND_IN_GENERATION: generation };
  const quick = withEnv({ STAND_IN_START: '1' });
  return objectsOf(exampleFleet(), smallRequests, quick, withEnv(polling, POLLER), localVolumes(volume));
}

function shop(generation: string): Manifest[] {
  return objectsOf(shopFleet(generation), withoutDrain(SHOP.undrained), withoutWait(SHOP.unwaited));
}

/** What a manifest without a drain says: nothing, so that Kubernetes gives it half a minute. */
function withoutDrain(tenant: string): Change {
  return podsOf(({ terminationGracePeriodSeconds: _grace, ...pod }) => {
    return { ...pod, containers: pod.containers.map(({ lifecycle: _hook, ...server }) => server) };
  }, tenant);
}

function withoutWait(tenant: string): Change {
  return serversOf((server) => {
    const lifecycle = JSON.stringify(server.lifecycle).replace(/sleep \d+\\n/, '');
    return { ...server, lifecycle: JSON.parse(lifecycle) as unknown };
  }, tenant);
}

const SECRETS = [
  secret('appointments-keystore', { 'appointments.jks': 'a keystore', password: 'of the keystore' }),
  secret('hospital-api', { password: 'of the hospital' }),
];

function secret(name: string, stringData: Readonly<Record<string, string>>): object {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'clinic' }, stringData };
}
