import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unitIds } from './fleet';
import { missing, type Peer, UNIT } from './peer';
import { saidBy } from './said-by';

/** kustomize is quadratic. */
const UP_TO = 100;

/** A base for what all units have, an overlay a unit: kustomize knows no loop, so each is a folder of its own. */
export function kustomizePeer(folder: string, text: string, sizes: readonly number[]): Peer {
  const { KUSTOMIZE = 'kustomize' } = process.env;
  const version = saidBy(KUSTOMIZE, 'version');
  if (version === undefined) {
    return missing('kustomize', 'no kustomize on the PATH, nor named by KUSTOMIZE');
  }
  const topOf = (size: number) => join(folder, `kustomize-${size}`);
  for (const size of sizes.filter((one) => one <= UP_TO)) {
    for (const id of unitIds(size)) {
      mkdirSync(join(topOf(size), id), { recursive: true });
      // What depends on the unit is in many texts, which no transformer of names reaches: each has its own resources.
      writeFileSync(join(topOf(size), id, 'unit.yaml'), text.replaceAll(UNIT, id));
      writeFileSync(join(topOf(size), id, 'kustomization.yaml'), 'resources: [unit.yaml]\n');
    }
    writeFileSync(join(topOf(size), 'kustomization.yaml'), `resources: ${JSON.stringify(unitIds(size))}\n`);
  }
  const small = <T>(units: number, words: T) => (units > UP_TO ? undefined : words);
  // It writes a file an object into a folder, so a file a unit is a run a unit.
  const loop = 'cd "$2" && for unit in unit-*; do "$1" build "$unit" -o "$3/$unit.yaml" || exit; done';
  return {
    name: `kustomize ${version.trim()}`,
    limit: `up to ${UP_TO} units, since it is quadratic`,
    stream: (units) => small(units, [KUSTOMIZE, 'build', topOf(units)]),
    files: (units, out) => small(units, ['bash', '-c', loop, 'kustomize', KUSTOMIZE, topOf(units), out]),
  };
}
