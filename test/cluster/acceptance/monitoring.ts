import { Monitoring } from '../../../lib';
import { watchedFleet } from '../../signals/watched-fleet';
import type { Cluster } from '../cluster';

/** Monitors and rules, by the definitions of the operator of Prometheus. */
export function describeMonitoring(cluster: () => Cluster): void {
  test.each([
    ['ServiceMonitors', Monitoring.serviceMonitors()],
    ['PodMonitors', Monitoring.podMonitors()],
  ])('%s and PrometheusRules of every alert are taken to the last field', async (_, monitoring) => {
    const input = watchedFleet(monitoring).synthYaml();
    const args = ['apply', '--server-side', '--validate=strict', '-f', '-'];
    expect(await cluster().kubectl.run(args, { input })).toMatchObject({ code: 0, stderr: '' });
  });
}
