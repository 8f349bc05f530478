/**
 * How long a fleet of N units of main.ts's kind takes to synthesize, and how its peers fare in the same run: stock cdk8s
 * (`App.synth` over the same charts) and a bare loop that only turns the same objects into YAML. Figures are the median
 * of three; read the ratios, machines differ.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';
import type { Construct } from 'constructs';
import { parseAllDocuments, stringify } from 'yaml';
import {
  BusinessUnit,
  EnvValue,
  Fleet,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiBaseImage,
  MiTenant,
  Route,
  Scaling,
  SharedVolume,
  VolumeSource,
} from '../lib';

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0', build: 3 });

/** `count` units like the clinic of main.ts: a service behind passthrough and a poller on a shared volume. */
function compose(scope: Construct, count: number): void {
  const ids = Array.from({ length: count }, (_, index) => `unit-${index}`);
  const via = new LoadBalancer(scope, 'public', {
    controller: GatewayController.nginx(),
    hosts: Object.fromEntries(ids.map((id) => [`${id}.example.com`, id])),
  });
  for (const id of ids) {
    const unit = new BusinessUnit(scope, id, { contact: `${id}@example.com` });
    const service = new MiTenant(unit, 'service', {
      image: base.withApp('service', '1.0.0'),
      scaling: Scaling.auto({ min: 2, max: 6 }),
      tls: Keystore.fromSecret('keystore', { file: 'service.jks', password: 'password' }),
      env: { API_PASSWORD: EnvValue.fromSecret('api', 'password') },
    });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough(`${id}.example.com`, service)] });
    const files = new SharedVolume(unit, 'files', { source: VolumeSource.nfs('nfs01.example.com', `/export/${id}`) });
    new MiTenant(unit, 'poller', {
      image: base.withPoller('poller', '1.0.0'),
      scaling: Scaling.singleton(),
      mounts: [files.at('/mnt/in')],
    });
  }
}

function seconds(run: (outdir: string) => void): number {
  const times = [1, 2, 3].map(() => {
    const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
    const start = performance.now();
    run(outdir);
    const time = (performance.now() - start) / 1000;
    rmSync(outdir, { recursive: true });
    return time;
  });
  return times.sort((a, b) => a - b)[1] ?? Number.NaN;
}

function fleetOf(count: number, outdir: string): Fleet {
  const fleet = new Fleet({ outdir });
  compose(fleet, count);
  return fleet;
}

function stock(count: number, outdir: string): void {
  const app = new App({ outdir });
  compose(app, count);
  app.synth();
}

const SIZES = [100, 500, 1000, 2000];
/** Stock cdk8s is quadratic: beyond this it takes minutes. */
const STOCK_UP_TO = 500;

console.log('units   fleet s   ms/unit   x per doubling   stock cdk8s / fleet   YAML alone / fleet');
let before = { size: 0, time: 0 };
for (const size of SIZES) {
  const time = seconds((outdir) => fleetOf(size, outdir).synth());
  const objects = [...fleetOf(size, tmpdir()).render().values()].flatMap((text) =>
    parseAllDocuments(text).map((document): unknown => document.toJS()),
  );
  const yaml = seconds(() => {
    for (const object of objects) {
      stringify(object);
    }
  });
  const peer = size <= STOCK_UP_TO ? (seconds((outdir) => stock(size, outdir)) / time).toFixed(1) : '-';
  const growth =
    before.size === 0 ? '-' : ((time / before.time) ** (Math.LN2 / Math.log(size / before.size))).toFixed(2);
  const columns = [size, time.toFixed(2), ((time / size) * 1000).toFixed(2), growth, peer, (yaml / time).toFixed(2)];
  console.log(columns.map((column, index) => String(column).padStart([5, 10, 10, 17, 22, 21][index] ?? 0)).join(''));
  before = { size, time };
}
