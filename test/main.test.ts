import { execFileSync } from 'node:child_process';
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

test('another run, time zone and locale render the same bytes', () => {
  const script =
    "require('./start/load-typescript').loadTypeScript();" +
    "for (const [name, text] of require('./main').fleet.render()) process.stdout.write(name + text)";
  const env = { ...process.env, TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
  const output = execFileSync(process.execPath, ['-e', script], { cwd: root, env, encoding: 'utf8', timeout: 180_000 });
  expect(output).toBe([...rendered].flat().join(''));
});
