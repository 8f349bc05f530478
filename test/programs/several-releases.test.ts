import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { typed } from '../typed';

const root = join(__dirname, '..', '..');
const PAGE = readFileSync(join(root, 'docs', 'from-helm-mi.md'), 'utf8');
const folder = mkdtempSync(join(root, '.several-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The program that the page has for several releases. */
const [, MAIN = ''] = /```ts\n(import \{ BusinessUnit[\s\S]*?)```/.exec(PAGE) ?? [];

/** A release behind ingress-nginx with an annotation that no prop says. */
const valuesOf = (release: string) => `
containerRegistry: registry.example.com/integration
wso2:
  ingress:
    ingressClassName: nginx
    annotations: { nginx.ingress.kubernetes.io/proxy-buffer-size: 16k }
  config: { secureVault: { enabled: true } }
  deployment:
    hostname: ${release}.example.com
    mountCapps: true
    image: { repository: ${release}, tag: 1.0.0 }
    BuildVersion: 4.4.0
provider: aws
aws:
  region: eu-west-1
  secretManager: { secretIdentifiers: { internalKeystorePassword: { secretName: ${release}, secretKey: key } } }
  storage: { fileSystemId: fs-0a1b2c3d, capacity: 1Gi }
`;

test('several releases of one namespace are one program, as the page has it: each is a function of its own file', async () => {
  for (const release of ['quotes', 'stock']) {
    const [values, output] = [join(folder, `${release}.yaml`), join(folder, `${release}.ts`)];
    writeFileSync(values, valuesOf(release));
    const about = ['--version', '4.4', '--release', release, '--namespace', 'sales'];
    expect(await typed(['import', 'helm-mi', values, ...about, '--function', '--output', output])).toMatchObject({
      out: '',
      err: `wrote ${output}; read its notes, and call its addTo in the program of the fleet\n`,
    });
  }
  writeFileSync(join(folder, 'main.ts'), MAIN);
  const paths = { 'cdk8s-wso2-mi': ['../lib/index.ts'] };
  const options = { noEmit: true, rootDir: '..', paths };
  const config = join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ extends: '../tsconfig.json', compilerOptions: options, include: ['*.ts'] }));
  const asked = (command: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', command), args, {
      cwd: folder,
      encoding: 'utf8',
      timeout: 180_000,
    });
    return [status, status === 0 ? '' : `${stdout}${stderr}`];
  };
  expect(asked('tsc', '--project', config)).toEqual([0, '']);
  expect(asked('biome', 'format', '--vcs-enabled=false', 'main.ts', 'quotes.ts', 'stock.ts')).toEqual([0, '']);
  expect(asked('tsx', '--tsconfig', config, 'main.ts')).toEqual([0, '']);
  expect(readdirSync(join(folder, 'dist')).filter((name) => !name.startsWith('.'))).toEqual(['sales.k8s.yaml']);
  const objects = parseAllDocuments(readFileSync(join(folder, 'dist', 'sales.k8s.yaml'), 'utf8')).map((one) =>
    one.toJS(),
  );
  const named = (kind: string) => objects.flatMap((one) => (one?.kind === kind ? [one.metadata.name] : []));
  expect([named('Deployment'), named('Ingress'), named('SecretProviderClass'), named('PersistentVolume')]).toEqual([
    ['sales-quotes', 'sales-stock'],
    ['sales-quotes-routes-public-https', 'sales-stock-routes-public-https'],
    ['sales-quotes-vault-password', 'sales-stock-vault-password'],
    [expect.stringMatching(/^sales-quotes-capps-\w{10}$/), expect.stringMatching(/^sales-stock-capps-\w{10}$/)],
  ]);
  expect(objects.flatMap((one) => (one?.kind === 'Ingress' ? [one.metadata.annotations] : []))).toEqual(
    [0, 1].map(() => expect.objectContaining({ 'nginx.ingress.kubernetes.io/proxy-buffer-size': '16k' })),
  );
});
