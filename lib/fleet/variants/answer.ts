import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { SourcePlace } from '../../core/caller';
import { declarationOf, QUESTION } from '../../core/declaration';
import { GatewayIngress } from '../../gateway/gateway-ingress';
import { MiTenant } from '../../tenant/mi-tenant';
import type { MiTenantProps } from '../../tenant/mi-tenant-props';
import type { BusinessUnit } from '../../unit/business-unit';
import type { BusinessUnitProps } from '../../unit/business-unit-props';
import { ANY_PROXY } from '../../unit/edge-needs';
import type { FleetProps } from '../fleet-props';
import { type Composition, composed, type LeadingEdge, objectsOfTenant, type TenantObjects } from './composition';
import { type Variant, variantsOf } from './variants';

/** Which tenant is asked for, and where the answer goes. */
export interface Question {
  /** Ids of unit and tenant: `retail/orders`. */
  readonly tenant: string;
  /**
   * The environment, where the fleet has some.
   *
   * @default - every one that has the tenant
   */
  readonly environment?: string;
  /** File that the answer is written to. */
  readonly to: string;
}

/** A tenant, what is rendered for it, and what would be if one thing were declared otherwise. */
export interface ExplainedTenant {
  /**
   * The environment that it is in.
   *
   * @default - the fleet has none
   */
  readonly environment?: string;
  /** Where it is declared, the nearest first. */
  readonly places: readonly SourcePlace[];
  /** Where its unit and its fleet are, and the routes that lead to it through each load balancer. */
  readonly around: {
    readonly unit: readonly SourcePlace[];
    readonly fleet: readonly SourcePlace[];
    readonly routes: Readonly<Record<string, readonly SourcePlace[]>>;
  };
  /** Its release of Micro Integrator. */
  readonly release: string;
  /** Its objects as they are written. */
  readonly rendered: TenantObjects;
  /** Its objects as the library alone renders them from what is declared. */
  readonly composed: TenantObjects;
  readonly variants: readonly Variant[];
}

/** What a program answers. */
export interface Answer {
  /** Every tenant that there is. */
  readonly tenants: readonly string[];
  readonly explained: readonly ExplainedTenant[];
}

const NOTHING: Answer = { tenants: [], explained: [] };

/** A fleet as it is asked: its tree, and the name of its environment. */
interface AskedFleet {
  readonly fleet: GatewayIngress['node']['root'];
  readonly environment?: string;
}

/** Answers what whoever runs this program has asked; says whether that was something, and all that is wanted. */
export function answered(fleets: readonly AskedFleet[]): boolean {
  const asked = process.env[QUESTION];
  if (asked === undefined) {
    return false;
  }
  const question: Question = JSON.parse(readFileSync(asked, 'utf8'));
  const all = fleets.flatMap(({ fleet, environment }) =>
    fleet.node
      .findAll()
      .filter(MiTenant.isMiTenant)
      .map((tenant) => ({ tenant, environment })),
  );
  const meant = all.filter(
    ({ tenant, environment }) =>
      idOf(tenant) === question.tenant && (question.environment ?? environment) === environment,
  );
  // A program may have several fleets, and each is asked.
  const before: Answer = existsSync(question.to) ? JSON.parse(readFileSync(question.to, 'utf8')) : NOTHING;
  const answer: Answer = {
    tenants: [...new Set([...before.tenants, ...all.map(({ tenant }) => idOf(tenant))])],
    explained: [
      ...before.explained,
      ...meant.map(({ tenant, environment }) => ({ environment, ...explained(tenant) })),
    ],
  };
  writeFileSync(question.to, JSON.stringify(answer));
  return true;
}

function idOf({ unit, node }: MiTenant): string {
  return `${unit.node.id}/${node.id}`;
}

function explained(tenant: MiTenant): ExplainedTenant {
  const { unit, node } = tenant;
  const ofUnit = gatewaysOf(unit);
  const ofTenant = ofUnit.filter(({ routes }) => routes.some(({ to }) => to.tenant === tenant));
  // What is written is rendered first: what is composed below may change what others see of it.
  const rendered = objectsOfTenant(tenant);
  const composition = compositionOf(tenant);
  return {
    places: declarationOf(tenant).places,
    around: {
      unit: declarationOf(unit).places,
      fleet: declarationOf(node.root).places,
      routes: Object.fromEntries(
        // Of several through one load balancer, that of the tenant is told.
        [...ofUnit, ...ofTenant].flatMap((gateway) =>
          gateway.loadBalancers.map(({ node: { id } }) => [id, declarationOf(gateway).places] as const),
        ),
      ),
    },
    release: composition.tenant.image.release,
    rendered,
    composed: objectsOfTenant(composed(composition)),
    variants: variantsOf(composition),
  };
}

/** The gateways with routes to a unit. */
function gatewaysOf(unit: BusinessUnit): GatewayIngress[] {
  const gateways = unit.node.root.node.findAll().filter(GatewayIngress.isGatewayIngress);
  return gateways.filter(({ routes }) => routes.some(({ to }) => to.tenant.unit === unit));
}

/** All that decides what is rendered for a tenant, as its program declares it. */
export function compositionOf(tenant: MiTenant): Composition {
  const { unit, node } = tenant;
  return {
    fleet: declarationOf<FleetProps>(node.root).props,
    unitId: unit.node.id,
    unit: declarationOf<BusinessUnitProps>(unit).props,
    tenantId: node.id,
    tenant: declarationOf<MiTenantProps<'app'>>(tenant).props,
    edges: gatewaysOf(unit).flatMap((gateway) => edgesOf(gateway, tenant)),
  };
}

function edgesOf({ routes, loadBalancers }: GatewayIngress, tenant: MiTenant): LeadingEdge[] {
  const ofUnit = routes.filter(({ to }) => to.tenant.unit === tenant.unit);
  return loadBalancers.flatMap((edge) => {
    const needs = edge.controller.needs ?? ANY_PROXY;
    return ofUnit.map(({ to }) => {
      const toTenant = to.tenant === tenant;
      const asked = needs.healthChecks ? (to.tenant.readiness?.port ?? to.number) : to.number;
      const ways = toTenant ? [to.number, asked].flatMap((port) => edge.waysTo(port)) : [];
      return { loadBalancer: edge.node.id, needs, toTenant, ways };
    });
  });
}
