import { type MiRelease, metricsOf } from '../../lib';

// MetricConstants of `org.wso2.micro.integrator.observability`, at the tag of each release.
const SERVICES = ['api', 'inbound_endpoint', 'proxy'];
const counted = (services: readonly string[]) =>
  services.flatMap((service) =>
    ['latency_seconds', 'request_count_error_total', 'request_count_total'].map((what) => `${service}_${what}`),
  );

test.each<[MiRelease, readonly string[]]>([
  ['1.1.0', []],
  ['1.2.0', [...counted(SERVICES), 'server_up', 'service_up']],
  ['4.0.0', [...counted(SERVICES), 'server_up', 'service_up']],
  ['4.1.0', [...counted(SERVICES), 'server_up', 'server_version', 'service_up']],
  ['4.2.0', [...counted(SERVICES), 'server_up', 'server_version', 'service_up']],
  ['4.3.0', [...counted([...SERVICES, 'data_service']), 'server_up', 'server_version', 'service_up']],
  ['4.4.0', [...counted([...SERVICES, 'data_service']), 'server_up', 'server_version', 'service_up']],
  ['4.5.0', [...counted([...SERVICES, 'data_service']), 'server_up', 'server_version', 'service_up']],
  ['4.6.0', [...counted([...SERVICES, 'data_service']), 'server_up', 'server_version', 'service_up']],
])('release %s counts what its sources name', (release, names) => {
  const own = metricsOf(release).flatMap(({ name }) => /^wso2_integration_(.*)$/.exec(name)?.[1] ?? []);
  expect(own.sort()).toEqual([...names].sort());
});
