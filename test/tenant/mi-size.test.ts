import { Size } from 'cdk8s';
import fc from 'fast-check';
import { Cpu } from '../../lib/core/cpu';
import { MiSize, type MiSizeProps } from '../../lib/tenant/mi-size';

function rendered(props?: MiSizeProps): unknown {
  return MiSize.of(props).resources(7168);
}

test('every prop reaches the container', () => {
  const everything: Required<MiSizeProps> = {
    cpu: Cpu.cores(2),
    cpuLimit: Cpu.cores(3),
    memory: Size.gibibytes(4),
    heap: Size.gibibytes(3),
    disk: Size.gibibytes(7),
  };
  expect(rendered(everything)).toEqual({
    requests: { cpu: '2', memory: '4Gi', 'ephemeral-storage': '1Gi' },
    limits: { cpu: '3', memory: '4Gi', 'ephemeral-storage': '7Gi' },
  });
  expect(MiSize.of(everything).jvmMemOpts).toBe('-Xms3072m -Xmx3072m');
  expect(MiSize.of(everything).diskMebibytes).toBe(7168);
});

test('a size of which nothing is said is that of a small integration', () => {
  expect(rendered()).toEqual({
    requests: { cpu: '500m', memory: '1Gi', 'ephemeral-storage': '1Gi' },
    limits: { cpu: '1', memory: '1Gi', 'ephemeral-storage': '7Gi' },
  });
  expect(rendered({})).toEqual(rendered());
  expect(MiSize.of().jvmMemOpts).toBe('-Xms512m -Xmx512m');
});

test.each([
  [Cpu.millis(200), '400m'],
  [Cpu.cores(1), '2'],
])('a CPU limit that is left out is twice the CPU', (cpu, limit) => {
  expect(rendered({ cpu })).toMatchObject({ limits: { cpu: limit } });
});

test('a CPU limit may be as low as the CPU that is reserved', () => {
  expect(rendered({ cpu: Cpu.cores(1), cpuLimit: Cpu.cores(1) })).toMatchObject({
    requests: { cpu: '1' },
    limits: { cpu: '1' },
  });
});

test('a CPU limit below the CPU that is reserved is refused', () => {
  expect(() => MiSize.of({ cpu: Cpu.cores(1), cpuLimit: Cpu.millis(999) })).toThrow(
    new Error('cpuLimit of size "1, 1Gi" must be at least cpu, got cpu 1 and cpuLimit 999m'),
  );
});

test.each([
  [512, 256],
  [1024, 512],
  [1025, 512],
  [8192, 4096],
])('%dMi of memory have a heap of %dMi', (memory, heap) => {
  expect(MiSize.of({ memory: Size.mebibytes(memory) }).jvmMemOpts).toBe(`-Xms${heap}m -Xmx${heap}m`);
});

test.each([
  [1024, 768],
  [1109, 853],
  [1111, 854],
  [1300, 1000],
  [4096, 3150],
])('%dMi of memory hold a heap of %dMi and not one more', (memory, heap) => {
  const of = (mebibytes: number) => () =>
    MiSize.of({ memory: Size.mebibytes(memory), heap: Size.mebibytes(mebibytes) }).heapMebibytes;
  expect(of(heap)()).toBe(heap);
  expect(of(heap + 1)).toThrow(/^heap of size /);
});

test.each([
  [
    'a quarter of a gibibyte for a small heap',
    1024,
    800,
    'heap of size "500m, 1024Mi" must leave 256Mi of memory to the rest of the JVM, ' +
      'got heap 800Mi and memory 1024Mi; otherwise the kernel kills it under load; give it memory of 1056Mi or more',
  ],
  [
    'three tenths of a large heap',
    2048,
    2000,
    'heap of size "500m, 2048Mi" must leave 600Mi of memory to the rest of the JVM, ' +
      'got heap 2000Mi and memory 2048Mi; otherwise the kernel kills it under load; give it memory of 2600Mi or more',
  ],
  [
    'more than nothing for a heap above the limit',
    1024,
    2048,
    'heap of size "500m, 1024Mi" must leave 615Mi of memory to the rest of the JVM, ' +
      'got heap 2048Mi and memory 1024Mi; otherwise the kernel kills it under load; give it memory of 2663Mi or more',
  ],
])('a heap that leaves no room for the rest of the JVM is refused: %s', (_why, memory, heap, message) => {
  const props = { memory: Size.mebibytes(memory), heap: Size.mebibytes(heap) };
  expect(() => MiSize.of(props)).toThrow(new Error(message));
});

test.each([
  [1, 0],
  [128, 64],
  [510, 255],
])('%dMi of memory alone, too little for any heap, is refused with what is enough', (memory, heap) => {
  expect(() => MiSize.of({ memory: Size.mebibytes(memory) })).toThrow(
    new Error(
      `heap of size "500m, ${memory}Mi" must leave 256Mi of memory to the rest of the JVM, got heap ${heap}Mi and ` +
        `memory ${memory}Mi; otherwise the kernel kills it under load; give it memory of 512Mi or more`,
    ),
  );
});

test('memory alone is enough from the advised 512Mi up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 512, max: 1_048_576 }), (memory) => {
      expect(MiSize.of({ memory: Size.mebibytes(memory) }).heapMebibytes).toBe(Math.floor(memory / 2));
    }),
  );
});

test.each([
  [Size.kibibytes(1_048_576), 1024],
  [Size.gibibytes(1.5), 1536],
  [Size.tebibytes(1), 1_048_576],
])('memory in another unit is taken as the mebibytes that it is', (memory, mebibytes) => {
  expect(MiSize.of({ memory }).memoryMebibytes).toBe(mebibytes);
});

test('a heap in another unit is taken as the mebibytes that it is', () => {
  expect(MiSize.of({ memory: Size.gibibytes(2), heap: Size.gibibytes(1.25) }).heapMebibytes).toBe(1280);
});

test.each<[string, MiSizeProps, string, string]>([
  ['no memory', { memory: Size.mebibytes(0) }, 'memory of size "500m, 0Mi"', '0Mi'],
  ['a part of a mebibyte', { memory: Size.kibibytes(1536) }, 'memory of size "500m, 1536Ki"', '1.5Mi'],
  ['memory with a fraction', { memory: Size.mebibytes(1024.5) }, 'memory of size "500m, 1024.5Mi"', '1024.5Mi'],
  ['gibibytes with a fraction', { memory: Size.gibibytes(1.1) }, 'memory of size "500m, 1.1Gi"', '1126.4Mi'],
  ['memory that is no number', { memory: Size.mebibytes(Number.NaN) }, 'memory of size "500m, NaNMi"', 'NaNMi'],
  [
    'endless memory',
    { memory: Size.gibibytes(Number.POSITIVE_INFINITY) },
    'memory of size "500m, InfinityGi"',
    'InfinityMi',
  ],
  ['no disk', { disk: Size.mebibytes(0) }, 'disk of size "500m, 1Gi"', '0Mi'],
  ['a disk with a fraction', { disk: Size.kibibytes(1536) }, 'disk of size "500m, 1Gi"', '1.5Mi'],
  ['no heap', { heap: Size.mebibytes(0) }, 'heap of size "500m, 1Gi"', '0Mi'],
  ['a heap with a fraction', { heap: Size.kibibytes(524_800) }, 'heap of size "500m, 1Gi"', '512.5Mi'],
])('%s, which is no whole number of mebibytes from 1 up, is refused', (_what, props, about, got) => {
  expect(() => MiSize.of(props)).toThrow(
    new Error(`${about} must be a whole number of mebibytes from 1 up to a pebibyte, got ${got}`),
  );
});

test('a heap is taken if and only if 256Mi and three tenths of it fit beside it', () => {
  const mebibytes = fc.integer({ min: 1, max: 32768 });
  fc.assert(
    fc.property(mebibytes, mebibytes, (memory, heap) => {
      const make = () => MiSize.of({ memory: Size.mebibytes(memory), heap: Size.mebibytes(heap) });
      const beside = memory - heap;
      if (heap >= 32 && beside >= 256 && 10 * beside >= 3 * heap) {
        expect(make().heapMebibytes).toBe(heap);
      } else {
        expect(make).toThrow(/^heap of size /);
      }
    }),
  );
});

test.each<[string, MiSizeProps, string]>([
  [
    'processor',
    { cpu: Cpu.millis(1), cpuLimit: Cpu.millis(49) },
    'cpuLimit of size "1m, 1Gi" must be at least 50m, got 49m; a start would take longer than eight minutes',
  ],
  [
    'heap',
    { heap: Size.mebibytes(31) },
    'heap of size "500m, 1Gi" must be at least 32Mi, got 31Mi; WSO2 advises 512Mi for a container of 1Gi',
  ],
  [
    'disk',
    { disk: Size.mebibytes(63) },
    'disk of size "500m, 1Gi" must be at least 64Mi, got 63Mi; the pod would be evicted as soon as it logs',
  ],
])('fails when it is so little %s that no release can run', (_, props, message) => {
  expect(() => MiSize.of(props)).toThrow(new Error(message));
});

test('the least of all is taken', () => {
  const { heapMebibytes, diskMebibytes, cpuLimit } = MiSize.of({
    cpu: Cpu.millis(1),
    cpuLimit: Cpu.millis(50),
    heap: Size.mebibytes(32),
    disk: Size.mebibytes(64),
  });
  expect([heapMebibytes, diskMebibytes, cpuLimit.millis]).toEqual([32, 64, 50]);
});

test.each<[string, object, string]>([
  ['cpu', { cpu: '500m' }, 'cpu of size "500m, 1Gi" must be a Cpu, got "500m"; write Cpu.millis(500) or Cpu.cores(2)'],
  [
    'cpuLimit',
    { cpuLimit: 2 },
    'cpuLimit of size "500m, 1Gi" must be a Cpu, got 2; write Cpu.millis(500) or Cpu.cores(2)',
  ],
  ['cpu', { cpu: 2 }, 'cpu of size "2, 1Gi" must be a Cpu, got 2; write Cpu.millis(500) or Cpu.cores(2)'],
  [
    'memory',
    { memory: 2048 },
    'memory of size "500m, 2048" must be a Size, got 2048; write Size.mebibytes(512) or Size.gibibytes(2)',
  ],
  [
    'memory',
    { memory: '2Gi' },
    'memory of size "500m, 2Gi" must be a Size, got "2Gi"; write Size.mebibytes(512) or Size.gibibytes(2)',
  ],
  [
    'heap',
    { heap: '1g' },
    'heap of size "500m, 1Gi" must be a Size, got "1g"; write Size.mebibytes(512) or Size.gibibytes(2)',
  ],
  [
    'disk',
    { disk: '9Gi' },
    'disk of size "500m, 1Gi" must be a Size, got "9Gi"; write Size.mebibytes(512) or Size.gibibytes(2)',
  ],
])('%s as a text of Kubernetes, which JavaScript lets through, is refused with what to write', (_, props, message) => {
  expect(() => MiSize.of(props)).toThrow(new Error(message));
});
