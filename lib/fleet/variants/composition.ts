import { ApiObject, App } from 'cdk8s';
import { setContext } from '../../core/context';
import { DEFAULT_KUBERNETES } from '../../core/kubernetes-version';
import { setMonitoring } from '../../monitoring/monitoring';
import { setNetwork } from '../../network/network';
import type { Way } from '../../network/reach';
import { objectJson } from '../../rendered/object-json';
import type { KubernetesObject } from '../../rendered/rendered-object';
import { withServerDefaults } from '../../rendered/server-defaults';
import { MiTenant } from '../../tenant/mi-tenant';
import type { MiTenantProps } from '../../tenant/mi-tenant-props';
import { BusinessUnit } from '../../unit/business-unit';
import type { BusinessUnitProps } from '../../unit/business-unit-props';
import type { EdgeNeeds } from '../../unit/edge-needs';
import { DEFAULT_NAME, type FleetProps } from '../fleet-props';
import { owned } from '../rendered-file';

/** A load balancer that leads to pods of a unit. */
export interface LeadingEdge {
  readonly loadBalancer: string;
  readonly needs: EdgeNeeds;
  /** Whether it leads to the tenant itself, and not only to another of its unit. */
  readonly toTenant: boolean;
  /** Who of it asks the pods, as their network policy shows it. */
  readonly ways: readonly Way[];
}

/** All that decides what is rendered for one tenant: what its fleet, its unit and it were declared with. */
export interface Composition {
  readonly fleet: FleetProps;
  readonly unitId: string;
  readonly unit: BusinessUnitProps;
  readonly tenantId: string;
  readonly tenant: MiTenantProps<'app'>;
  readonly edges: readonly LeadingEdge[];
}

/** The objects of a tenant by their paths below it, which are the same whatever they are called. */
export type TenantObjects = Readonly<Record<string, KubernetesObject>>;

/** What the library renders for a tenant that is declared so, beside any fleet. */
export function composed({ fleet, unitId, unit, tenantId, tenant, edges }: Composition): MiTenant {
  const { suffix = '', kubernetes = DEFAULT_KUBERNETES, kubeContext, podUser, resolvers, monitoring, network } = fleet;
  const { name = DEFAULT_NAME } = fleet;
  const app = new App({ resolvers, recordConstructMetadata: false });
  setContext(app, name, { suffix, kubernetes, kubeContext, podUser });
  setMonitoring(app, monitoring);
  setNetwork(app, network);
  const inUnit = new BusinessUnit(app, unitId, unit);
  const alone = new MiTenant(inUnit, tenantId, tenant);
  for (const { needs, toTenant, ways } of edges) {
    (toTenant ? alone : inUnit).servedBy(needs);
    alone.reach.admit(...ways);
  }
  return alone;
}

/** The objects of a tenant as they are written. */
export function objectsOfTenant({ unit, node }: MiTenant): TenantObjects {
  const objects = node.findAll().filter(ApiObject.isApiObject);
  return Object.fromEntries(
    objects.map((object) => [
      object.node.path.slice(node.path.length + 1),
      withServerDefaults(owned(objectJson(object), unit)),
    ]),
  );
}
