import { isCidr, isNetwork, isPartOf, isWithin, requireCidrs } from '../../lib/core/cidr';
import { errorOf } from '../manifests';

test.each(['10.20.0.0/16', '0.0.0.0/0', '192.0.2.1/32', '2001:db8::/32', '::/0', '2001:db8::1/128'])(
  '%s is a range',
  (range) => expect(isCidr(range)).toBe(true),
);

test.each([
  '10.20.0.0',
  '10.20.0.0/33',
  '10.20.0/16',
  '10.20.0.0/-1',
  '10.20.0.0/1.5',
  '2001:db8::/129',
  'a/8',
  '',
  '/8',
  '10.20.0.0/16/8',
  '10.20.0.0/016',
])('%j is none', (range) => expect(isCidr(range)).toBe(false));

describe('refusals', () => {
  const refused = (...ranges: readonly string[]) => errorOf(() => requireCidrs('from', 'route', 'shop', ranges));

  test('ranges that are such pass', () => {
    expect(refused('10.20.0.0/16', '2001:db8::/32')).toBe('');
  });

  test('fails when there is none, or no list', () => {
    const sentence = 'from of route "shop" must have at least one range of addresses, got none';
    expect(refused()).toBe(sentence);
    expect(errorOf(() => requireCidrs('from', 'route', 'shop', JSON.parse('"10.0.0.0/8"')))).toBe(sentence);
  });

  test('fails when one is none', () => {
    expect(refused('10.20.0.0/16', '10.20.0.1')).toBe(
      'from of route "shop" must be ranges of addresses, such as "10.20.0.0/16", got "10.20.0.1"; one address is ' +
        '"10.20.0.1/32"',
    );
  });

  test('fails when one is there twice', () => {
    expect(refused('10.20.0.0/16', '10.20.0.0/16')).toBe(
      'from of route "shop" must name a range once, got "10.20.0.0/16"',
    );
  });
});

test.each([
  '0.0.0.0/0',
  '10.20.0.0/16',
  '192.0.2.128/25',
  '192.0.2.1/32',
  '::/0',
  '2001:db8::/32',
  '2001:db8::1/128',
  '2001:db8:0:0:8000::/65',
  '::1/128',
])('%s is written by its first address', (range) => {
  expect(isNetwork(range)).toBe(true);
});

test.each(['10.20.0.1/16', '192.0.2.129/25', '0.0.0.1/0', '2001:db8::1/32', '2001:db8:0:0:8000::/64', '::1/127'])(
  '%s is not',
  (range) => {
    expect(isNetwork(range)).toBe(false);
  },
);

test.each<[string, string, boolean]>([
  ['10.1.0.0/16', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['0.0.0.0/0', '10.0.0.0/8', false],
  ['11.0.0.0/16', '10.0.0.0/8', false],
  ['192.0.2.1/32', '0.0.0.0/0', true],
  ['2001:db8:8000::/33', '2001:db8::/32', true],
  ['2001:db9::/33', '2001:db8::/32', false],
  ['10.1.0.0/16', '::/0', false],
])('%s is part of %s: %s', (range, whole, is) => expect(isPartOf(range, whole)).toBe(is));

test.each<[string, readonly string[], boolean]>([
  ['10.0.0.0/8', ['10.0.0.0/8'], true],
  ['10.0.0.0/8', ['10.1.2.3/8'], true],
  ['10.1.0.0/16', ['192.0.2.0/24', '10.0.0.0/8'], true],
  ['10.0.0.0/8', ['10.128.0.0/9', '10.0.0.0/9'], true],
  ['10.0.0.0/8', ['10.0.0.0/9', '10.128.0.0/10', '10.192.0.0/10'], true],
  ['10.0.0.0/8', ['10.0.0.0/9', '10.128.0.0/10'], false],
  ['0.0.0.0/0', ['0.0.0.0/1', '128.0.0.0/1'], true],
  ['0.0.0.0/0', ['::/0'], false],
  ['2001:db8::/32', ['2001:db8::/33', '2001:db8:8000::/33'], true],
  ['2001:db8::/32', ['2001:db8::/33'], false],
  ['10.0.0.0/8', [], false],
])('%s is within %j: %s', (range, ranges, is) => expect(isWithin(range, ranges)).toBe(is));
