import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { missing, type Peer, UNIT } from './peer';
import { saidBy } from './said-by';

/** A function of the unit, and a comprehension over the units. */
export function jsonnetPeer(folder: string, text: string): Peer {
  const { JSONNET = 'jsonnet' } = process.env;
  const version = saidBy(JSONNET, '--version');
  if (version === undefined) {
    return missing('jsonnet', 'no jsonnet on the PATH, nor named by JSONNET');
  }
  const objects = JSON.stringify(
    parseAllDocuments(text).map((document): unknown => document.toJS()),
    undefined,
    2,
  ).replace(/"(?:[^"\\]|\\.)*"/g, (literal) =>
    literal.includes(UNIT) ? `(${literal.split(UNIT).join('" + id + "')})` : literal,
  );
  const unit = `local unit(id) = ${objects.replace(/\((".*")\):/g, '[$1]:')};\n`;
  const ids = `['unit-' + i for i in std.range(0, count - 1)]`;
  const stream = join(folder, 'fleet.jsonnet');
  writeFileSync(stream, `${unit}function(count) std.flattenArrays([unit(id) for id in ${ids}])\n`);
  const files = join(folder, 'files.jsonnet');
  writeFileSync(
    files,
    `${unit}function(count) { [id + '.yaml']: std.manifestYamlStream(unit(id)) for id in ${ids} }\n`,
  );
  return {
    name: `jsonnet ${/v[\d.]+/.exec(version)?.[0] ?? ''}`,
    stream: (units) => [JSONNET, '--yaml-stream', '--tla-code', `count=${units}`, stream],
    files: (units, out) => [JSONNET, '--string', '--multi', out, '--tla-code', `count=${units}`, files],
  };
}
