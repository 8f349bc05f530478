import type { ObjectDifference } from '../../lib/diff/difference';
import { differenceText } from '../../lib/diff/difference-text';

function changed(kind: string, name: string, changes: ObjectDifference['changes'], unit?: string): ObjectDifference {
  return { unit, kind, name, from: name, to: name, changes };
}

function bodyOf(...objects: ObjectDifference[]): string[] {
  return differenceText('a', 'b', { objects, equal: 0 }).split('\n').slice(2, -3);
}

test('environments that are equal are told in a line', () => {
  expect(differenceText('dist/a', 'dist/b', { objects: [], equal: 7 })).toBe(
    'dist/a and dist/b are equal: 7 objects\n',
  );
  expect(differenceText('dist/a', 'dist/b', { objects: [], equal: 1 })).toBe('dist/a and dist/b are equal: 1 object\n');
});

test('a difference is read unit by unit; objects that differ in the same way stand together', () => {
  const replicas = [{ path: 'spec.replicas', from: 2, to: 6 }];
  const objects: ObjectDifference[] = [
    changed('ConfigMap', 'plain', [{ path: 'data.x', from: 'a', to: undefined }]),
    changed('Deployment', 'appointments', replicas, 'clinic'),
    { unit: 'clinic', kind: 'Service', name: 'old', from: 'clinic/old', to: undefined, changes: [] },
    changed('Deployment', 'patients', replicas, 'clinic'),
    { unit: 'clinic', kind: 'Service', name: 'older', from: 'clinic/older', to: undefined, changes: [] },
    changed('Deployment', 'orders', replicas, 'retail'),
    { unit: 'retail', kind: 'Service', name: 'new', from: undefined, to: 'retail/new', changes: [] },
  ];
  expect(differenceText('dist/staging', 'dist/production', { objects, equal: 12 })).toBe(`dist/staging → dist/production

(no unit)
  ~ ConfigMap plain
      - data.x: a

clinic
  ~ Deployment appointments, Deployment patients
      spec.replicas: 2 → 6
  - Service old, Service older: only in dist/staging

retail
  ~ Deployment orders
      spec.replicas: 2 → 6
  + Service new: only in dist/production

4 objects changed, 2 only in dist/staging, 1 only in dist/production, 12 equal
`);
});

test.each<[string, unknown, unknown, string]>([
  ['numbers and truths', 1, true, 'x: 1 → true'],
  ['texts without quotes', 'a', 'b c', 'x: a → b c'],
  ['texts that could be taken for something else in quotes', 80, '80', 'x: 80 → "80"'],
  ['an empty text', '', 'null', 'x: "" → "null"'],
  ['a field that is there and empty', null, 1, 'x: null → 1'],
  ['lists and objects in a line', ['a'], { b: ['c'] }, 'x: ["a"] → {"b":["c"]}'],
  ['long texts in a line', 'a '.repeat(100), 'b', `x: "${'a '.repeat(100)}" → b`],
  ['what would control a terminal as what it is', '\u001b[31mred', '\u0085', 'x: "\\e[31mred" → "\\u0085"'],
])('a change shows %s', (_, from, to, line) => {
  expect(bodyOf(changed('K', 'n', [{ path: 'x', from, to }]))).toEqual(['(no unit)', '  ~ K n', `      ${line}`]);
});

test('of a text of many lines the lines that differ are shown', () => {
  const from = '[server]\nhostname = "a"\n\n[mediation]\nthreads = 20\n';
  const to = '[server]\nhostname = "a"\n\n[mediation]\nthreads = 40\n\u001b[2Jx = 1\n';
  expect(bodyOf(changed('ConfigMap', 'config', [{ path: 'data["deployment.toml"]', from, to }]))).toEqual([
    '(no unit)',
    '  ~ ConfigMap config',
    '      data["deployment.toml"]',
    '        - threads = 20',
    '        + threads = 40',
    '        + \\u001b[2Jx = 1',
  ]);
});
