import fc from 'fast-check';
import { Cpu } from '../../lib/core/cpu';

test.each([
  [1, '1m'],
  [500, '500m'],
  [64000, '64'],
])('%d millis are written as %s', (amount, text) => {
  expect(Cpu.millis(amount).asString()).toBe(text);
});

test.each([
  [0.001, 1],
  [0.1, 100],
  [0.29, 290],
  [0.5, 500],
  [1, 1000],
  [1.001, 1001],
  [64, 64000],
])('%d cores are %d millis', (cores, millis) => {
  expect(Cpu.cores(cores).millis).toBe(millis);
});

test('a whole number of millis, written in cores, is neither rounded nor refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (millis) => {
      expect(Cpu.cores(millis / 1000).asString()).toBe(Cpu.millis(millis).asString());
    }),
  );
});

test.each([
  [2_000_001, 'amount of cpu "2000001m" must be a whole number of millis from 1 to 2000000, got 2000001'],
  [0, 'amount of cpu "0m" must be a whole number of millis from 1 to 2000000, got 0'],
  [-500, 'amount of cpu "-500m" must be a whole number of millis from 1 to 2000000, got -500'],
  [0.5, 'amount of cpu "0.5m" must be a whole number of millis from 1 to 2000000, got 0.5'],
  [Number.NaN, 'amount of cpu "NaNm" must be a whole number of millis from 1 to 2000000, got NaN'],
  [
    Number.POSITIVE_INFINITY,
    'amount of cpu "Infinitym" must be a whole number of millis from 1 to 2000000, got Infinity',
  ],
  [2_000_001, 'amount of cpu "2000001m" must be a whole number of millis from 1 to 2000000, got 2000001'],
])('%d millis are refused', (amount, message) => {
  expect(() => Cpu.millis(amount)).toThrow(new Error(message));
});

test.each([
  [0, 'amount of cpu "0 cores" must be a whole number of millis from 1 to 2000000, got 0'],
  [-1, 'amount of cpu "-1 cores" must be a whole number of millis from 1 to 2000000, got -1000'],
  [0.0001, 'amount of cpu "0.0001 cores" must be a whole number of millis from 1 to 2000000, got 0.1'],
  [1.0005, 'amount of cpu "1.0005 cores" must be a whole number of millis from 1 to 2000000, got 1000.5'],
  [Number.NaN, 'amount of cpu "NaN cores" must be a whole number of millis from 1 to 2000000, got NaN'],
])('%d cores are refused', (amount, message) => {
  expect(() => Cpu.cores(amount)).toThrow(new Error(message));
});

test('what Kubernetes would round or refuse is refused', () => {
  fc.assert(
    fc.property(
      fc.double().filter((amount) => !Number.isInteger(amount) || amount < 1),
      (amount) => {
        expect(() => Cpu.millis(amount)).toThrow(/ must be a whole number of millis from 1 to 2000000, got /);
      },
    ),
  );
});
