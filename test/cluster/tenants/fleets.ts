import { Duration, Size } from 'cdk8s';
import {
  BusinessUnit,
  Canary,
  COORDINATION_ID,
  Cpu,
  type Fleet,
  LoggingSidecar,
  MiBaseImage,
  MiSize,
  MiTenant,
  type MiTenantProps,
  Scaling,
  SharedVolume,
} from '../../../lib';
import { fleet } from '../../../main';
import { newFleet, newUnit } from '../../manifests';
import type { Image } from '../image/archive';
import { busyboxImage } from '../image/busybox';
import { standInImage } from '../image/stand-in';
import { STAND_IN_RELEASES, type StandInRelease } from '../stand-in/releases';
import { extendedProps, TOOLS } from './extended-props';
import { database, FIRST, richProps, type Words } from './rich';

const REGISTRY = 'registry.example.com';
const QUICK_START = '1';

/** What the tenant `greedy` may fill, in mebibytes: more than the image, whose files this runtime counts too. */
export const DISK_MEBIBYTES = 64;

/** The image of the stand-in alone. */
export const STAND_IN_IMAGE = (release: StandInRelease) => `stand-in.example/wso2mi:${release}`;

const base = (release: StandInRelease) =>
  MiBaseImage.fromRegistry(`${REGISTRY}/integration/mi-base`, { release, build: 3, drivers: ['mysql'] });
const shopImage = base('4.4.0').withApp('orders', '1.0.0');

/** The tenant that reads what the poller of `dist/` writes. */
export const READER = 'lab-results-archive';

/** The fleet of `main.ts`, and one more tenant that only reads the volume of its poller. */
export function exampleFleet(): Fleet {
  const clinic = fleet.node.findChild('clinic');
  const volume = clinic.node.findChild('lab-results');
  if (!BusinessUnit.isBusinessUnit(clinic) || !(volume instanceof SharedVolume)) {
    throw new Error('main.ts must have the unit clinic with the volume lab-results');
  }
  if (clinic.node.tryFindChild(READER) === undefined) {
    const image = base('4.4.0').withApp(READER, '1.0.0');
    new MiTenant(clinic, READER, { image, scaling: Scaling.fixed(1), mounts: [volume.readOnlyAt('/mnt/lab-results')] });
  }
  return fleet;
}

/** Name of the tenant of a release in the unit `releases`. */
export function tenantOf(release: StandInRelease): string {
  return `mi-${release.replaceAll('.', '-')}`;
}

/** A tenant of one pod for each release, with as much of a configuration as the release takes. */
export function releasesFleet(): Fleet {
  const rendered = newFleet();
  const unit = newUnit(rendered, 'releases');
  for (const release of STAND_IN_RELEASES) {
    const image = base(release).withApp('hello', '1.0.0');
    small(unit, tenantOf(release), { image, scaling: Scaling.fixed(1), ...richProps(release, FIRST) });
  }
  return rendered;
}

/** What the tenants of the unit `shop` are there for. */
export const SHOP = {
  /** Is updated under load. */
  drained: 'drained',
  /** Is stopped with a request in work, its drain taken out by the test. */
  undrained: 'undrained',
  /** Is told to stop under load before anybody knows that it leaves. */
  unwaited: 'unwaited',
  /** Gets another configuration and the first again; its pods share out their work. */
  configured: 'configured',
  /** Has a canary, and then none. */
  tried: 'tried',
  /** Has more in its pod than Micro Integrator. */
  extended: 'extended',
  /** One of its pods fills more than its disk. */
  greedy: 'greedy',
  /** Writes audit lines. */
  audited: 'audited',
  /** Starts within its budget. */
  inTime: 'in-time',
  /** Does not. */
  late: 'late',
} as const;

/** What the tenant `late` is given, in seconds. */
export const LATE_BUDGET = 24;

/** What the tenant `in-time` takes, in seconds. */
export const IN_TIME_START = 12;

// A busy machine adds its own seconds to a start, which are not those that the tenant said.
const IN_TIME_BUDGET = 120;

/** What tells one shop from another. */
export interface ShopProps {
  readonly words: Words;
  readonly canary: boolean;
}

/** Tenants whose configuration says a generation. */
export function shopFleet({ words, canary }: ShopProps): Fleet {
  const rendered = newFleet();
  const shop = newUnit(rendered, 'shop');
  const config = { toml: { server: { hostname: `${words.toml}.example.com` } } };
  const rollout = { maxSurge: 1, maxUnavailable: 0 };
  for (const id of [SHOP.drained, SHOP.unwaited]) {
    small(shop, id, { image: shopImage, scaling: Scaling.fixed(2, rollout), config });
  }
  small(shop, SHOP.undrained, { image: shopImage, scaling: Scaling.fixed(1), config });
  const coordinated = Scaling.coordinated(2, database(COORDINATION_ID), rollout);
  small(shop, SHOP.configured, { image: shopImage, scaling: coordinated, ...richProps('4.4.0', words) });
  const next = base('4.6.0').withApp('orders', '1.1.0');
  small(shop, SHOP.tried, {
    image: shopImage,
    scaling: Scaling.fixed(1),
    config,
    // No route leads to the unit: the suite asks the Service of the canary itself.
    canary: canary ? Canary.percent(0, { image: next }) : undefined,
  });
  small(shop, SHOP.extended, { image: base('4.5.0').withApp('orders', '1.0.0'), ...extendedProps });
  const audited = { image: base('4.6.0').withApp('orders', '1.0.0'), scaling: Scaling.fixed(1) };
  small(shop, SHOP.audited, {
    ...audited,
    logging: [LoggingSidecar.toStdout({ image: TOOLS, files: ['audit.log'] })],
  });
  const one = { image: shopImage, scaling: Scaling.fixed(1) };
  small(shop, SHOP.greedy, { image: shopImage, scaling: Scaling.fixed(2), disk: Size.mebibytes(DISK_MEBIBYTES) });
  small(shop, SHOP.inTime, {
    ...one,
    lifecycle: { startBudget: Duration.seconds(IN_TIME_BUDGET) },
    env: { STAND_IN_START: String(IN_TIME_START) },
  });
  small(shop, SHOP.late, {
    ...one,
    lifecycle: { startBudget: Duration.seconds(LATE_BUDGET) },
    env: { STAND_IN_START: '300' },
  });
  return rendered;
}

/** The images that these fleets name: the stand-in of each release, under all names of that release. */
export function fleetImages(): Image[] {
  const text = [exampleFleet(), releasesFleet(), shopFleet({ words: FIRST, canary: true })]
    .flatMap((one) => [...one.render().values()])
    .join();
  const named = [...new Set(text.match(/registry\.example\.com\/integration\/\S+/g))];
  return [
    busyboxImage([TOOLS]),
    ...STAND_IN_RELEASES.map((release) =>
      standInImage(release, [STAND_IN_IMAGE(release), ...named.filter((name) => name.endsWith(`-mi${release}-3`))]),
    ),
  ];
}

interface SmallProps extends MiTenantProps<'app'> {
  readonly disk?: Size;
}

function small(unit: BusinessUnit, id: string, { disk, ...props }: SmallProps): void {
  new MiTenant(unit, id, {
    size: MiSize.of({
      cpu: Cpu.millis(10),
      cpuLimit: Cpu.cores(1),
      memory: Size.mebibytes(300),
      heap: Size.mebibytes(40),
      disk,
    }),
    ...props,
    lifecycle: { minReady: Duration.seconds(1), ...props.lifecycle },
    env: { STAND_IN_START: QUICK_START, ...props.env },
  });
}
