import { deepEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fleet } from '../main';

const dist = join(__dirname, '..', 'dist');

test('dist/ is what main.ts renders (else: npm run synth, and commit dist/)', () => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((file) => relative(dist, join(file.parentPath, file.name)));
  // What begins with a dot is what a write keeps there for itself.
  const written = names.filter((name) => !name.startsWith('.'));
  const committed = written.map((name) => [name, readFileSync(join(dist, name), 'utf8')]);
  deepEqual(Object.fromEntries(committed), Object.fromEntries(fleet.render()));
});
