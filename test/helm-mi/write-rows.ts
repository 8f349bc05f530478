/**
 * Writes what WSO2's chart makes of the values in `rows/`: `npx tsx test/helm-mi/write-rows.ts <folder of the chart> [helm]`,
 * with github.com/wso2/helm-mi, folder `mi`, of the commit that docs/helm-mi.md names, and helm 3.22.0.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { objectsOf } from '../../lib/helm-mi/render';
import { DEFAULTS, FOLDER, fileOf, SECTIONS, valuesIn } from './rows';

const [chart = '', helm = 'helm'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'rows-'));

function said(command: string, args: readonly string[], statuses: readonly number[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (!statuses.includes(status ?? -1)) {
    throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  }
  return stdout;
}

/** What helm renders, without what differs at each render: checksums, and a certificate that is made anew. */
function rendered(values: string): string {
  const file = join(folder, 'values.yaml');
  writeFileSync(file, values);
  const args = ['template', 'mi', chart, '-f', file, '--namespace', 'wso2', '--kube-version', '1.33'];
  const objects = objectsOf(chart, said(helm, args, [0]));
  return objects
    .map((object) => stringify(object, same, { version: '1.1', lineWidth: 0, blockQuote: 'literal' }))
    .join('---\n');
}

function same(key: unknown, value: unknown): unknown {
  const isNew = key === 'tls.crt' || key === 'tls.key';
  return String(key).startsWith('checksum.mi.')
    ? undefined
    : isNew
      ? 'bWFkZSBhbmV3'
      : typeof value === 'string'
        ? value.replace(/[ \t]+$/gm, '')
        : value;
}

try {
  const defaults = rendered(fileOf({}));
  writeFileSync(DEFAULTS, defaults);
  for (const section of SECTIONS) {
    const charts = valuesIn(section).map((values) => {
      const text = rendered(fileOf(values));
      const file = join(folder, 'objects.yaml');
      writeFileSync(file, text);
      const diff = said('diff', ['--unified=0', DEFAULTS, file], [0, 1]);
      return diff.split('\n').slice(2).join('\n');
    });
    writeFileSync(join(FOLDER, `${section}.chart.yaml`), stringify(charts, { lineWidth: 0 }));
    process.stderr.write(`${section}: ${charts.length}\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
