import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlText } from '../../lib/core/yaml-text';

test.each(['-_.3', '-_1', '+_1', '1e-_3', '0o7', '0x_f', '1_000', '12', '.5', '1.', '-1e3'])(
  'the text %s, which some reader takes for a number, is quoted',
  (text) => expect(yamlText({ text })).toBe(`text: "${text}"\n`),
);

test.each(['yes', 'no', 'on', 'null', '~', 'true', '2026-11-23', '1:30'])(
  'the text %s stays a text for YAML 1.1',
  (text) => {
    expect(parse(yamlText({ text }), { version: '1.1' })).toEqual({ text });
    expect(parse(yamlText({ text }), { version: '1.2' })).toEqual({ text });
  },
);

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
    { numRuns: 200 },
  );
});
