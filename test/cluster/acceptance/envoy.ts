import { GatewayController, GatewayIngress, LoadBalancer, MiTenant, Route, Scaling, Tls } from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';
import type { Cluster } from '../cluster';
import { unlikeKept } from '../whole-objects';

const HOST = 'bounded.example.com';

/** Policies of Envoy Gateway, by its own definition. */
export function describeEnvoy(cluster: () => Cluster): void {
  test('a bound on requests is taken to the last field', async () => {
    const { kubectl } = cluster();
    await kubectl.ok(['create', 'namespace', 'edges']);
    const fleet = newFleet();
    const unit = newUnit(fleet, 'bounded');
    const controller = GatewayController.gatewayApi({
      namespace: 'edges',
      gatewayClass: 'envoy',
      implementation: 'envoy-gateway',
    });
    const via = new LoadBalancer(fleet, 'bounded-edge', {
      controller,
      hosts: { [HOST]: 'bounded' },
      tls: { [HOST]: Tls.secret('bounded-tls') },
    });
    const orders = new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http(HOST, { to: orders.http, rateLimit: 20 })] });
    const files = [...fleet.render().values()];
    expect(files.join('\n')).toContain('kind: BackendTrafficPolicy');
    const args = ['apply', '--server-side', '--validate=strict', '-f', '-'];
    expect(await kubectl.run(args, { input: files.join('---\n') })).toMatchObject({ code: 0, stderr: '' });
    // Not written, since releases that lack the field would refuse it.
    expect((await unlikeKept(kubectl, files)).filter((line) => !line.endsWith('.invert is added: false'))).toEqual([]);
  });
}
