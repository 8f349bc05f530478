import { Duration } from 'cdk8s';
import { parse } from 'yaml';
import {
  ArgoStep,
  BusinessUnit,
  Canary,
  DeadLetters,
  type Fleet,
  Metrics,
  MiBaseImage,
  type MiRelease,
  MiTenant,
  Monitoring,
  Scaling,
  SharedVolume,
  VolumeSource,
} from '../../lib';
import { type Manifest, manifestsOf, newFleet } from '../manifests';

/** A rule as Prometheus reads it. */
export interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Rules that are asked in turn. */
export interface Group {
  readonly name: string;
  readonly rules: readonly Rule[];
}

function baseOf(release: MiRelease): MiBaseImage {
  return MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release });
}

/** A fleet whose tenants have every alert, on releases that show their metrics each in its own way. */
export function watchedFleet(monitoring = Monitoring.serviceMonitors({ dashboardsIn: 'monitoring' })): Fleet {
  const fleet = newFleet({ monitoring });
  const unit = new BusinessUnit(fleet, 'retail', { contact: '#retail {{team}}' });
  const invoices = new SharedVolume(unit, 'invoices', { source: VolumeSource.nfs('nfs01.example.com', '/invoices') });
  const metrics = Metrics.prometheus();
  new MiTenant(unit, 'orders', {
    image: baseOf('4.4.0').withApp('orders', '2.7.1'),
    scaling: Scaling.auto({ min: 2, max: 6 }),
    // Of alerts alone, so no route leads to it.
    canary: Canary.percent(0, { image: baseOf('4.6.0').withApp('orders', '2.8.0') }),
    config: { metrics },
    alerts: { deadLetters: DeadLetters.rabbitmq('orders.dlq', { atMost: 5 }), labels: { team: 'shop' } },
  });
  new MiTenant(unit, 'invoice-poller', {
    image: baseOf('4.6.0').withPoller('invoice-poller', '1.4.0'),
    scaling: Scaling.singleton(),
    mounts: [invoices.at('/mnt/invoices')],
    config: { metrics },
    alerts: { silence: Duration.hours(1) },
  });
  new MiTenant(unit, 'search', {
    image: baseOf('4.2.0').withApp('search', '1.0.0'),
    scaling: Scaling.fixed(2, { argoSteps: [ArgoStep.weight(50)] }),
  });
  return fleet;
}

/** All that Prometheus is told of a fleet's rules. */
export function groupsOf(fleet: Fleet): Group[] {
  return fleet.charts
    .flatMap((chart): Manifest[] => manifestsOf(chart))
    .filter(({ kind }) => kind === 'PrometheusRule')
    .flatMap(({ spec }) => parse(JSON.stringify(spec?.groups)));
}
