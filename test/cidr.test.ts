import { isNetwork } from '../lib/cidr';

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
