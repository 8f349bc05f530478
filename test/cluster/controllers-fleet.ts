import { Duration } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { BusinessUnit, type Fleet, MiTenant, Scaling, UnitNamespace } from '../../lib';
import { base, newFleet, newUnit } from '../manifests';
import type { TenantName } from './pod-watch';

const SECOND = { lifecycle: { minReady: Duration.seconds(1) } };
const CONTACT = { contact: 'integration@example.com' };

/** The namespace that two units share; it is there before them. */
export const SHARED_NAMESPACE = 'shared';

/** Two tenants of two pods in one unit, and one of the same id in each of two units that share a namespace. */
export function services(version: string): Fleet {
  const fleet = newFleet();
  const image = base.withApp('orders', version);
  const shop = newUnit(fleet, 'shop');
  const tenantIn = (unit: BusinessUnit, id: string, pods = 2) =>
    new MiTenant(unit, id, { image, scaling: Scaling.fixed(pods), ...SECOND });
  tenantIn(shop, 'orders');
  tenantIn(shop, 'prices');
  tenantIn(shop, 'alone', 1);
  for (const id of ['north', 'south']) {
    tenantIn(
      new BusinessUnit(fleet, id, { ...CONTACT, namespace: UnitNamespace.existing(SHARED_NAMESPACE) }),
      'orders',
    );
  }
  return fleet;
}

/** The tenants of `services` that run two pods. */
export const PAIRS: readonly TenantName[] = [
  { namespace: 'shop', name: 'orders' },
  { namespace: 'shop', name: 'prices' },
  { namespace: SHARED_NAMESPACE, name: 'north-orders' },
  { namespace: SHARED_NAMESPACE, name: 'south-orders' },
];
/** The tenant of `services` that runs one. */
export const ALONE: TenantName = { namespace: 'shop', name: 'alone' };

/** A singleton. */
export function singleton(version: string): Fleet {
  const fleet = newFleet();
  poller(fleet, POLLER, version);
  return fleet;
}

/** A tenant whose pods run as the user that their namespace gives. */
export function ofNamespaceUser(): Fleet {
  const fleet = newFleet({ podUser: 'namespace' });
  const image = base.withApp('orders', '1.0.0');
  new MiTenant(newUnit(fleet, 'openshift'), 'orders', { image, scaling: Scaling.fixed(1), ...SECOND });
  return fleet;
}

/** The tenant of `singleton`. */
export const POLLER: TenantName = { namespace: 'files', name: 'poller' };

/** What a singleton is not: the same pod in a Deployment that recreates it. */
export function recreated(): readonly object[] {
  const fleet = newFleet();
  poller(fleet, RECREATED, '1.0.0');
  return [...fleet.render().values()].flatMap(documentsOf).map((object) => {
    const { kind, spec } = object;
    if (kind !== 'StatefulSet' || spec === undefined) return object;
    const { replicas, selector, template } = spec;
    return { ...object, kind: 'Deployment', spec: { replicas, selector, template, strategy: { type: 'Recreate' } } };
  });
}

/** The tenant of `recreated`. */
export const RECREATED: TenantName = { namespace: 'recreated', name: 'poller' };

function poller(fleet: Fleet, { namespace, name }: TenantName, version: string): void {
  const image = base.withPoller('poller', version);
  new MiTenant(newUnit(fleet, namespace), name, { image, scaling: Scaling.singleton(), ...SECOND });
}

function documentsOf(file: string): Document[] {
  return parseAllDocuments(file).map((document) => document.toJS() as Document);
}

interface Document {
  readonly kind: string;
  readonly spec?: Readonly<Record<string, unknown>>;
}
