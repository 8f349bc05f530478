import { ConfigFile, LoggingSidecar, type MiConfig, MiTenant, Scaling, SecureVault } from '../../lib';
import { configMapData, configMapProjection, fileComplaints } from '../../lib/config/config-files';
import { sentence } from '../../lib/core/refusal';
import { base, newTenant, newUnit, podOf, saidOf, serverOf, theOne } from '../manifests';

function complaints(files: Readonly<Record<string, string | ConfigFile>>): string[] {
  return fileComplaints(files).map((one) => sentence({ kind: 'tenant', id: 'retail/orders', ...one }));
}

test('files stand in the ConfigMap under plain keys and arrive at their paths', () => {
  const files = { 'conf/file.properties': 'stage=test', 'registry/config/x.xml': '<x/>', 'README.txt': 'read' };
  expect(configMapData(files, [])).toEqual({
    'file.properties': 'stage=test',
    'registry__config__x.xml': '<x/>',
    '__README.txt': 'read',
  });
  expect(configMapProjection('orders-config-1', files, [])).toEqual({
    configMap: {
      name: 'orders-config-1',
      items: [
        { key: 'file.properties', path: 'conf/file.properties' },
        { key: 'registry__config__x.xml', path: 'registry/config/x.xml' },
        { key: '__README.txt', path: 'README.txt' },
      ],
    },
  });
});

test('a tenant’s files lie beside deployment.toml in the folder that the entrypoint copies over the home', () => {
  const { unit } = newTenant({ config: { files: { 'conf/file.properties': 'stage=test' } } });
  const config = theOne(unit, 'ConfigMap');
  expect(Object.keys(config.data ?? {})).toEqual(['deployment.toml', 'file.properties']);
  expect(config.data?.['file.properties']).toBe('stage=test');
  expect(serverOf(unit).volumeMounts).toEqual([
    { name: 'config', mountPath: '/home/wso2carbon/wso2-config-volume', readOnly: true },
  ]);
  expect(podOf(unit).volumes).toEqual([
    {
      name: 'config',
      projected: {
        sources: [
          {
            configMap: {
              name: config.metadata.name,
              items: [
                { key: 'deployment.toml', path: 'conf/deployment.toml' },
                { key: 'file.properties', path: 'conf/file.properties' },
              ],
            },
          },
        ],
      },
    },
  ]);
});

test('files of Secrets and ConfigMaps of others arrive at their paths, and no value of them is in the manifest', () => {
  const files = {
    'repository/resources/security/partner.jks': ConfigFile.fromSecret('partner', 'store.jks'),
    'conf/site.properties': ConfigFile.fromConfigMap('site', 'site.properties'),
  };
  const { unit } = newTenant({ config: { files }, lifecycle: { onSecretChange: 'roll' } });
  const [volume] = podOf(unit).volumes ?? [];
  expect(volume?.projected).toEqual({
    sources: [
      expect.objectContaining({ configMap: expect.anything() }),
      {
        secret: {
          name: 'partner',
          items: [{ key: 'store.jks', path: 'repository/resources/security/partner.jks' }],
        },
      },
      { configMap: { name: 'site', items: [{ key: 'site.properties', path: 'conf/site.properties' }] } },
    ],
  });
  expect(Object.keys(theOne(unit, 'ConfigMap').data ?? {})).toEqual(['deployment.toml']);
  // Only the Secret is a reason to roll.
  expect(theOne(unit, 'Deployment').metadata.annotations?.['secret.reloader.stakater.com/reload']).toBe('partner');
});

test('a change of a file is a ConfigMap of another name, so it rolls the pods', () => {
  const nameWith = (text: string) =>
    theOne(newTenant({ config: { files: { 'conf/a': text } } }).unit, 'ConfigMap').metadata.name;
  expect(nameWith('1')).not.toBe(nameWith('2'));
  expect(nameWith('1')).toBe(nameWith('1'));
});

describe('refusals', () => {
  const rule = 'must be a path below the product’s home, such as "conf/file.properties"';
  const about = (path: string) => `config.files["${path}"] of tenant "retail/orders"`;

  test.each(['', '/conf/x', '../x', 'conf/../x', 'conf//x', 'conf/', './x', 'conf/.hidden', 'conf/a b', '-x', 'größe'])(
    'fails when a file is at %j',
    (path) => {
      expect(complaints({ [path]: 'x' })).toEqual([`${about(path)} ${rule}, got "${path}"`]);
    },
  );

  test('fails when a path has more characters than a key may have', () => {
    const path = `conf/${'x'.repeat(254)}`;
    expect(complaints({ [path]: 'x' })).toEqual([`${about(path)} ${rule}, got "${path}"`]);
    expect(complaints({ [`conf/${'x'.repeat(253)}`]: 'x' })).toEqual([]);
  });

  test.each([
    ['conf/deployment.toml', 'config.toml'],
    ['password-tmp', 'config.vault'],
  ])('fails when %s is written, which has a prop of its own', (path, place) => {
    expect(complaints({ [path]: 'x' })).toEqual([
      `${about(path)} must be left out, got "${path}"; it is said by ${place}`,
    ]);
  });

  test('fails when two paths would be one key', () => {
    const must = 'must differ from the others in more than "/" and "__"';
    expect(complaints({ 'lib/a/b': 'x', 'lib/a__b': 'y' })).toEqual([
      `${about('lib/a/b')} ${must}, got "lib/a__b"`,
      `${about('lib/a__b')} ${must}, got "lib/a/b"`,
    ]);
  });

  test('fails when the texts are more than a ConfigMap holds, deployment.toml and log4j2.properties among them', () => {
    const rest = (extra: Partial<MiConfig>) => {
      const unit = newTenant({ config: { files: { 'conf/a': 'x' }, ...extra } }).unit;
      return Object.values(theOne(unit, 'ConfigMap').data ?? {}).reduce(
        (sum, text) => sum + Buffer.byteLength(text),
        -1,
      );
    };
    const log4j2 = { 'rootLogger.level': 'WARN' };
    for (const extra of [{}, { log4j2 }]) {
      const most = 921_600 - rest(extra);
      const files = (bytes: number) => ({
        config: { files: { 'conf/a': 'ü'.repeat(2).padEnd(bytes - 2, 'x') }, ...extra },
      });
      expect(saidOf(files(most))).toEqual([]);
      expect(saidOf(files(most + 1))).toEqual([
        'config of tenant "retail/orders" must have at most 921600 bytes of text together, as a ConfigMap ends there, ' +
          `got 921601 bytes, of which a has ${most + 1}; ` +
          'put large files into the image, or into a ConfigMap each by ConfigFile.fromConfigMap',
      ]);
    }
  });

  test.each([
    'bin',
    'conf',
    'dropins',
    'lib',
    'patches',
    'registry',
    'repository',
    'tmp',
    'wso2',
    'repository/deployment',
    'repository/deployment/server',
    'repository/deployment/server/carbonapps',
    'repository/logs',
    'repository/resources',
    'repository/resources/security',
  ])('fails for %s, which is a folder', (path) => {
    expect(complaints({ [path]: 'x' })).toEqual([
      `${about(path)} must be a file, got "${path}"; it is a folder of the product`,
    ]);
  });

  test.each([
    ['conf/deployment.toml/x', 'conf/deployment.toml is a file, and said by config.toml'],
    ['bin/micro-integrator.sh', 'it starts the server, with the arguments and the heap of the tenant'],
    ['tmp/x', 'the start script empties this folder'],
  ])('fails for %s', (path, instead) => {
    expect(complaints({ [path]: 'x' })).toEqual([`${about(path)} must be left alone, got "${path}"; ${instead}`]);
  });

  test('files of others are not counted', () => {
    expect(complaints({ 'conf/a': ConfigFile.fromConfigMap('site', 'a'), 'conf/b': 'x'.repeat(921_600) })).toEqual([]);
  });

  test('a fleet says the same', () => {
    expect(saidOf({ config: { files: { '/conf/x': 'x' } } })).toEqual([`${about('/conf/x')} ${rule}, got "/conf/x"`]);
  });

  test('fails when one path is a folder of another, which no file system holds', () => {
    expect(saidOf({ config: { files: { 'conf/a': 'x', 'conf/a/b': 'y' } } })).toEqual([
      'config of tenant "retail/orders" must put one file at a path, and none where a folder is, got "conf/a"; ' +
        'name one of the two otherwise',
    ]);
  });

  test('fails when a file takes the path of the vault’s keystore', () => {
    const vault = SecureVault.fromSecret('vault', { password: 'password', file: 'vault.jks' });
    const files = { 'repository/resources/security/vault.jks': ConfigFile.fromSecret('other', 'vault.jks') };
    expect(saidOf({ config: { vault, files } })).not.toEqual([]);
  });

  test('a file named like the script of the sidecars keeps its text', () => {
    const unit = newUnit();
    new MiTenant(unit, 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      config: { files: { 'conf/follow.sh': 'echo mine' } },
      logging: [LoggingSidecar.toStdout({ image: 'registry.example.com/busybox:1.36.1', files: ['audit.log'] })],
    });
    expect(Object.values(theOne(unit, 'ConfigMap').data ?? {})).toContain('echo mine');
  });
});

describe('secrets in the text of a file', () => {
  const refusal = (line: string, text: string) =>
    fileComplaints({ 'conf/file.properties': `stage=test\n${line}\n` }).map((complaint) => [
      sentence({ kind: 'tenant', id: 'retail/orders', ...complaint }),
      text,
    ]);

  test.each([
    ['db.password=hunter2', 'a name that means a secret'],
    ['  apiToken : abc', 'a name that means a secret'],
    ['url=jdbc:mysql://orders:hunter2@db/orders', 'a value that holds user:password@ in a URL'],
    ['-----BEGIN PRIVATE KEY-----', 'a value that holds a PEM block'],
  ])('fails for %s', (line, why) => {
    const text =
      'config.files["conf/file.properties"] of tenant "retail/orders" must take a secret from a Secret, ' +
      `got line 2: ${why}; ` +
      'write ConfigFile.fromSecret(name, key), or ConfigFile.notSecret(text) if everyone may read it';
    expect(refusal(line, text)).toEqual([[text, text]]);
  });

  test.each(['db.password=$env{DB_PASSWORD}', 'password=', 'token.url=https://login.example.com', 'x'])(
    'there is none in %j',
    (line) => {
      expect(refusal(line, '')).toEqual([]);
    },
  );
});

test('the order in which files are written down changes nothing', () => {
  const nameOf = (files: Readonly<Record<string, string>>) =>
    theOne(newTenant({ config: { files } }).unit, 'ConfigMap');
  expect(nameOf({ 'conf/a': '1', 'conf/b': '2' })).toEqual(nameOf({ 'conf/b': '2', 'conf/a': '1' }));
});

test('what is no secret counts as text, where a ConfigMap ends', () => {
  expect(saidOf({ config: { files: { 'conf/a': ConfigFile.notSecret('x'.repeat(921_601)) } } }).join()).toMatch(
    /^config of tenant "retail\/orders" must have at most 921600 bytes of text together, .* of which a has 921601;/,
  );
});
