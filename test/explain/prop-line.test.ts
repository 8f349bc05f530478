import { lineOfProp } from '../../lib/explain/prop-line';

const lines = `
new MiTenant(unit, 'orders', {
  image: base.withApp('orders', '1.0.0'),
  // lifecycle: said otherwise
  env: { URL: 'https://a.example.com', 'odd-name': 'x' },
  lifecycle: {
    leave: Duration.seconds(5),
  },
  config: { files: { 'conf/a.txt': 'a' } },
  size,
});
const other = { pod: {} };
`.split('\n');

test.each([
  ['image', 3],
  ['env', 5],
  ['env.URL', 5],
  ['env["odd-name"]', 5],
  ['lifecycle', 6],
  ['lifecycle.leave', 7],
  ['config.files["conf/a.txt"]', 9],
  ['size', 10],
])('%s is said in line %s', (path, line) => {
  expect(lineOfProp(lines, 2, path)).toBe(line);
});

test('a part that is not written there is told by what holds it, a prop that is not by nothing', () => {
  expect(lineOfProp(lines, 2, 'lifecycle.drain')).toBe(6);
  expect(lineOfProp(lines, 2, 'pod')).toBeUndefined();
});
