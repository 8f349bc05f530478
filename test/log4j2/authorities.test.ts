import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADD_AUTHORITIES } from '../../lib/config/authorities';

describe('authorities, by the real keytool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authorities-'));
  const [image, copy, pems] = ['image', 'copy', 'pems'].map((name) => join(folder, name)) as [string, string, string];
  const password = 'wso2carbon';
  const keytool = (...args: string[]) => spawnSync('keytool', args, { encoding: 'utf8' });

  /** A certificate of that name, as PEM. */
  function certificate(name: string): string {
    const store = join(folder, `${name}.p12`);
    const of = ['-keystore', store, '-storepass', password, '-alias', name];
    keytool('-genkeypair', '-keyalg', 'EC', '-dname', `CN=${name}`, ...of);
    return keytool('-exportcert', '-rfc', ...of).stdout;
  }

  function add() {
    const args = ['-c', ADD_AUTHORITIES, 'authorities', image, copy, pems];
    return spawnSync('sh', args, { encoding: 'utf8', env: { ...process.env, TRUSTSTORE_OPENED_BY: password } });
  }

  beforeAll(() => {
    for (const made of [image, copy, pems]) {
      mkdirSync(made);
    }
    writeFileSync(join(image, 'wso2carbon.jks'), 'another store');
    writeFileSync(join(folder, 'stock.pem'), certificate('stock'));
    const truststore = join(image, 'client-truststore.jks');
    keytool(
      '-importcert',
      '-noprompt',
      '-alias',
      'stock',
      '-file',
      join(folder, 'stock.pem'),
      '-keystore',
      truststore,
      '-storepass',
      password,
    );
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test('every certificate of every file is trusted beside those of the image, whose other stores stay', () => {
    writeFileSync(join(pems, '1.pem'), `two of them\n${certificate('one')}${certificate('two')}`);
    writeFileSync(join(pems, '2.pem'), certificate('three').trimEnd());
    const { status, stderr } = add();
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
    const { stdout } = keytool('-list', '-v', '-keystore', join(copy, 'client-truststore.jks'), '-storepass', password);
    expect([...stdout.matchAll(/^Owner: CN=(\w+)/gm)].map(([, name]) => name).sort()).toEqual([
      'one',
      'stock',
      'three',
      'two',
    ]);
    expect(readFileSync(join(copy, 'wso2carbon.jks'), 'utf8')).toBe('another store');
  }, 60_000);

  test('a file without a certificate stops the start, and is named', () => {
    writeFileSync(join(pems, '3.pem'), 'none\n');
    const { status, stderr } = add();
    expect([status, stderr]).toEqual([1, `no PEM certificate in ${join(pems, '3.pem')}\n`]);
  });
});
