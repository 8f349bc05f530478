import { Duration } from 'cdk8s';
import { ArgoStep, MiTenant, Scaling } from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';
import type { Cluster } from '../cluster';
import { unlikeKept } from '../whole-objects';

/** Rollouts, by the definitions of the project. */
export function describeArgo(cluster: () => Cluster): void {
  test('a Rollout with every kind of step, and the autoscaler of one, are taken to the last field', async () => {
    const fleet = newFleet();
    const unit = newUnit(fleet, 'stepwise');
    const image = base.withApp('orders', '1.0.0');
    const argoSteps = [
      ArgoStep.weight(20),
      ArgoStep.pause(Duration.minutes(10)),
      ArgoStep.weight(50),
      ArgoStep.pauseUntilPromoted(),
    ];
    new MiTenant(unit, 'fixed', { image, scaling: Scaling.fixed(4, { argoSteps }) });
    new MiTenant(unit, 'auto', { image, scaling: Scaling.auto({ min: 2, max: 6, argoSteps }) });
    const input = [...fleet.render().values()].join('---\n');
    const args = ['apply', '--server-side', '--validate=strict', '-f', '-'];
    expect(await cluster().kubectl.run(args, { input })).toMatchObject({ code: 0, stderr: '' });
    expect(await unlikeKept(cluster().kubectl, [...fleet.render().values()])).toEqual([]);
  });
}
