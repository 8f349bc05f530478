import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as library from '../lib';

// What a message or a comment tells to write must be there: `SecretStore.cluster('vault')`.

const root = join(__dirname, '../lib');
const known = new Map<string, unknown>([...Object.entries(cdk8s), ...Object.entries(library)]);

const named = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ts$/.test(name))
  .flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\b([A-Z]\w*)\.([a-z]\w*)\(/g)].map(
      ([, owner = '', method = '']) => ({ file, owner, method }),
    ),
  )
  .filter(({ owner }) => known.has(owner));

test('every method of a class that lib/ names, in code, messages and comments, is there', () => {
  const lost = named.filter(({ owner, method }) => typeof Object(known.get(owner))[method] !== 'function');
  expect(lost).toEqual([]);
  expect(named.length).toBeGreaterThan(200);
});
