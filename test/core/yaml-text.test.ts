import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlText } from '../../lib/core/yaml-text';

test.each(['-_.3', '-_1', '+_1', '1e-_3', '0o7', '0x_f', '1_000', '12', '.5', '1.', '-1e3'])(
  'the text %s, which some reader takes for a number, is quoted',
  (text) => expect(yamlText({ text })).toBe(`text: "${text}"\n`),
);

test.each(['y', 'yes', 'n', 'no', 'on', 'off', 'null', '~', 'true', 'false', '2026-11-23', '1:30'])(
  'the text %s stays a text for YAML 1.1',
  (text) => {
    expect(parse(yamlText({ text }), { version: '1.1' })).toEqual({ text });
    expect(parse(yamlText({ text }), { version: '1.2' })).toEqual({ text });
  },
);

test.each(['=', '<<'])(
  'the text %s, which YAML 1.1 readers refuse or merge, is quoted, as a value and as a key',
  (text) => {
    expect(yamlText({ text })).toBe(`text: "${text}"\n`);
    expect(yamlText({ [text]: { a: 1 } })).toBe(`"${text}":\n  a: 1\n`);
    // The package merges quoted keys too, where other readers do as YAML 1.1 says.
    expect(parse(yamlText({ [text]: { a: 1 } }), { version: '1.1', merge: false })).toEqual({ [text]: { a: 1 } });
  },
);

test('any text of the letters and signs that YAML 1.1 means something by stays that text, as a value and as a key', () => {
  const special =
    /^(=|<<|~|null|y|n|yes|no|on|off|true|false|[-+]?\.?(inf|nan)|[-+]?[\d.][\d_.,:xobeE+-]*|\d{4}-\d\d?-\d\d?)$/i;
  const word = fc.constantFrom(
    '=',
    '<<',
    '~',
    'null',
    'y',
    'N',
    'yes',
    'No',
    'on',
    'OFF',
    'true',
    '.inf',
    '.NaN',
    '0x',
    '2001-1-1',
    '1:30',
  );
  const text = fc.oneof(
    fc.stringMatching(/^[-+=<>~.:_0-9xobeEyYnNtTfF]{0,10}$/),
    fc
      .tuple(fc.constantFrom('', '+', '-', ' '), word, fc.constantFrom('', '0', '.', ':00', ' '))
      .map((parts) => parts.join('')),
  );
  let met = 0;
  fc.assert(
    fc.property(text, (value) => {
      met += special.test(value) ? 1 : 0;
      for (const version of ['1.1', '1.2'] as const) {
        expect(parse(yamlText({ value, list: [value], [value]: 1 }), { version, merge: false })).toEqual({
          value,
          list: [value],
          [value]: 1,
        });
      }
    }),
    { numRuns: 200 },
  );
  expect(met).toBeGreaterThan(0);
});

test.each([
  ['a byte order mark', '\ufeff<a/>', '"\\ufeff<a/>"'],
  ['a line separator', 'a\u2028b: c', '"a\\u2028b: c"'],
  ['a paragraph separator', 'a\u2029b', '"a\\u2029b"'],
  ['a next line', 'a\u0085b', '"a\\u0085b"'],
  ['a delete character', 'a\u007fb', '"a\\u007fb"'],
])('%s, which readers take apart in different places, is written by its number', (_, text, written) => {
  expect(yamlText({ text })).toBe(`text: ${written}\n`);
  expect(parse(yamlText({ [text]: [`${text}\n`] }), { version: '1.1' })).toEqual({ [text]: [`${text}\n`] });
  expect(parse(yamlText({ [text]: [`${text}\n`] }), { version: '1.2' })).toEqual({ [text]: [`${text}\n`] });
});

test('a plain word is not quoted', () => {
  expect(yamlText({ text: 'registry.example.com/a_1:1.0.0' })).toBe('text: registry.example.com/a_1:1.0.0\n');
});

test('any object reads back as it was, by YAML 1.1 and 1.2', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z]*$/), fc.jsonValue()), (object) => {
      const json = JSON.parse(JSON.stringify(object));
      expect(parse(yamlText(json), { version: '1.1' })).toEqual(json);
      expect(parse(yamlText(json), { version: '1.2' })).toEqual(json);
    }),
    { numRuns: 60 },
  );
});
