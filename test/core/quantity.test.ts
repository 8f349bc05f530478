import { quantity } from '../../lib/core/quantity';

const THOUSANDS = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARIES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

test.each([
  [THOUSANDS, 1000],
  [BINARIES, 1024],
])('each of the units %j is of the one before it %d', (units, times) => {
  const ones = units.map((unit) => quantity(`1${unit}`));
  expect(ones).toContain(1);
  ones.slice(1).forEach((one, index) => {
    expect(one / (ones[index] ?? 0)).toBeCloseTo(times);
  });
});

test.each([
  ['500m', 0.5],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['1e3', 1000],
  ['1E3', 1000],
  [2, 2],
  ['-1', -1],
])('%j is %d', (text, amount) => {
  expect(quantity(text)).toBe(amount);
});

test.each(['', 'much', '1 Gi', '1Xi', 'Gi', undefined])('%j is nothing', (text) => {
  expect(quantity(text)).toBe(0);
});
