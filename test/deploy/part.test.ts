import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chosenParts, contextOf, readEnvironment } from '../../lib/deploy/part';
import { PHASES, phaseOf } from '../../lib/deploy/phase';
import { statusText } from '../../lib/deploy/status';
import { SECRET_WRITERS } from '../../lib/rendered/written-secrets';
import { deployedFiles, FIRST } from '../cluster/deploy-states';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'environment-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

test('an environment is its files: units with namespace and needs, and what all of them share before them', () => {
  write(deployedFiles(FIRST));
  writeFileSync(
    join(folder, 'zones.k8s.yaml'),
    '# Context of kubectl: test\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: zones\n',
  );
  const { context, parts } = readEnvironment(folder);
  expect(context).toBe('test');
  expect(parts.map(({ id, unit, namespace, needed }) => ({ id, unit, namespace, needed }))).toEqual([
    { id: 'zones', unit: undefined, namespace: '', needed: [] },
    { id: 'retail', unit: 'retail', namespace: 'retail', needed: ['Secret shop'] },
    { id: 'stock', unit: 'stock', namespace: 'stock', needed: [] },
  ]);
});

test('units are chosen by their ids, and an unknown one is told the others', () => {
  write(deployedFiles(FIRST));
  const environment = readEnvironment(folder);
  expect(chosenParts(environment, ['stock']).map(({ id }) => id)).toEqual(['stock']);
  expect(chosenParts(environment, []).map(({ id }) => id)).toEqual(['retail', 'stock']);
  expect(() => chosenParts(environment, ['shop'])).toThrow(
    `unit of environment "${folder}" must be one of retail, stock, got "shop"`,
  );
});

test('the context is that of the files; where they name none it must be said', () => {
  const about = { folder: 'dist', parts: [] };
  expect(contextOf({ ...about, context: 'live' }, undefined)).toBe('live');
  expect(contextOf({ ...about, context: undefined }, 'live')).toBe('live');
  expect(contextOf({ ...about, context: 'live' }, 'live')).toBe('live');
  expect(() => contextOf({ ...about, context: 'live' }, 'test')).toThrow(
    'context of environment "dist" must be "live", which its files are for, got "test"',
  );
  expect(() => contextOf({ ...about, context: undefined }, undefined)).toThrow(
    'context of environment "dist" must be said, got none; say --context, or kubeContext of the fleet; what kubectl has chosen is not asked',
  );
});

test('files of two contexts are no environment', () => {
  write(deployedFiles(FIRST));
  writeFileSync(join(folder, 'more.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: more\n');
  expect(() => readEnvironment(folder)).toThrow(
    `context of environment "${folder}" must be one in all files, got none, test; synthesize again, or move files of others away`,
  );
});

test('objects come in the order in which they need each other, routes last', () => {
  write(deployedFiles({ ...FIRST, pods: 'auto' }));
  const phases = readEnvironment(folder).parts.flatMap(({ objects }) =>
    objects.map((object) => `${PHASES.indexOf(phaseOf(object))} ${object.kind}`),
  );
  expect([...new Set(phases)].sort()).toEqual([
    '0 Namespace',
    '1 LimitRange',
    '1 ResourceQuota',
    '1 ServiceAccount',
    '2 PersistentVolume',
    '2 PersistentVolumeClaim',
    '3 ConfigMap',
    '4 PodDisruptionBudget',
    '4 Service',
    '5 Deployment',
    '5 HorizontalPodAutoscaler',
    '5 StatefulSet',
    '6 Ingress',
  ]);
});

test('the status is a table', () => {
  const row = {
    unit: 'retail',
    tenant: 'orders',
    kind: 'Deployment',
    state: 'ready',
    pods: '2/2',
    image: 'r/orders:1',
  };
  expect(statusText([row])).toBe(
    'UNIT    TENANT  KIND        PODS  STATE  IMAGE\nretail  orders  Deployment  2/2   ready  r/orders:1\n',
  );
});

test('what writes a Secret comes before the pods that wait for it, all but an Ingress, which leads to them', () => {
  const phases = SECRET_WRITERS.map((kind) => [kind, phaseOf({ apiVersion: 'v1', kind, metadata: { name: 'one' } })]);
  expect(phases).toEqual(SECRET_WRITERS.map((kind) => [kind, kind === 'Ingress' ? 'routes' : 'configuration']));
});
