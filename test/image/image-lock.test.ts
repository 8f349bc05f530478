import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BusinessUnit, Canary, Fleet, ImageLock, MiBaseImage, MiTenant, Scaling } from '../../lib';
import { lockText } from '../../lib/image/image-lock';

const ORDERS = 'registry.example.com/orders:1.0.0-mi4.4.0';
const DIGEST = `sha256:${'1'.repeat(64)}`;
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'lock.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function render(canary?: string): string {
  const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', {
    release: '4.4.0',
    lock: ImageLock.file(path),
  });
  const fleet = new Fleet({ outdir: folder });
  new MiTenant(new BusinessUnit(fleet, 'retail', { contact: 'retail@example.com' }), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    ...(canary === undefined ? {} : { canary: Canary.percent(0, { image: base.withApp('orders', canary) }) }),
  });
  return fleet.synthYaml();
}

test('what a lock knows is named by tag and digest', () => {
  writeFileSync(path, lockText({ [ORDERS]: DIGEST }));
  expect(render()).toContain(`image: ${ORDERS}@${DIGEST}\n`);
});

test('what a lock does not know is refused, with the command to run, of a tenant and of its canary', () => {
  expect(() => render('1.1.0')).toThrow(
    [
      'nothing was written, since 2 things are refused:',
      `- image of tenant "retail/orders" must be in ${path}, got "${ORDERS}"; run npx cdk8s-wso2-mi images lock, once it is pushed`,
      `- canary of tenant "retail/orders" must be in ${path}, got "registry.example.com/orders:1.1.0-mi4.4.0"; run npx cdk8s-wso2-mi images lock, once it is pushed`,
    ].join('\n'),
  );
  writeFileSync(path, lockText({ [ORDERS]: DIGEST }));
  expect(() => render('1.1.0')).toThrow('since 1 thing is refused:\n- canary of tenant');
});

test('a digest that the source says needs no lock', () => {
  const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', {
    release: '4.4.0',
    lock: ImageLock.file(path),
  });
  const fleet = new Fleet({ outdir: folder });
  new MiTenant(new BusinessUnit(fleet, 'retail', { contact: 'retail@example.com' }), 'orders', {
    image: base.withApp('orders', '1.0.0', { digest: DIGEST }),
    scaling: Scaling.fixed(2),
  });
  expect(fleet.synthYaml()).toContain(`image: ${ORDERS}@${DIGEST}\n`);
});

test.each([
  [
    'no JSON',
    '{',
    `text of lock "PATH" must be one object of JSON, got something else; run npx cdk8s-wso2-mi images lock`,
  ],
  [
    'a list',
    '[]',
    `text of lock "PATH" must be one object of JSON, got something else; run npx cdk8s-wso2-mi images lock`,
  ],
  [
    'no digest',
    '{"a/b:1":"latest"}',
    'digest of a/b:1 of lock "PATH" must be "sha256:" and 64 hexadecimal digits, got "latest"; run npx cdk8s-wso2-mi images lock',
  ],
])('a lock file with %s is refused', (_what, text, sentence) => {
  writeFileSync(path, text);
  expect(() => ImageLock.file(path)).toThrow(sentence.replace('PATH', path));
});

test('a lock file is sorted', () => {
  expect(lockText({ 'b/b:1': DIGEST, 'a/a:1': DIGEST })).toBe(
    `{\n  "a/a:1": "${DIGEST}",\n  "b/b:1": "${DIGEST}"\n}\n`,
  );
});
