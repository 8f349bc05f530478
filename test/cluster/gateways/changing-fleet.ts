import { Duration } from 'cdk8s';
import { Canary, GatewayIngress, LoadBalancer, MiTenant, Route, Scaling } from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';
import { COLUMNS, type Column } from './columns';

/** What changes of the fleet: a commit each. */
export interface Commit {
  /** Version of the application that the tenant with the canary runs. */
  readonly version: string;
  /** Version that its canary runs, if it has one. */
  readonly canary?: string;
  /** The tenant that the route of the two leads to. */
  readonly live: 'blue' | 'green';
  /** The columns by which the unit that moves is reached. */
  readonly via: readonly string[];
}

/** The columns that can have a canary. */
export const CHANGING: readonly Column[] = COLUMNS.filter(({ controller }) => !controller.cannot.canaryPercent);

/** The unit. */
export const UNIT = 'changing';

/** The host that moves. */
export const MOVING = 'moving.example.net';

/** The files of the fleet at a commit. */
export function changingFiles({ version, canary, live, via }: Commit): string[] {
  const fleet = newFleet();
  const unit = newUnit(fleet, UNIT);
  const image = (of: string) => base.withApp('app', of);
  // A pod without a container is ready at once; to wait half a minute for each shows nothing of its routes.
  const common = { scaling: Scaling.fixed(2), lifecycle: { minReady: Duration.seconds(0) } };
  const trial = canary === undefined ? undefined : Canary.percent(20, { image: image(canary) });
  const app = new MiTenant(unit, 'app', { ...common, image: image(version), canary: trial });
  const blue = new MiTenant(unit, 'blue', { ...common, image: image('1.0.0') });
  const green = new MiTenant(unit, 'green', { ...common, image: image('2.0.0') });
  for (const { id, controller, domain } of CHANGING) {
    const via = new LoadBalancer(fleet, `${UNIT}-${id}`, {
      controller,
      hosts: { [`app.${UNIT}.${domain}`]: UNIT, [`colour.${UNIT}.${domain}`]: UNIT },
    });
    const routes = [
      Route.http(`app.${UNIT}.${domain}`, { to: app.http }),
      Route.http(`colour.${UNIT}.${domain}`, { to: { blue, green }[live].http }),
    ];
    new GatewayIngress(unit, `routes-${id}`, { via, routes });
  }
  const doors = CHANGING.filter(({ id }) => via.includes(id)).map(
    ({ id, controller }) => new LoadBalancer(fleet, `moving-${id}`, { controller, hosts: { [MOVING]: UNIT } }),
  );
  new GatewayIngress(unit, 'moving', { via: doors, routes: [Route.http(MOVING, { to: blue.http })] });
  return [...fleet.render().values()];
}
