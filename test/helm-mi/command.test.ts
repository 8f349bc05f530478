import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typed } from '../typed';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
const file = join(folder, 'values.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

async function importOf(values: string, ...args: readonly string[]) {
  writeFileSync(file, values);
  const { code = 0, ...said } = await typed(['import', 'helm-mi', file, ...args]);
  return { code, ...said };
}

test('values that do not say which chart reads them are read as the newest, and it is said', async () => {
  const { code, out, err } = await importOf('wso2: {}\n');
  expect({ code, err }).toEqual({
    code: 0,
    err: `${file} does not say which chart reads it, so it is read as that of 4.6; --version says it\n`,
  });
  expect(out).toContain('new MiTenant(');
});

test.each(['4.4', 'v4.4', '4.4.0', 'v4.4.0', '4.4.0-1', 'mi-4.4.0-1'])(
  'a chart %s that the command tells is taken without a word',
  async (version) => {
    const { code, out, err } = await importOf('wso2: {}\n', '--version', version);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain("release: '4.4.0'");
  },
);

test('a chart that the values tell is taken without a word', async () => {
  const { code, out, err } = await importOf("wso2:\n  deployment:\n    image:\n      tag: '4.4.0'\n");
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain("release: '4.4.0'");
});

test('a program is never written over what is there', async () => {
  expect(await importOf('wso2: {}\n', '--version', '4.4', '--output', file)).toEqual({
    code: 2,
    out: '',
    err: `--output of import "${file}" must name a file that is not there yet, got "${file}"; remove it first, such as the main.ts of init with its dist/, or name another; beside a program that has a fleet, write --function\n`,
  });
});

test.each([
  ['values of', [join(folder, 'none.yaml')]],
  ['--compare of', [file, '--version', '4.4', '--compare', join(folder, 'none.yaml')]],
  ['values of', [folder]],
])('a file that is not there is told in a sentence: %s', async (prop, args) => {
  writeFileSync(file, 'wso2: {}\n');
  const { code, out, err } = await typed(['import', 'helm-mi', ...args]);
  expect({ code, out, err }).toEqual({
    code: 2,
    out: '',
    err: `${prop} import "helm-mi" must name a file that is there, got "${args.at(-1)}"\n`,
  });
});
