import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { errorOf, newFleet, refusalOf } from '../manifests';

function errorWith(text: string): string {
  const fleet = newFleet();
  new k8s.KubeConfigMap(new Chart(fleet, 'plain'), 'notes', { metadata: { name: 'notes' }, data: { text } });
  return errorOf(() => fleet.render());
}

test.each([
  ['half of a character', 'a\ud800b', 'U+D800'],
  ['the other half of a character', 'a\udc00b', 'U+DC00'],
  ['a character that is none', 'a\ufffeb', 'U+FFFE'],
  ['a next line, which the API server makes a blank', 'a\u0085b', 'U+0085'],
  ['a delete character, which it refuses', 'a\u007fb', 'U+007F'],
  ['another control character of that kind', 'a\u009fb', 'U+009F'],
])('fails for %s', (_what, text, shown) => {
  expect(errorWith(text)).toBe(
    refusalOf(
      `data.text of ConfigMap "notes" must be text that every reader of YAML sees alike, got ${shown} in it; write it another way`,
    ),
  );
});

test.each(['plain', 'lines\nand\ttabs\r\n', 'Grüße, 你好, 🙂', '\u0007 rings', '\ufeffmark', 'a\u2028b'])(
  '%j is text to every reader',
  (text) => {
    expect(errorWith(text)).toBe('');
  },
);

test('fails for a key of such a text, too', () => {
  const fleet = newFleet();
  const annotations = { 'a\ud800b': 'x' };
  new k8s.KubeConfigMap(new Chart(fleet, 'plain'), 'notes', { metadata: { name: 'notes', annotations } });
  expect(errorOf(() => fleet.render())).toContain(
    'of ConfigMap "notes" must be text that every reader of YAML sees alike, got U+D800 in it; write it another way',
  );
});
