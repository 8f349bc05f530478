import { fail } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fleet } from '../main';

const dist = join(__dirname, '..', 'dist');

test('dist/ is what main.ts renders', () => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((file) => relative(dist, join(file.parentPath, file.name)));
  // What begins with a dot is what a write keeps there for itself.
  const written = names.filter((name) => !name.startsWith('.'));
  const committed = new Map(written.map((name) => [name, readFileSync(join(dist, name), 'utf8')]));
  const rendered = fleet.render();
  const unlike = [...new Set([...committed.keys(), ...rendered.keys()])]
    .filter((name) => committed.get(name) !== rendered.get(name))
    .map((name) => firstDifference(name, committed.get(name), rendered.get(name)));
  if (unlike.length > 0) {
    fail(`dist/ is not what main.ts renders: npm run synth, and commit dist/\n${unlike.sort().join('\n')}`);
  }
});

function firstDifference(name: string, committed = '', rendered = ''): string {
  const [there, wanted] = [committed.split('\n'), rendered.split('\n')];
  const at = wanted.findIndex((line, index) => line !== there[index]);
  const line = at === -1 ? wanted.length : at;
  return `dist/${name}:${line + 1}\n  - ${there[line] ?? '(no line)'}\n  + ${wanted[line] ?? '(no line)'}`;
}
