import { ApiObject } from 'cdk8s';
import { errorOf, newFleet, newUnit, refusalOf, SAFE } from '../manifests';

function saidOf(object: object): string {
  const fleet = newFleet();
  new ApiObject(newUnit(fleet), 'it', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'it' }, ...object });
  return errorOf(() => fleet.render());
}

const about = (size: number) =>
  `annotations of ConfigMap "retail/it" must have at most 262144 bytes together, got ${size}; ` +
  'a ConfigMap or a file of the image takes long texts';

test('fails when the annotations of an object are longer than the API server takes, together and in bytes', () => {
  const annotations = (length: number) => ({
    metadata: { name: 'it', annotations: { one: 'ä'.repeat(65_536), two: 'a'.repeat(length) } },
  });
  // Each object says besides who answers for its unit.
  const owner = 'cdk8s-wso2-mi/contact'.length + 'integration@example.com'.length;
  expect(saidOf(annotations(131_072 - 6 - owner))).toBe('');
  expect(saidOf(annotations(131_072 - 5 - owner))).toBe(refusalOf(about(262_145)));
});

test('fails when those of a template of pods are', () => {
  const metadata = { labels: { app: 'it' }, annotations: { one: 'a'.repeat(262_142) } };
  const template = { metadata, spec: { containers: [{ name: 'it', image: 'registry.example.com/it:1', ...SAFE }] } };
  const spec = { selector: { matchLabels: { app: 'it' } }, template };
  expect(saidOf({ apiVersion: 'apps/v1', kind: 'Deployment', spec })).toBe(
    refusalOf(about(262_145).replace('ConfigMap "retail', 'Deployment "retail')),
  );
});

test('fails when an object is larger than a request to etcd may be', () => {
  const object = (length: number) => ({
    apiVersion: 'example.com/v1',
    kind: 'Thing',
    spec: { text: 'ä'.repeat(length) },
  });
  expect(saidOf(object(700_000))).toBe('');
  expect(saidOf(object(800_000))).toMatch(
    /- size of Thing "retail\/it" must be at most 1572864 bytes, got 1600\d{3}; etcd takes no larger request; put what is in it into several objects, or into the image$/,
  );
});
