import { outcomeOf } from '../../core/outcome';
import { MI_RELEASES, type MiRelease } from '../../release/mi-release';
import { type Composition, composed, objectsOfTenant, type TenantObjects } from './composition';
import { nameOf, pathsIn, withValue } from './nested';
import { configValues, fleetValues, lifecycleValues, podValues, tenantValues, unitValues } from './other-values';

/** What decides a field: the id or a prop that is said, one that is left out, or what the tenant stands in or runs. */
export type Decider = 'id' | 'prop' | 'default' | 'image' | 'release' | 'load balancer' | 'unit' | 'fleet';

/** One thing declared otherwise. */
export interface Variation {
  readonly decider: Decider;
  /** What it is: the path of a prop, a release, a load balancer. */
  readonly name: string;
  /** Whether it is said, and not left to its default. */
  readonly isSaid: boolean;
  readonly composition: Composition;
}

/** A tenant as it would be if one thing were declared otherwise. */
export interface Variant extends Omit<Variation, 'composition'> {
  readonly objects: TenantObjects;
}

/** The variants of a tenant that can be rendered; what is refused the moment that it is written shows nothing. */
export function variantsOf(composition: Composition): Variant[] {
  return variations(composition).flatMap(({ composition: changed, ...variation }) => {
    const outcome = outcomeOf(() => objectsOfTenant(composed(changed)));
    return 'thrown' in outcome ? [] : [{ ...variation, objects: outcome.value }];
  });
}

/** Everything that can be declared otherwise, each alone. */
function variations(of: Composition): Variation[] {
  return [
    ...ofIds(of),
    ...ofImage(of),
    ...ofReleases(of),
    ...ofTenant(of),
    ...ofEdges(of),
    ...ofUnit(of),
    ...ofFleet(of),
  ];
}

/** What the id of the unit is called, beside that of the tenant. */
export const UNIT_ID = 'of the unit';

function ofIds(of: Composition): Variation[] {
  return [
    { decider: 'id', name: 'of the tenant', isSaid: true, composition: { ...of, tenantId: 'explain' } },
    { decider: 'id', name: UNIT_ID, isSaid: true, composition: { ...of, unitId: 'explain' } },
  ];
}

function ofImage(of: Composition): Variation[] {
  const { image } = of.tenant;
  const others: ReadonlyArray<typeof image> = [
    { ...image, app: 'explain', version: '7.7.7', reference: 'registry.example.com/explain:7.7.7' },
    { ...image, pullPolicy: image.pullPolicy === 'Never' ? 'Always' : 'Never' },
    Object({ ...image, work: image.work === 'app' ? 'poller' : 'app' }),
  ];
  return others.map((other) => ({
    decider: 'image',
    name: 'image',
    isSaid: true,
    composition: { ...of, tenant: { ...of.tenant, image: other } },
  }));
}

function ofReleases(of: Composition): Variation[] {
  const { image } = of.tenant;
  return Object.keys(MI_RELEASES)
    .filter(isRelease)
    .filter((release) => release !== image.release)
    .map((release) => ({
      decider: 'release',
      name: release,
      isSaid: true,
      composition: { ...of, tenant: { ...of.tenant, image: { ...image, release } } },
    }));
}

function ofTenant(of: Composition): Variation[] {
  const { tenant } = of;
  const varied = (decider: Decider, name: string, isSaid: boolean, changed: Composition['tenant']): Variation => ({
    decider,
    name,
    isSaid,
    composition: { ...of, tenant: changed },
  });
  const { image: _, scaling: __, ...said } = tenant;
  const tables: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
    lifecycle: lifecycleValues(),
    config: configValues(),
    pod: podValues(),
  };
  const paths = [
    ...Object.entries(tenantValues()).map(([prop, values]) => ({ path: [prop], values })),
    ...Object.entries(tables).flatMap(([table, ofTable]) =>
      Object.entries(ofTable).map(([prop, values]) => ({ path: [table, prop], values })),
    ),
  ];
  const isSaid = (path: readonly string[]) => pathsIn(tenant).some((one) => path.every((part, i) => one[i] === part));
  return [
    ...pathsIn(said).map((path) => varied('prop', nameOf(path), true, withValue(tenant, path, undefined))),
    ...paths.flatMap(({ path, values }) =>
      values.map((value) =>
        varied(isSaid(path) ? 'prop' : 'default', nameOf(path), isSaid(path), withValue(tenant, path, value)),
      ),
    ),
  ];
}

function ofEdges(of: Composition): Variation[] {
  const names = [...new Set(of.edges.map(({ loadBalancer }) => loadBalancer))];
  return names.map((name) => ({
    decider: 'load balancer',
    name,
    isSaid: true,
    composition: { ...of, edges: of.edges.filter(({ loadBalancer }) => loadBalancer !== name) },
  }));
}

function ofUnit(of: Composition): Variation[] {
  return variationsOf('unit', of.unit, unitValues(), (unit) => ({ ...of, unit }));
}

function ofFleet(of: Composition): Variation[] {
  return variationsOf('fleet', of.fleet, fleetValues(), (fleet) => ({ ...of, fleet }));
}

/** Each prop of something with each of its other values, and without what is said. */
function variationsOf<P extends object>(
  decider: Decider,
  said: P,
  values: { readonly [K in keyof P]?: readonly unknown[] },
  composition: (changed: P) => Composition,
): Variation[] {
  const isSaid = (prop: string) => Object.hasOwn(said, prop);
  return Object.entries<readonly unknown[] | undefined>(values).flatMap(([prop, others = []]) =>
    [...(isSaid(prop) ? [undefined] : []), ...others].map((value) => ({
      decider,
      name: prop,
      isSaid: isSaid(prop),
      composition: composition({ ...said, [prop]: value }),
    })),
  );
}

function isRelease(name: string): name is MiRelease {
  return Object.hasOwn(MI_RELEASES, name);
}
