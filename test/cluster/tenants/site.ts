import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../manifests';
import type { Cluster } from '../cluster';
import type { Kubectl } from '../kubectl';
import type { NodeSuite } from '../node-suite';
import { exampleFleet, releasesFleet, SHOP, type ShopProps, shopFleet } from './fleets';
import { type Change, localVolumes, objectsOf, podsOf, smallRequests, withEnv } from './manifests';
import { brought, FIRST, hashOf, type Words } from './rich';

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
  const releases = objectsOf(releasesFleet(), smallRequests);
  const objects = [...example(site, 'first'), ...releases, ...shop(FIRST_SHOP)];
  const namespaces = objects.filter(({ kind }) => kind === 'Namespace');
  const others = objects.filter(({ kind }) => kind !== 'Namespace');
  await site.kubectl.apply(...namespaces, ...SECRETS, ...brought('releases'), ...brought('shop'), ...others);
}

/** Applies the objects of the poller of `dist/` in a generation that it says. */
export async function applyPoller(site: Site, generation: string): Promise<void> {
  await site.kubectl.apply(...objectsIn(example(site, generation), POLLER));
}

/** Applies the objects of one tenant of the shop, as another shop has them. */
export async function applyShop(
  site: Site,
  tenant: string,
  props: Partial<ShopProps>,
  change: Change = (object) => object,
): Promise<void> {
  await site.kubectl.apply(...objectsIn(shop({ ...FIRST_SHOP, ...props }), tenant).map(change));
}

/** The objects of one tenant of the shop. */
export function shopObjects(tenant: string, words: Words): Manifest[] {
  return objectsIn(shop({ ...FIRST_SHOP, words }), tenant);
}

/** The configuration that is rendered for a tenant, each file by its hash and its path below the product's home. */
export function renderedFiles(objects: readonly Manifest[]): Readonly<Record<string, string>> {
  const data = objects.find(({ kind }) => kind === 'ConfigMap')?.data ?? {};
  return Object.fromEntries(Object.entries(data).map(([key, text]) => [`conf/${key}`, hashOf(text)]));
}

/** Those of some objects that are of one tenant. */
export function objectsIn(objects: readonly Manifest[], tenant: string): Manifest[] {
  return objects.filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/instance'] === tenant);
}

function example({ volume }: Site, generation: string): Manifest[] {
  const polling = { STAND_IN_POLL: POLLED, STAND_IN_GENERATION: generation };
  const quick = withEnv({ STAND_IN_START: '1' });
  return objectsOf(exampleFleet(), smallRequests, quick, withEnv(polling, POLLER), localVolumes(volume));
}

const FIRST_SHOP: ShopProps = { words: FIRST, canary: true };

function shop(props: ShopProps): Manifest[] {
  return objectsOf(shopFleet(props), smallRequests, withoutDrain(SHOP.undrained));
}

/** No hook, as in a manifest without a drain. Kubernetes would give it half a minute; it ends the same way in less. */
function withoutDrain(tenant: string): Change {
  return podsOf((pod) => {
    const containers = pod.containers.map(({ lifecycle: _hook, ...server }) => server);
    return { ...pod, containers, terminationGracePeriodSeconds: 8 };
  }, tenant);
}

const SECRETS = [
  secret('clinic', 'appointments-keystore', { 'appointments.jks': 'a keystore', password: 'of the keystore' }),
  secret('clinic', 'hospital-api', { password: 'of the hospital' }),
  secret('retail', 'prices-db', { username: 'prices', password: 'of the prices' }),
];

function secret(namespace: string, name: string, stringData: Readonly<Record<string, string>>): object {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, stringData };
}
