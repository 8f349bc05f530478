import { Duration, Size } from 'cdk8s';
import {
  BusinessUnit,
  Cpu,
  Datasource,
  Endpoint,
  EnvValue,
  Fleet,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  LoggingSidecar,
  Metrics,
  MiBaseImage,
  MiSize,
  MiTenant,
  Monitoring,
  Network,
  Peer,
  Quota,
  Route,
  Scaling,
  SharedVolume,
  Tls,
  VolumeSource,
} from './lib';

/**
 * The fleet of the example company; `dist/` is what it renders to. Its Prometheus finds the tenants
 * by annotations, so that any cluster takes these files; where its operator is, `Monitoring.serviceMonitors()` says it.
 */
export const fleet = new Fleet({
  monitoring: Monitoring.annotations({
    runbooks: 'https://git.example.com/integration/fleet/blob/main/docs/runbooks.md',
  }),
  // Every unit is shut in both directions but for what it declares; the Prometheus of the cluster gets to the metrics.
  network: Network.isolated({ scrapers: [Peer.pods('monitoring', { 'app.kubernetes.io/name': 'prometheus' })] }),
});

// The platform team's base image: common configuration, certificates of the company, the secure vault. Every tenant's
// tag ends with this build, so a patched base is a change that a reviewer sees in each of them.
const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', {
  release: '4.4.0',
  build: 3,
  drivers: ['postgresql'],
});

// One load balancer for the whole company. Who may use which host is settled here, in the platform team's file, so that
// no unit can take requests that are another's. The company still has ingress-nginx, which gets no fixes any more; what is
// new takes traefik or gatewayApi.
const edge = new LoadBalancer(fleet, 'public', {
  controller: GatewayController.nginx(),
  hosts: {
    'appointments.wso2.com': 'clinic',
    'wso2.com': { '/': 'platform', '/bar': 'retail' },
    '*': 'platform',
  },
  tls: { 'wso2.com': Tls.secret('wso2-com-tls') },
});

// ---- Clinic: patients book appointments, and the laboratory sends its results as files.
const clinic = new BusinessUnit(fleet, 'clinic', { contact: 'clinic-integration@example.com' });

// Health data must stay encrypted up to the pod, so the load balancer passes the connection on unopened, and the tenant
// shows the certificate itself.
const appointments = new MiTenant(clinic, 'doctor-appointment', {
  image: base.withApp('doctor-appointment', '1.0.0'),
  scaling: Scaling.fixed(2, { maxSurge: 1, maxUnavailable: 0 }),
  tls: Keystore.fromSecret('appointments-keystore', { file: 'appointments.jks', password: 'password' }),
  env: {
    HOSPITAL_URL: 'https://hospital.example.com/api/v1',
    HOSPITAL_PASSWORD: EnvValue.fromSecret('hospital-api', 'password'),
  },
  calls: [Endpoint.outside('hospital.example.com', 443, ['10.40.0.0/28'])],
});

new GatewayIngress(clinic, 'routes', {
  via: edge,
  routes: [Route.passthrough('appointments.wso2.com', appointments)],
});

// The laboratory drops its files on the hospital's NFS server. A second poller would read a result twice, so there is
// never more than one, not even for a moment of an update.
const labResults = new SharedVolume(clinic, 'lab-results', {
  source: VolumeSource.nfs('nfs01.example.com', '/export/lab', { mountOptions: ['nfsvers=4.1', 'hard'] }),
});

new MiTenant(clinic, 'lab-results-poller', {
  image: base.withPoller('lab-results-poller', '1.4.0'),
  scaling: Scaling.singleton(),
  mounts: [labResults.at('/mnt/lab-results')],
  // The laboratory sends something each hour of the day.
  config: { metrics: Metrics.prometheus() },
  alerts: { silence: Duration.hours(3) },
  // Who read which result is a matter of law; the audit log reaches no console by itself.
  logging: [LoggingSidecar.toStdout({ image: 'registry.example.com/tools/busybox:1.36.1', files: ['audit.log'] })],
});

// ---- Retail: the tills of the hospital's shops ask for prices by bar code.
// They pay for what their tenants need at noon, and a runaway must not take the clinic's share.
const retail = new BusinessUnit(fleet, 'retail', {
  contact: '#retail-integration',
  pullSecrets: ['registry-login'],
  quota: Quota.ofTenants(),
});

// What a bar code costs stands in the shops' database, outside the cluster.
const prices = Datasource.postgresql('prices', {
  at: Endpoint.outside('prices.db.example.com', 5432, ['10.30.0.0/24']),
  database: 'prices',
  username: EnvValue.fromSecret('prices-db', 'username'),
  password: EnvValue.fromSecret('prices-db', 'password'),
});

// Quiet at night and busy at noon. A till that waits for a price holds up a queue, so half a second is the limit.
const barcodes = new MiTenant(retail, 'barcode-lookup', {
  image: base.withApp('barcode-lookup', '2.7.1'),
  scaling: Scaling.auto({ min: 2, max: 6 }),
  size: MiSize.of({ cpu: Cpu.cores(1), memory: Size.gibibytes(2) }),
  config: { datasources: [prices], metrics: Metrics.prometheus() },
  alerts: { latency: Duration.millis(500) },
});

new GatewayIngress(retail, 'routes', {
  via: edge,
  routes: [Route.http('wso2.com', { path: '/bar', to: barcodes.http })],
});

// ---- Platform: our own. Whoever asks for nothing that we know gets a page that says whom to call.
const platform = new BusinessUnit(fleet, 'platform', { contact: 'integration-platform@example.com' });

const signpost = new MiTenant(platform, 'signpost', {
  image: base.withApp('signpost', '0.3.0'),
  scaling: Scaling.fixed(2),
});

new GatewayIngress(platform, 'routes', {
  via: edge,
  routes: [Route.http('wso2.com', { to: signpost.http }), Route.defaultBackend(signpost.http)],
});

// Tests import the fleet; only running this file writes dist/.
if (require.main === module) {
  fleet.synth();
}
