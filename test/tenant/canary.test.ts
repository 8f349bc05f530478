import { Canary } from '../../lib';
import { base, errorOf } from '../manifests';

const image = base.withApp('orders', '1.1.0');

test('a canary by percent takes its part of the requests', () => {
  const { image: runs, share } = Canary.percent(10, { image });
  expect({ runs, share }).toEqual({ runs: image, share: { by: 'percent', percent: 10 } });
});

test.each([0, 100])('%i percent may be', (percent) => {
  expect(Canary.percent(percent, { image }).share).toEqual({ by: 'percent', percent });
});

test('a canary by header takes the requests that carry it', () => {
  const { image: runs, share } = Canary.header('X-Canary', { image, value: 'clinic-7' });
  expect({ runs, share }).toEqual({ runs: image, share: { by: 'header', header: 'X-Canary', value: 'clinic-7' } });
});

test('the value of the header is "always", if no other is said', () => {
  expect(Canary.header('X-Canary', { image }).share).toEqual({ by: 'header', header: 'X-Canary', value: 'always' });
});

describe('refusals', () => {
  test.each([-1, 101, 0.5, Number.NaN])('fails when the part is %d percent', (percent) => {
    expect(errorOf(() => Canary.percent(percent, { image }))).toBe(
      `percent of canary "orders" must be a whole number from 0 to 100, got ${percent}`,
    );
  });

  test.each(['', '1X', 'X Canary', 'X_Canary', 'X-Canary:', `X${'-'.repeat(63)}`])(
    'fails when the header is %j',
    (header) => {
      expect(errorOf(() => Canary.header(header, { image }))).toBe(
        'header of canary "orders" must be letters, digits and "-", beginning with a letter, at most 63 characters, ' +
          `got "${header}"`,
      );
    },
  );

  test.each(['', 'a b', '"x"', 'x'.repeat(64)])('fails when the value is %j', (value) => {
    expect(errorOf(() => Canary.header('X-Canary', { image, value }))).toBe(
      `value of canary "orders" must be letters, digits, ".", "_" and "-", at most 63 characters, got ${JSON.stringify(value)}`,
    );
  });
});
