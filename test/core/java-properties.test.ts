import { javaProperties } from '../../lib/core/java-properties';

test.each<[string, string, string, string]>([
  ['plain text stands as it is', 'appender.A.name', 'A = b # c: d! e', 'appender.A.name = A = b # c: d! e\n'],
  ['a key keeps what would end it or make it a comment', '#a b=c:d!', 'v', '\\#a\\ b\\=c\\:d\\! = v\n'],
  ['a backslash is doubled', 'a\\b', 'c\\n', 'a\\\\b = c\\\\n\n'],
  ['a value keeps the spaces before and after it', 'a', '  b ', 'a = \\  b \n'],
  ['a value keeps its line breaks and tabs', 'a', 'b\nc\td\r', 'a = b\\u000ac\\u0009d\\u000d\n'],
  ['what is not ASCII is named by its number', 'ü', 'é😀', '\\u00fc = \\u00e9\\ud83d\\ude00\n'],
  ['an empty value stays empty', 'a', '', 'a = \n'],
])('%s', (_law, key, value, text) => {
  expect(javaProperties([[key, value]])).toBe(text);
});

test('the elements of a list stand on a line each, so a review sees which one is new', () => {
  expect(javaProperties(new Map([['loggers', ['a', 'b', 'c']]]))).toBe('loggers = a, \\\n  b, \\\n  c\n');
});
