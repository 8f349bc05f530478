import { Size } from 'cdk8s';
import { mebibytesText, wholeMebibytes } from '../../lib/core/whole-mebibytes';

test.each([
  [Size.mebibytes(1), 1],
  [Size.gibibytes(2), 2048],
  [Size.kibibytes(3072), 3],
  [Size.pebibyte(1), 2 ** 30],
])('an amount is told in mebibytes', (amount, mebibytes) => {
  expect(wholeMebibytes('memory', 'size', 'small', amount)).toBe(mebibytes);
});

test.each([
  [1, '1Mi'],
  [1536, '1536Mi'],
  [26_624, '26Gi'],
  [1024 ** 2, '1Ti'],
  [1024 ** 3, '1Pi'],
])('%d mebibytes are written as the server gives them back: %s', (mebibytes, text) => {
  expect(mebibytesText(mebibytes)).toBe(text);
});

test.each([
  [Size.mebibytes(0), '0Mi'],
  [Size.kibibytes(512), '0.5Mi'],
  [Size.mebibytes(Number.NaN), 'NaNMi'],
  [Size.mebibytes(2 ** 30 + 1), '1073741825Mi'],
])('fails for %s', (amount, got) => {
  expect(() => wholeMebibytes('memory', 'size', 'small', amount)).toThrow(
    `memory of size "small" must be a whole number of mebibytes from 1 up to a pebibyte, got ${got}`,
  );
});
