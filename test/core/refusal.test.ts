import { type Refusal, refuse, sentence, verbatim } from '../../lib/core/refusal';

const about = { prop: 'size', kind: 'tenant', id: 'clinic/orders', must: 'be small' };

test.each<[string, Partial<Refusal>, string]>([
  ['a text in quotes', { got: 'big' }, 'size of tenant "clinic/orders" must be small, got "big"'],
  ['an empty text', { got: '' }, 'size of tenant "clinic/orders" must be small, got ""'],
  ['a line break in one line', { got: 'a\n"b"' }, 'size of tenant "clinic/orders" must be small, got "a\\n\\"b\\""'],
  ['a number', { got: 7 }, 'size of tenant "clinic/orders" must be small, got 7'],
  ['a truth', { got: true }, 'size of tenant "clinic/orders" must be small, got true'],
  ['nothing', { got: undefined }, 'size of tenant "clinic/orders" must be small, got undefined'],
  [
    'words as they stand',
    { got: verbatim('min 3 and max "2"') },
    'size of tenant "clinic/orders" must be small, got min 3 and max "2"',
  ],
  [
    'what to do about it',
    { got: 7, instead: 'take a smaller one' },
    'size of tenant "clinic/orders" must be small, got 7; take a smaller one',
  ],
])('a refusal shows %s', (_what, props, text) => {
  const refusal: Refusal = { ...about, got: undefined, ...props };
  expect(sentence(refusal)).toBe(text);
  expect(() => refuse(refusal)).toThrow(new Error(text));
});
