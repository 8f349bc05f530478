import { SCALARS } from '../../lib/core/schema-complaints';

test.each<[string, string, readonly unknown[], readonly unknown[]]>([
  ['boolean', 'be true or false', [true, false], ['true', 1, null]],
  ['integer', 'be a whole number', [0, -1], [1.5, Number.NaN, Number.POSITIVE_INFINITY, '1']],
  ['int-or-string', 'be a whole number or a text', [1, '25%'], [1.5, true]],
  ['number', 'be a number', [1, 1.5], [Number.NaN, Number.POSITIVE_INFINITY, '1']],
  ['quantity', 'be a quantity such as "250m" and "128Mi"', [1, '250m', '1e3', '.5'], ['1 core', 'm', true]],
  ['string', 'be a text', ['', 'a'], [1, true, null]],
])('what is a %s, and how people say it', (type, words, right, wrong) => {
  const [fits, must] = SCALARS[type] ?? [];
  expect(must).toBe(words);
  expect(right.filter((value) => fits?.(value) !== true)).toEqual([]);
  expect(wrong.filter((value) => fits?.(value) === true)).toEqual([]);
});
