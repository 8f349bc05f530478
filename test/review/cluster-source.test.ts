import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseManifests } from '../../lib/diff/manifest';
import { runningState } from '../../lib/review/cluster-source';
import { plain } from './changes';

const PATH = process.env.PATH;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  process.env.PATH = `${folder}:${PATH}`;
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true, force: true });
});

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi', 'cdk8s-wso2-mi/unit': 'retail' };

interface Left {
  readonly apiVersion: string;
  readonly kind: string;
  readonly resource: string;
}

/** A kubectl in front of a cluster that knows these kinds, and has an object of the unit "retail" of each. */
function clusterWith(kinds: readonly Left[], says = ''): void {
  const group = (apiVersion: string) => apiVersion.split('/').slice(0, -1).join();
  mkdirSync(join(folder, 'has'));
  for (const { apiVersion, kind, resource } of kinds) {
    const object = { apiVersion, kind, metadata: { name: 'left', namespace: 'retail', labels } };
    const name = [resource, group(apiVersion)].filter(Boolean).join('.');
    writeFileSync(join(folder, 'has', name), JSON.stringify(object));
  }
  const known = kinds.map(({ apiVersion, kind, resource }) => `${resource} ${apiVersion} true ${kind}`).join('\n');
  writeFileSync(join(folder, 'known'), `${known}\n`);
  const script = `#!/bin/sh
cd ${folder}
[ "$1" = api-resources ] && exec cat known
printf '{"items":['
comma=
for name in $(echo "$2" | tr , ' '); do
  printf '%s' "$comma"
  cat "has/$name"
  comma=,
done
printf ']}'
${says}`;
  writeFileSync(join(folder, 'kubectl'), script, { mode: 0o755 });
}

/** The kinds that are seen in the cluster, compared with files that have a ConfigMap alone. */
function seen(): string[] {
  const { texts } = runningState(plain({ kind: 'ConfigMap', metadata: { labels } }), undefined);
  return [...texts].flatMap(([file, text]) => parseManifests(file, text)).map(({ kind }) => kind);
}

test.each([
  ['Deployment', 'runs its pods', 'apps/v1', 'deployments'],
  ['StatefulSet', 'runs its pods', 'apps/v1', 'statefulsets'],
  ['Rollout', 'runs its pods', 'argoproj.io/v1alpha1', 'rollouts'],
  ['Service', 'leads to pods', 'v1', 'services'],
  ['Ingress', 'leads requests', 'networking.k8s.io/v1', 'ingresses'],
  ['HorizontalPodAutoscaler', 'counts pods against the file', 'autoscaling/v2', 'horizontalpodautoscalers'],
  ['ScaledObject', 'counts pods against the file', 'keda.sh/v1alpha1', 'scaledobjects'],
  ['ResourceQuota', 'bounds what may start', 'v1', 'resourcequotas'],
  ['LimitRange', 'bounds what may start', 'v1', 'limitranges'],
  ['PodDisruptionBudget', 'holds up a drain', 'policy/v1', 'poddisruptionbudgets'],
  ['NetworkPolicy', 'says what pods may do', 'networking.k8s.io/v1', 'networkpolicies'],
])('the last %s of a fleet is seen though no file has one any more: it still %s', (kind, _, apiVersion, resource) => {
  clusterWith([{ apiVersion, kind, resource }]);
  expect(seen()).toEqual([kind]);
});

test('a kind of no file that does nothing by itself is not asked for', () => {
  clusterWith([{ apiVersion: 'v1', kind: 'Secret', resource: 'secrets' }]);
  expect(seen()).toEqual([]);
});

test('who may not look at one of those kinds is told what the others have', () => {
  clusterWith([{ apiVersion: 'v1', kind: 'Service', resource: 'services' }], "echo 'forbidden: no' >&2\nexit 1\n");
  expect(seen()).toEqual(['Service']);
});
