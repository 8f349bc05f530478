import {
  BusinessUnit,
  Endpoint,
  type Fleet,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  Metrics,
  MiTenant,
  Network,
  Peer,
  Route,
  Scaling,
} from '../../lib';
import { base, newFleet } from '../manifests';

/** A clinic that is shut, which calls the billing of an open unit, a hospital and a database. */
export function clinicFleet(): Fleet {
  const fleet = newFleet();
  const contact = 'integration@example.com';
  const scaling = Scaling.fixed(2);
  const open = new BusinessUnit(fleet, 'finance', { contact });
  const billing = new MiTenant(open, 'billing', { image: base.withApp('billing', '1.0.0'), scaling });
  const clinic = new BusinessUnit(fleet, 'clinic', {
    contact,
    network: Network.isolated({ scrapers: [Peer.pods('monitoring', { 'app.kubernetes.io/name': 'prometheus' })] }),
  });
  const visits = new MiTenant(clinic, 'visits', {
    image: base.withApp('visits', '1.0.0'),
    scaling,
    config: { metrics: Metrics.prometheus() },
    calls: [billing.http, Endpoint.outside('hospital.example.com', 443, ['192.0.2.0/28'])],
  });
  new MiTenant(clinic, 'reminders', { image: base.withApp('reminders', '1.0.0'), scaling, calls: [visits.http] });
  const hosts = { 'clinic.example.com': 'clinic' };
  const via = new LoadBalancer(fleet, 'public', { controller: GatewayController.nginx(), hosts });
  const routes = [Route.http('clinic.example.com', { to: visits.http })];
  new GatewayIngress(clinic, 'routes', { via, routes });
  return fleet;
}
