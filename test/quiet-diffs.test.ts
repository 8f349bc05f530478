import { Scaling } from '../lib';
import { lineChanges } from '../lib/diff/line-changes';
import { base } from './manifests';
import { orders } from './review/changes';

// What a reviewer reads in a pull request: as few lines as a change can be told in.

type Files = ReadonlyMap<string, string>;

/** The lines of a file that come in the place of others. */
function changed(before: Files, after: Files): string[] {
  return lineChanges(textOf(before), textOf(after)).flatMap(({ sign, line }) => (sign === '+' ? [line.trim()] : []));
}

function textOf(files: Files): string {
  return [...files.values()].join('---\n');
}

test('another version of an application: the image, the label of workload and pod, the description', () => {
  expect(changed(orders(), orders({ image: base.withApp('orders', '1.1.0') }))).toEqual([
    expect.stringMatching(/^kubernetes\.io\/description: "orders 1\.1\.0 on /),
    'app.kubernetes.io/version: 1.1.0',
    'app.kubernetes.io/version: 1.1.0',
    'image: registry.example.com/integration/orders:1.1.0-mi4.4.0',
  ]);
});

test('another number of pods: the number and the description', () => {
  expect(changed(orders(), orders({ scaling: Scaling.fixed(3) }))).toEqual([
    expect.stringMatching(/^kubernetes\.io\/description: "orders 1\.0\.0 on Micro Integrator 4\.4\.0, 3 pods\. /),
    'replicas: 3',
  ]);
});

test('a variable: its value', () => {
  const of = (URL: string) => orders({ env: { URL } });
  expect(changed(of('https://a.example.com'), of('https://b.example.com'))).toEqual(['value: https://b.example.com']);
});

test('a key of the configuration: the key, and the name of the ConfigMap where it stands', () => {
  const of = (max_threads: number) => orders({ config: { toml: { mediation: { synapse: { max_threads } } } } });
  const name = expect.stringMatching(/^name: orders-config-[0-9a-f]{10}$/);
  expect(changed(of(40), of(41))).toEqual([name, 'max_threads = 41', name]);
});
