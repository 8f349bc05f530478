import fc from 'fast-check';

/** How many values are such as everybody writes for one that nobody should; set so that fleets come out mixed. */
const USUAL_FOR_AN_ODD = 240;

/** Mostly the one, now and then the other. */
export function mostly<T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: USUAL_FOR_AN_ODD, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

/** Yes in that many cases of a hundred. */
export function percent(count: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 1, max: 100 }).map((number) => number > 100 - count);
}

const ODD_TEXTS = [
  '',
  ' ',
  'yes',
  'null',
  '~',
  '012',
  '0x1F',
  '0o7',
  '-_.3',
  '-_1',
  '+_1',
  '1e-_3',
  '1e3',
  '1:30',
  '2026-11-23',
  '=',
  '<<',
  'a: b # c',
  '- a',
  '? a',
  '%a',
  '@a',
  '`a',
  '!a',
  '&a',
  '*a',
  '"a',
  "'a",
  '\\n',
  '---',
  '...',
  'a\n---\nkind: b',
  '\n a\n',
  'a \n',
  'a\tb',
  '\ta',
  'a\r\nb',
  'a\u0085b: c',
  'a\u2028b: c',
  'a\u2029kind: c',
  '\ufeffa',
  'a\u0000b',
  'a\u0007b',
  'a\u007fb',
  'a\ud800b',
  '🧪',
];

const codePoint = fc.integer({ min: 0, max: 0x10_ff_ff }).filter((code) => code < 0xd8_00 || code > 0xdf_ff);

/** What every object of JavaScript has already. */
const INHERITED = fc.constantFrom('__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'prototype');

/** Any characters of Unicode, as "binary" strings of fast-check are, which take a second to be made. */
export function anyCharacters(maxLength: number): fc.Arbitrary<string> {
  const characters = fc.array(codePoint, { maxLength }).map((codes) => String.fromCodePoint(...codes));
  return fc.oneof({ weight: 99, arbitrary: characters }, { weight: 1, arbitrary: INHERITED });
}

/** Text of any kind, with what YAML and TOML stumble over. */
export const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('plain', 'https://example.com/api?a=b', '#channel', 'somebody@example.com') },
  { weight: 2, arbitrary: fc.constantFrom(...ODD_TEXTS) },
  { weight: 1, arbitrary: anyCharacters(40) },
);

/** Who is called, mostly. */
export const anyContact = mostly(fc.constantFrom('somebody@example.com', '#channel', '+41 44 123: "a" # b'), anyText);

const oddCount = fc.constantFrom(
  0,
  -1,
  1.5,
  Number.NaN,
  100_000,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 52,
  Number.POSITIVE_INFINITY,
);

/** Counts, mostly in a range. */
export function countFrom(min: number, max: number): fc.Arbitrary<number> {
  return mostly(fc.integer({ min, max }), oddCount);
}

/** Counts, mostly up to 9. */
export const anyCount = countFrom(1, 9);

/** Keys of Secrets and ConfigMaps. */
export const anyKey = mostly(
  fc.stringMatching(/^[a-zA-Z0-9_-][a-zA-Z0-9_.-]{0,8}$/),
  fc.oneof(
    fc.constantFrom('', '.', '..', '..a', '.dockerconfigjson', 'a/b', 'ä', 'k'.repeat(253), 'k'.repeat(254)),
    anyText,
  ),
);
