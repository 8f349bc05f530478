import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleet } from '../main';
import { namesIn } from './manifests';

const root = join(__dirname, '..');
const dist = join(root, 'dist');
const rendered = fleet.render();

test.each([...rendered.keys()])('%s is the reviewed one', (name) => {
  expect(rendered.get(name)).toMatchSnapshot();
});

test('dist/ is what main.ts renders (else: npm run synth, and commit dist/)', () => {
  const committed = namesIn(dist).map((name) => [name, readFileSync(join(dist, name), 'utf8')]);
  expect(Object.fromEntries(committed)).toEqual(Object.fromEntries(rendered));
});
