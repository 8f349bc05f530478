import {
  BusinessUnit,
  type BusinessUnitProps,
  type Fleet,
  type FleetProps,
  MiTenant,
  type MiTenantProps,
  Scaling,
} from '../../lib';
import { base, newFleet } from '../manifests';
import { effectOf } from './effects';

/** The files of a fleet. */
export type Files = ReadonlyMap<string, string>;

/** For each prop its value before, its value after, and what an apply of the change does. */
export type Changes<P> = {
  readonly [K in keyof P]-?: readonly [before: P[K] | undefined, after: P[K], effect: string];
};

/** A change: the prop, what it does, and what it must do; and the files before and after it. */
export type Row = readonly [prop: string, effect: () => string, right: string, files: () => readonly Files[]];

/** The changes of some props as rows, each rendered before and after. */
export function rows<P>(of: string, changes: Changes<P>, render: (props: Partial<P>) => Files): Row[] {
  return (Object.keys(changes) as Array<keyof P & string>).map((key) => {
    const [before, after, right] = changes[key];
    const rendered = (value: P[keyof P] | undefined) =>
      render((value === undefined ? {} : { [key]: value }) as Partial<P>);
    const files = once(() => [rendered(before), rendered(after)] as const);
    return [`${of}.${key}`, () => effectOf(...files()), right, files];
  });
}

function once<T>(made: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= made());
}

/** Who answers for the units of these tests. */
export const contact = 'integration@example.com';

/** The unit "retail". */
export function unitOf(fleet: Fleet, props: Partial<BusinessUnitProps> = {}): BusinessUnit {
  return new BusinessUnit(fleet, 'retail', { contact, ...props });
}

/** The application "orders" of two pods. */
export function app(unit: BusinessUnit, props: Partial<MiTenantProps<'app'>> = {}): MiTenant<'app'> {
  return new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2), ...props });
}

/** The files of a fleet with the unit "retail". */
export function filesOf(compose: (unit: BusinessUnit, fleet: Fleet) => void, props: FleetProps = {}): Files {
  const fleet = newFleet(props);
  compose(unitOf(fleet), fleet);
  return fleet.render();
}
