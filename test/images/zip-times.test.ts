import { withoutTimes } from '../../lib/images/zip-times';
import { zipOf } from '../../tools/car';

const ENTRIES = [
  { name: 'artifacts.xml', content: Buffer.from('<artifacts/>') },
  { name: 'Orders_1.0.0/Orders-1.0.0.xml', content: Buffer.from('<api/>') },
];

/** The zip of our tool with another time in each of its records. */
function at(date: number): Buffer {
  const zip = zipOf(ENTRIES);
  for (const [mark, offset] of [
    ['PK\u0003\u0004', 12],
    ['PK\u0001\u0002', 14],
  ] as const) {
    for (let found = zip.indexOf(mark, 0, 'latin1'); found >= 0; found = zip.indexOf(mark, found + 1, 'latin1')) {
      zip.writeUInt16LE(date, found + offset);
    }
  }
  return zip;
}

test('zips of other times are one, which says the first time that a zip can', () => {
  const [one, other] = [at(0x5d7d), at(0x5d7e)];
  expect(one.equals(other)).toBe(false);
  expect(withoutTimes(one)).toEqual(withoutTimes(other));
  expect(withoutTimes(one)).toEqual(zipOf(ENTRIES));
});

test('what is no zip, and an empty one, stay as they are', () => {
  for (const bytes of [Buffer.from('no zip'), zipOf([])]) {
    expect(withoutTimes(bytes)).toEqual(bytes);
  }
});
