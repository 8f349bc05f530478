import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fleet } from '../../main';

const root = join(__dirname, '..', '..');

test('another run, time zone and locale render the same bytes', () => {
  const script =
    "require('./start/load-typescript').loadTypeScript();" +
    "for (const [name, text] of require('./main').fleet.render()) process.stdout.write(name + text)";
  const env = { ...process.env, TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
  const output = execFileSync(process.execPath, ['-e', script], { cwd: root, env, encoding: 'utf8', timeout: 180_000 });
  expect(output).toBe([...fleet.render()].flat().join(''));
});
