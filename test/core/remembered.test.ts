import { remembered } from '../../lib/core/remembered';

test('a text that passes is looked at once, any other each time', () => {
  const asked: string[] = [];
  const isShort = remembered((text) => {
    asked.push(text);
    return text.length < 3;
  });
  expect(['a', 'long', 'a', 'long'].map(isShort)).toEqual([true, false, true, false]);
  expect(asked).toEqual(['a', 'long', 'long']);
});
