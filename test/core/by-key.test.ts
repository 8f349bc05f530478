import { groupBy, repeats } from '../../lib/core/by-key';

const WORDS = ['pear', 'apple', 'plum', 'avocado', 'peach'];
const initial = (word: string) => word[0];

test('items of one key stay together, keys and items in the order in which they came', () => {
  expect([...groupBy(WORDS, initial)]).toEqual([
    ['p', ['pear', 'plum', 'peach']],
    ['a', ['apple', 'avocado']],
  ]);
  expect([...groupBy([], initial)]).toEqual([]);
});

test('whatever comes again is told with the first of its key, in the order in which it came', () => {
  expect(repeats(WORDS, initial)).toEqual([
    ['plum', 'pear'],
    ['avocado', 'apple'],
    ['peach', 'pear'],
  ]);
  expect(repeats(['pear', 'apple'], initial)).toEqual([]);
});
