import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { errorOf, newFleet, refusalOf } from '../manifests';

function saidOf(...patches: readonly JsonPatch[]): string {
  const fleet = newFleet();
  const object = new ApiObject(new Chart(fleet, 'plain'), 'notes', { apiVersion: 'v1', kind: 'ConfigMap' });
  object.addJsonPatch(...patches);
  return errorOf(() => fleet.render());
}

test('an object has the texts by which it is known, whatever a patch makes of it', () => {
  expect(
    saidOf(JsonPatch.replace('/apiVersion', 1), JsonPatch.remove('/kind'), JsonPatch.replace('/metadata', [])),
  ).toBe(
    refusalOf(
      'apiVersion of object "plain/notes" must be a text, and not empty, got 1',
      'kind of object "plain/notes" must be a text, and not empty, got undefined',
      'metadata.name of object "plain/notes" must be a text, got undefined',
    ),
  );
  expect(saidOf()).toBe('');
});

test.each<[string, unknown, readonly string[]]>([
  [
    'each item of a list',
    { apiVersion: 'v1', kind: 'List', items: [null] },
    ['kind of object "plain/odd" must be a text, and not empty, got ""'],
  ],
  [
    'what is no object at all',
    undefined,
    [
      'apiVersion of object "plain/odd" must be a text, and not empty, got undefined',
      'kind of object "plain/odd" must be a text, and not empty, got undefined',
      'metadata.name of object "plain/odd" must be a text, got undefined',
    ],
  ],
])('so has %s', (_what, json, sentences) => {
  const fleet = newFleet();
  new ApiObject(new Chart(fleet, 'plain'), 'odd', { apiVersion: 'v1', kind: 'ConfigMap' }).toJson = () => json;
  expect(errorOf(() => fleet.render())).toBe(refusalOf(...sentences));
});
