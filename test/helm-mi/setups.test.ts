import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../lib/core/record';
import { type ChartVersion, isChartVersion } from '../../lib/helm-mi/chart';
import { compare } from '../../lib/helm-mi/compare';
import { objectsOf, renderedBy } from '../../lib/helm-mi/render';
import { readValues } from '../../lib/helm-mi/values';
import { imported } from './imported';
import { falseNotes } from './notes';
import { keysOf, ROWS } from './page';

const root = join(__dirname, '..', '..');
const FOLDER = process.env.HELM_MI_SETUPS ?? '';

/** Folders of setups of WSO2's chart: `<chart version>/<setup>/values.yaml` and `objects.yaml`, as helm renders them. */
const setups = existsSync(FOLDER)
  ? readdirSync(FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isChartVersion(entry.name.slice(0, 3)))
      .flatMap(({ name }) => readdirSync(join(FOLDER, name)).map((setup) => join(name, setup)))
  : [];

function chartOf(setup: string): ChartVersion {
  const version = setup.slice(0, 3);
  return isChartVersion(version) ? version : '4.6';
}

/** Every path in a value, as the page writes them. */
function pathsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    return [path, ...value.flatMap((item) => pathsIn(item, `${path}[]`))];
  }
  return isRecord(value)
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, path === '' ? key : `${path}.${key}`))]
    : [path];
}

if (setups.length === 0) {
  throw new Error(`HELM_MI_SETUPS must name a folder of setups, got ${JSON.stringify(FOLDER)} without one`);
} else {
  describe(`${setups.length} setups of WSO2’s chart`, () => {
    const folder = mkdtempSync(join(root, '.helm-mi-'));
    const totals = { equal: 0, other: 0, better: 0, worse: 0 };

    beforeAll(() => mkdirSync(join(folder, 'programs')));
    afterAll(() => {
      rmSync(folder, { recursive: true });
      process.stderr.write(`${setups.length} setups: ${JSON.stringify(totals)}\n`);
    });

    test.each(setups)('%s is imported and renders, and nothing of it is worse', (setup) => {
      const read = (name: string) => readFileSync(join(FOLDER, setup, name), 'utf8');
      const program = imported(read('values.yaml'), chartOf(setup), { release: 'mi' });
      writeFileSync(join(folder, 'programs', `${setup.replace('/', '-')}.ts`), program.text);
      const judged = compare(objectsOf(setup, read('objects.yaml')), renderedBy(program), program.release);
      for (const { verdict } of judged) {
        totals[verdict] += 1;
      }
      expect(judged.filter(({ verdict }) => verdict === 'worse')).toEqual([]);
      expect(judged.length).toBeGreaterThan(40);
    });

    test.each(setups)('no note of %s says that something is off which is on', (setup) => {
      const version = chartOf(setup);
      const text = readFileSync(join(FOLDER, setup, 'values.yaml'), 'utf8');
      const { unplaced } = imported(text, version, { release: 'mi' });
      expect(falseNotes(unplaced, text, version)).toEqual([]);
    });

    test('each row of docs/helm-mi.md is an example among them, but the names that no template reads', () => {
      const said = new Set(
        setups.flatMap((setup) => pathsIn(readValues(setup, readFileSync(join(FOLDER, setup, 'values.yaml'), 'utf8')))),
      );
      const lacking = ROWS.flatMap(keysOf).filter((key) => !said.has(key));
      expect(lacking).toEqual(['cloudName', 'fullnameOverride', 'nameOverride']);
    });

    test('all programs type-check and are formatted', () => {
      const config = {
        extends: '../tsconfig.json',
        compilerOptions: { noEmit: true, rootDir: '..', paths: { 'cdk8s-wso2-mi': ['../lib/index.ts'] } },
        include: ['programs'],
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
      const asked = (command: string, ...args: string[]) => {
        const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', command), args, {
          cwd: root,
          encoding: 'utf8',
        });
        return [command, status, status === 0 ? '' : `${stdout}${stderr}`];
      };
      expect(asked('tsc', '--project', join(folder, 'tsconfig.json'))).toEqual(['tsc', 0, '']);
      expect(asked('biome', 'format', '--vcs-enabled=false', join(folder, 'programs'))).toEqual(['biome', 0, '']);
    }, 300_000);
  });
}
