import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../cluster/wait';
import { POD } from './otlp/agent';
import type { LogRecord } from './otlp/received';
import { type Said, Scene } from './otlp/scene';

// The real log4j2 writes hostile lines to three files and renames them; the OpenTelemetry Collector, told what the render
// tells it, reads them and sends them to a receiver. More lines: OTLP_EVENTS=275000 npm run test:signals -- collector

const EVENTS = Number(process.env.OTLP_EVENTS ?? 40_000);
/** Stack traces of two thousand lines: some 100 MiB, more than the buffer of 64 MiB, and a hundred of them more than 4 MiB. */
const TRACES: Said = { events: 1500, pause: 0, deep: 1 };

describe.each(['grpc', 'http'] as const)('the collector, by OTLP over %s', (protocol) => {
  const folder = mkdtempSync(join(tmpdir(), 'otlp-'));
  let scene: Scene;
  let kills = 0;

  beforeAll(async () => {
    scene = await Scene.of(protocol, '500KB', folder);
    const { collector, receiver, received } = scene;
    scene.receive();
    collector.start();
    const flood = scene.flood({ events: EVENTS, pause: 5 });
    const over = () => flood.failure() !== undefined;
    while (!over()) {
      await sleep(1500);
      await collector.kill();
      // What it had not read is in a file of another name when it comes back.
      const before = scene.rotations;
      await until('a rotation', 240, () => over() || scene.rotations > before);
      collector.start();
      await sleep(1000);
      await receiver.kill();
      await sleep(3000);
      scene.look();
      scene.receive();
      kills += 1;
    }
    expect(flood.failure()?.message).toContain('got exit 0');
    const all = () => {
      scene.look();
      return received.read().lines.size >= EVENTS;
    };
    await until(`${EVENTS} lines`, 400, all).catch(() => undefined);
    await scene.stop();
    console.log(`${protocol}, ${kills} kills of each: ${scene.text(EVENTS)}`);
  }, 1_800_000);

  afterAll(async () => {
    await scene?.stop();
    rmSync(folder, { recursive: true });
  });

  test('killed and started again over rotations, with its receiver, loses no line; what comes twice is alike byte by byte', () => {
    expect(lostOf(scene, EVENTS)).toEqual([]);
    expect([scene.received.unnumbered, scene.received.changed]).toEqual([[], []]);
    expect(scene.received.torn).toBeLessThanOrEqual(kills);
    expect([kills > 1, scene.rotations > 12]).toEqual([true, true]);
    expect(readFileSync(scene.agent.command.log, 'utf8')).not.toMatch(/Dropping data|panic|permanent/i);
  });

  test('needs less memory and disk than its container is given', () => {
    expect(scene.collector.peak).toBeLessThan(scene.agent.memoryLimit);
    expect(scene.buffered).toBeLessThan(scene.agent.diskLimit);
  });

  test('says of each line whose it is, when it was written and what it is', () => {
    const { resource, time, severity, body, attributes }: LogRecord = JSON.parse(scene.received.lines.get(28) ?? '');
    expect(resource).toEqual({
      'service.name': 'orders',
      'service.namespace': 'retail',
      'service.version': '4.4.0',
      'k8s.pod.name': POD,
    });
    expect(Math.abs(time / 1e6 - Date.now())).toBeLessThan(3_600_000);
    expect([severity, body]).toEqual(['Info', '28 plain']);
    expect(attributes).toEqual({
      level: 'INFO',
      logger: 'AUDIT_LOG',
      thread: 'main',
      correlation_id: 'id-28"',
      exception: '',
      log: 'audit.log',
    });
  });
});

describe('a receiver that is down while more is written than the buffer holds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otlp-'));
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.of('grpc', '10MB', folder);
    const { collector, received } = scene;
    collector.start();
    const flood = scene.flood(TRACES);
    await until('the end of the flood', 300, () => {
      scene.look();
      return flood.failure() !== undefined;
    });
    let [before, since] = [0, Date.now()];
    await until('a buffer that grows no more', 300, () => {
      scene.look();
      if (scene.buffered > before) [before, since] = [scene.buffered, Date.now()];
      return before > 20 && Date.now() - since > 3000;
    });
    await collector.kill();
    collector.start();
    scene.receive();
    const all = () => {
      scene.look();
      return received.read().lines.size >= TRACES.events;
    };
    await until('all of them', 400, all).catch(() => undefined);
    await scene.stop();
    console.log(`down: ${scene.text(TRACES.events)}`);
  }, 1_800_000);

  afterAll(async () => {
    await scene?.stop();
    rmSync(folder, { recursive: true });
  });

  test('has all of it once it is up, in requests that it takes, and memory and disk were enough', () => {
    expect(lostOf(scene, TRACES.events)).toEqual([]);
    expect(readFileSync(scene.agent.command.log, 'utf8')).not.toMatch(/Dropping data|panic|permanent/i);
    expect(scene.collector.peak).toBeLessThan(scene.agent.memoryLimit);
    expect(scene.buffered).toBeLessThan(scene.agent.diskLimit);
  });
});

/** Numbers that the receiver has not. */
function lostOf({ received }: Scene, events: number): number[] {
  return Array.from({ length: events }, (_, number) => number).filter((number) => !received.lines.has(number));
}
