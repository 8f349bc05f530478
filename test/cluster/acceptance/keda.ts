import { Duration } from 'cdk8s';
import { ArgoStep, type KedaTrigger, MiTenant, Scaling } from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';
import type { Cluster } from '../cluster';
import { unlikeKept } from '../whole-objects';

/** ScaledObjects, by the definitions of the project. */
export function describeKeda(cluster: () => Cluster): void {
  test('a ScaledObject of a Deployment and of a Rollout, with a queue and a schedule, is taken to the last field', async () => {
    const fleet = newFleet();
    const unit = newUnit(fleet, 'by-need');
    const image = base.withApp('orders', '1.0.0');
    const triggers: KedaTrigger[] = [
      { type: 'rabbitmq', metadata: { queueName: 'orders', mode: 'QueueLength', value: '20' } },
      {
        type: 'cron',
        metadata: { timezone: 'Europe/Zurich', start: '0 7 * * *', end: '0 19 * * *', desiredReplicas: '2' },
      },
    ];
    const argoSteps = [ArgoStep.weight(50)];
    new MiTenant(unit, 'idle', {
      image,
      scaling: Scaling.keda({ min: 0, max: 6, triggers, cooldown: Duration.minutes(10) }),
    });
    new MiTenant(unit, 'stepwise', { image, scaling: Scaling.keda({ min: 2, max: 6, triggers, argoSteps }) });
    const input = [...fleet.render().values()].join('---\n');
    const args = ['apply', '--server-side', '--validate=strict', '-f', '-'];
    expect(await cluster().kubectl.run(args, { input })).toMatchObject({ code: 0, stderr: '' });
    expect(await unlikeKept(cluster().kubectl, [...fleet.render().values()])).toEqual([]);
  });
}
