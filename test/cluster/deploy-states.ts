import { Duration, Size } from 'cdk8s';
import {
  BusinessUnit,
  EnvValue,
  type Fleet,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiBaseImage,
  MiSize,
  MiTenant,
  Quota,
  Route,
  Scaling,
  SharedVolume,
  VolumeSource,
} from '../../lib';
import { newFleet } from '../manifests';

/** What of the environment of the test differs from one deploy to the next. */
export interface DeployState {
  /** Version of tenant orders of unit retail. */
  readonly orders: string;
  /** How many pods it has; `auto` between two and four. */
  readonly pods: number | 'auto';
  /** Name of the poller of unit retail. */
  readonly poller: string;
  /** Memory of a pod of prices, in GiB, from which the quota of unit stock follows. */
  readonly memory: number;
}

/** What is deployed at first. */
export const FIRST: DeployState = { orders: '1.0.0', pods: 3, poller: 'files', memory: 4 };

const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.4.0' });
const QUICK = { lifecycle: { minReady: Duration.seconds(1) } };
const contact = 'integration@example.com';

/** The files of the environment: unit retail with routes, a poller and a volume, unit stock with a quota. */
export function deployedFiles({ orders, pods, poller, memory }: DeployState): ReadonlyMap<string, string> {
  const fleet = newFleet({ kubeContext: 'test' });
  const retail = new BusinessUnit(fleet, 'retail', { contact });
  const scaling = pods === 'auto' ? Scaling.auto({ min: 2, max: 4 }) : Scaling.fixed(pods);
  const tenant = new MiTenant(retail, 'orders', {
    image: base.withApp('orders', orders),
    scaling,
    ...QUICK,
    // Another version has another configuration, as most have.
    env: { SHOP_PASSWORD: EnvValue.fromSecret('shop', 'password') },
    config: { toml: { transport: { http: { socket_timeout: 60_000 + Number(orders.replaceAll('.', '')) } } } },
  });
  const files = new SharedVolume(retail, 'in', { source: VolumeSource.nfs('nfs01.example.com', '/in') });
  new MiTenant(retail, poller, {
    image: base.withPoller('files', '1.0.0'),
    scaling: Scaling.singleton(),
    ...QUICK,
    mounts: [files.at('/mnt/in')],
  });
  routes(fleet, retail, tenant);
  const stock = new BusinessUnit(fleet, 'stock', { contact, quota: Quota.ofTenants() });
  new MiTenant(stock, 'prices', {
    image: base.withApp('prices', '1.0.0'),
    scaling: Scaling.fixed(2),
    size: MiSize.of({ memory: Size.gibibytes(memory) }),
    ...QUICK,
  });
  return fleet.render();
}

function routes(fleet: Fleet, unit: BusinessUnit, to: MiTenant): void {
  const via = new LoadBalancer(fleet, 'edge', {
    controller: GatewayController.nginx(),
    hosts: { 'orders.example.com': 'retail' },
  });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http('orders.example.com', { to: to.http })] });
}
