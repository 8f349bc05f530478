import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest';
import { goModOf, moduleFolder } from './go-module';
import type { GoProgram } from './go-program';

/** Our program around the evaluators. */
const SOURCE = join(__dirname, '..', '..', 'judges', 'evaluators');
const FOLDERS = ['main', 'networkpolicy'];
const EVALUATOR = join('networkpolicy', 'networkpolicy.go');

const CLIENT_GO = 'k8s.io/client-go';
const CYCLONUS = 'github.com/mattfenwick/cyclonus';
const KUBE_NETWORK_POLICIES = 'sigs.k8s.io/kube-network-policies';

/** The versions of the evaluators. */
export interface NetworkJudges {
  readonly cyclonus: string;
  readonly 'kube-network-policies': string;
}

/** What two evaluators of others say of NetworkPolicies, without a packet; other source of ours is another version. */
export function networkJudges(versions: NetworkJudges): GoProgram {
  const evaluator = { path: KUBE_NETWORK_POLICIES, version: `v${versions['kube-network-policies']}` };
  return {
    component: 'network-judges',
    version: `${versions.cyclonus}-${versions['kube-network-policies']}-${digestOf(...FOLDERS.map((name) => join(SOURCE, name)))}`,
    binaries: { 'network-judges': 'build/judges/main' },
    module: (workspace) => {
      const judges = join(workspace, 'judges');
      cpSync(SOURCE, judges, { recursive: true });
      // The evaluator is one file of it; the rest of the package wants a kernel, and takes minutes to build.
      cpSync(join(moduleFolder(evaluator), 'pkg', EVALUATOR), join(judges, EVALUATOR));
      const clientGo = goModOf(evaluator).Require.find(({ Path }) => Path === CLIENT_GO)?.Version ?? 'latest';
      return {
        require: [
          { path: CLIENT_GO, version: clientGo },
          { path: CYCLONUS, version: `v${versions.cyclonus}` },
        ],
      };
    },
    linkerValues: {},
  };
}
