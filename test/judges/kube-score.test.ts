import { spawnSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';
import { fleet as example } from '../../main';
import { program } from '../cluster/build/cache';
import { KUBE_SCORE } from '../cluster/versions';

/** What is not as kube-score wants it, with the container that it speaks of, and why it stays so. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'container-security-context-readonlyrootfilesystem micro-integrator':
    'the server writes to its own folders all over its home (product-integrator-mi#3622)',
  'container-image-pull-policy micro-integrator':
    'every tag names one build for ever, and a restart at night must not wait for the registry',
  'container-image-pull-policy audit-log': 'the same',
  'deployment-has-host-podantiaffinity':
    'topologySpreadConstraints spread over nodes and zones; an anti-affinity that is a must keeps the pods of an update out',
};

interface Scored {
  readonly checks: ReadonlyArray<{
    readonly check: { readonly id: string };
    readonly skipped: boolean;
    readonly grade: number;
    readonly comments: ReadonlyArray<{ readonly path: string }> | null;
  }>;
}

/** A check that finds nothing gives this. */
const ALL_OK = 10;

/** What kube-score finds in manifests, warnings too, each once. */
function findings(files: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(program(KUBE_SCORE, 'kube-score'), ['score', '-o', 'json', '-'], {
    input: files.join('\n---\n'),
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (stdout === '') throw new Error(`kube-score must answer, got: ${stderr}`);
  const found = (JSON.parse(stdout) as Scored[]).flatMap(({ checks }) =>
    checks
      .filter(({ skipped, grade }) => !skipped && grade < ALL_OK)
      .flatMap(({ check, comments }) => (comments ?? []).map(({ path }) => `${check.id} ${path}`.trim())),
  );
  return [...new Set(found)].sort();
}

const files = [...example.render()].filter(([name]) => name.endsWith('.k8s.yaml')).map(([, text]) => text);

test('kube-score finds nothing in dist/ but the exceptions, and each of them still', () => {
  expect(findings(files)).toEqual(Object.keys(EXCEPTIONS).sort());
});

test.each([
  ['NetworkPolicy', 'pod-networkpolicy'],
  ['PodDisruptionBudget', 'deployment-has-poddisruptionbudget'],
])('it would see a missing %s', (kind, check) => {
  const without = files.map((text) =>
    parseAllDocuments(text)
      .filter((document) => document.get('kind') !== kind)
      .map(String)
      .join('\n---\n'),
  );
  expect(findings(without)).toContain(check);
});
