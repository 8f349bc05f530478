import { Duration } from 'cdk8s';
import { wholeSeconds } from '../../lib/core/whole-seconds';
import { errorOf } from '../manifests';

const ask = (time: Duration, least: number) => wholeSeconds('minReady', 'tenant', 'retail/orders', time, least);

test.each([
  ['none', Duration.seconds(0), 0, 0],
  ['the least', Duration.seconds(5), 5, 5],
  ['minutes', Duration.minutes(3), 0, 180],
  ['half a minute', Duration.minutes(0.5), 0, 30],
  ['milliseconds that come to seconds', Duration.millis(2000), 0, 2],
  ['a day', Duration.days(1), 5, 86_400],
])('%s is a number of seconds', (_, time, least, seconds) => {
  expect(ask(time, least)).toBe(seconds);
});

test.each([
  ['half a second', Duration.millis(500), 0, '0.5'],
  ['a second and a half', Duration.seconds(1.5), 0, '1.5'],
  ['less than the least', Duration.seconds(4), 5, '4'],
  ['a second more than a day', Duration.seconds(86_401), 0, '86401'],
  ['two days', Duration.days(2), 0, '172800'],
  ['no number', Duration.seconds(Number.NaN), 0, 'NaN'],
  ['for ever', Duration.seconds(Number.POSITIVE_INFINITY), 0, 'Infinity'],
])('fails for %s', (_, time, least, got) => {
  expect(errorOf(() => ask(time, least))).toBe(
    `minReady of tenant "retail/orders" must be a whole number of seconds from ${least} to 86400, got ${got}`,
  );
});
