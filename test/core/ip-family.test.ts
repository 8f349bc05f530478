import { isIP } from 'node:net';
import fc from 'fast-check';
import { ipFamily } from '../../lib/core/ip-family';

test('an address is of the family that Node says, and what is none of none', () => {
  const zoned = fc.ipV6().map((address) => `${address}%eth0`);
  const texts = fc.oneof(fc.ipV4(), fc.ipV6(), zoned, fc.string());
  fc.assert(
    fc.property(texts, (text) => expect(ipFamily(text)).toBe(isIP(text))),
    { numRuns: 1000 },
  );
});
