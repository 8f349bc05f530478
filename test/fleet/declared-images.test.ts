import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BusinessUnit, Canary, Fleet, ImageLock, MiBaseImage, MiTenant, Scaling } from '../../lib';
import { IMAGE_LIST } from '../../lib/image/image-list';

const BASE = 'registry.example.com/mi-base:4.4.0-3';
const DIGEST = `sha256:${'2'.repeat(64)}`;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'images-'));
  process.env[IMAGE_LIST] = join(folder, 'list.json');
});
afterEach(() => {
  delete process.env[IMAGE_LIST];
  rmSync(folder, { recursive: true, force: true });
});

/** A fleet that would be refused: no lock knows its images, and two tenants lie to nobody. */
function compose(fleet: Fleet, version: string): void {
  const lock = ImageLock.file(join(folder, 'lock.json'));
  const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.4.0', build: 3, lock });
  const unit = new BusinessUnit(fleet, 'retail', { contact: 'retail@example.com' });
  const canary = Canary.percent(0, { image: base.withApp('orders', '1.1.0') });
  new MiTenant(unit, 'orders', { image: base.withApp('orders', version), scaling: Scaling.fixed(2), canary });
  new MiTenant(unit, 'files', {
    image: base.withPoller('files', '2.0.0', { digest: DIGEST }),
    scaling: Scaling.singleton(),
  });
}

function listed(): unknown {
  return JSON.parse(readFileSync(join(folder, 'list.json'), 'utf8'));
}

const common = { release: '4.4.0', base: BASE };

test('a program that is asked for its images writes them, those of canaries too, and no manifest', () => {
  const fleet = new Fleet({ outdir: join(folder, 'dist') });
  compose(fleet, '1.0.0');
  fleet.synth();
  const lock = join(folder, 'lock.json');
  expect(listed()).toEqual([
    { name: 'mi-base', version: '4.4.0-3', reference: BASE, release: '4.4.0', lock },
    { name: 'orders', version: '1.0.0', reference: 'registry.example.com/orders:1.0.0-mi4.4.0-3', ...common, lock },
    { name: 'orders', version: '1.1.0', reference: 'registry.example.com/orders:1.1.0-mi4.4.0-3', ...common, lock },
    {
      name: 'files',
      version: '2.0.0',
      reference: 'registry.example.com/files:2.0.0-mi4.4.0-3',
      ...common,
      lock,
      digest: DIGEST,
    },
  ]);
  expect(readdirSync(folder)).toEqual(['list.json']);
});

test('environments list the images of all of them, each once', () => {
  const outdir = join(folder, 'dist');
  Fleet.forEach({ staging: '1.0.1', production: '1.0.0' }, (fleet, version) => compose(fleet, version), {
    outdir,
  }).synth();
  const versions = (listed() as Array<{ name: string; version: string }>).filter(({ name }) => name === 'orders');
  expect(versions.map(({ version }) => version)).toEqual(['1.0.1', '1.1.0', '1.0.0']);
  expect(readdirSync(folder)).toEqual(['list.json']);
});

test('the fleets of one program list the images of all of them', () => {
  for (const [name, version] of [
    ['north', '1.0.0'],
    ['south', '1.0.1'],
  ] as const) {
    const fleet = new Fleet({ name, outdir: join(folder, name) });
    compose(fleet, version);
    fleet.synth();
  }
  const versions = (listed() as Array<{ name: string; version: string }>).filter(({ name }) => name === 'orders');
  expect(versions.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0', '1.0.1']);
});
