import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { ArgoStep, MiTenant, Scaling } from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';
import type { Cluster } from '../cluster';
import { type } from '../shell';

/** Pods of its tenant "orders". */
export const MOVING_PODS = 3;

/** How its pods are replaced. */
export const MOVING_STATES = {
  deployment: Scaling.fixed(MOVING_PODS),
  rollout: Scaling.fixed(MOVING_PODS, { argoSteps: [ArgoStep.weight(50)] }),
} as const;

/** The unit "moving", whose tenant goes from a Deployment to a Rollout and back by the commands of the documents. */
export class MovingUnit {
  private readonly folder = mkdtempSync(join(tmpdir(), 'moving-'));

  public constructor(private readonly cluster: Cluster) {}

  /** Writes its file, as a synth would. */
  public enter(state: keyof typeof MOVING_STATES): ReadonlyMap<string, string> {
    const fleet = newFleet();
    new MiTenant(newUnit(fleet, 'moving'), 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: MOVING_STATES[state],
      lifecycle: { minReady: Duration.seconds(1) },
    });
    const files = fleet.render();
    mkdirSync(join(this.folder, 'dist'), { recursive: true });
    for (const [name, text] of files) writeFileSync(join(this.folder, 'dist', name), text);
    return files;
  }

  /** Types commands of the documents beside that file. */
  public async type(commands: string): Promise<void> {
    await type(commands.replaceAll('retail', 'moving'), this.cluster, this.folder);
  }
}
