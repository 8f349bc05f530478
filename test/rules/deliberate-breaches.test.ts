import { ApiObject } from 'cdk8s';
import { DELIBERATE_ANNOTATION, deliberately } from '../../lib';
import { errorOf, newFleet, newUnit, refusalOf } from '../manifests';

function saidOf(annotations: Readonly<Record<string, string>>): string {
  const fleet = newFleet();
  new ApiObject(newUnit(fleet), 'notes', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'notes', annotations },
  });
  return errorOf(() => fleet.render());
}

test('the annotation names each law once, in one order', () => {
  expect(deliberately('own-pods', 'one-scaler', 'own-pods')).toEqual({
    'cdk8s-wso2-mi/deliberately-breaks': 'one-scaler,own-pods',
  });
});

test.each(['own-host', 'valid-names', '', 'own-hosts,all'])('fails when an annotation by hand names %j', (text) => {
  const got = text.replace('own-hosts,', '');
  expect(saidOf({ [DELIBERATE_ANNOTATION]: text })).toBe(
    refusalOf(
      'cdk8s-wso2-mi/deliberately-breaks of ConfigMap "retail/notes" must name laws among brought-keys, ' +
        'csi-secrets, one-scaler, own-hosts, own-namespaces, own-pods, own-ports, own-services, pinned-images, ' +
        `pod-security, time-to-stop, got "${got}"`,
    ),
  );
});

test('several laws may be named by hand, with spaces', () => {
  expect(saidOf({ [DELIBERATE_ANNOTATION]: 'own-hosts, own-pods' })).toBe('');
});
