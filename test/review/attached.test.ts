import { environmentOf, isAttached, manifestsOf } from '../../lib/review/attached';

test.each(['rules', 'dashboards', 'logs'])('what is in %s stands beside the manifests, but for YAML', (folder) => {
  for (const environment of ['', 'staging/']) {
    expect(isAttached(`${environment}${folder}/mi.json`)).toBe(true);
    expect(isAttached(`${environment}${folder}/mi.yaml`)).toBe(false);
    expect(environmentOf(`${environment}${folder}/mi.json`)).toBe(environment === '' ? '.' : 'staging');
  }
  expect(isAttached(`my-${folder}/mi.json`)).toBe(false);
});

test('the manifests are the others', () => {
  const files = new Map([
    ['retail.k8s.yaml', 1],
    ['rules/retail.json', 2],
    ['staging/retail.k8s.yaml', 3],
  ]);
  expect([...manifestsOf(files).keys()]).toEqual(['retail.k8s.yaml', 'staging/retail.k8s.yaml']);
});
