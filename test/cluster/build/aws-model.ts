import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest';
import type { GoProgram } from './go-program';

/** Our program around the model builder of the AWS Load Balancer Controller. */
const SOURCE = join(__dirname, '..', '..', 'aws', 'model');

/** What the AWS Load Balancer Controller makes of manifests, without AWS; other source of ours is another version. */
export function awsModel(controller: string): GoProgram {
  return {
    component: 'aws-model',
    version: `${controller}-${digestOf(SOURCE)}`,
    binaries: { 'aws-model': 'build/model' },
    module: (workspace) => {
      cpSync(SOURCE, join(workspace, 'model'), { recursive: true });
      return { require: [{ path: 'sigs.k8s.io/aws-load-balancer-controller', version: `v${controller}` }] };
    },
    linkerValues: {},
  };
}
