import { deepEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fleet } from '../main';

const dist = join(__dirname, '..', 'dist');

test('dist/ is what main.ts renders (else: npm run synth, and commit dist/)', () => {
  const names = readdirSync(dist).filter((name) => name.endsWith('.yaml'));
  const committed = names.map((name) => [name, readFileSync(join(dist, name), 'utf8')]);
  deepEqual(Object.fromEntries(committed), Object.fromEntries(fleet.render()));
});
