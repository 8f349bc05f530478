import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { plainYaml } from '../../lib/core/plain-yaml';
import { packagedYaml, yamlText } from '../../lib/core/yaml-text';
import { anyCharacters } from '../cluster/odd-texts';
import { namesIn } from '../manifests';

/** Words and signs that YAML has a meaning for somewhere, or that decide how a text is quoted. */
const NASTY = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '\n\n',
    '-',
    '- ',
    '?',
    '? ',
    ':',
    ': ',
    ' #',
    '#',
    '"',
    "'",
    '\\',
    '\\n',
    '%',
    '---',
    '...',
  ],
  ...[
    '@',
    '`',
    '!',
    '&',
    '*',
    '|',
    '>',
    '{',
    '}',
    '[',
    ']',
    ',',
    '~',
    '=',
    '<<',
    '.',
    '+',
    '_',
    '0',
    '1',
    '12',
    '0x1f',
  ],
  ...[
    '0o7',
    '1e3',
    'e5',
    'E-5',
    '1_0',
    '.inf',
    '.NaN',
    '-.3',
    '1:30',
    '2026-11-28',
    '2026-1-2 3:04:05',
    'y',
    'yes',
    'n',
    'No',
    'on',
  ],
  ...[
    'OFF',
    'true',
    'false',
    'null',
    'Null',
    'a',
    'text',
    'ä',
    '\u00a0',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\r',
    '\u0007',
    '\u{1f600}',
  ],
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }).map((parts) => parts.join('')) },
  fc.stringMatching(/^[-+.:_0-9eExobTZyn ]{1,12}$/),
  anyCharacters(8),
  fc.stringMatching(/^[a-z]{1,6}[./-][a-z]{1,6}$/),
);
const leaf = fc.oneof({ weight: 5, arbitrary: text }, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const key = fc.oneof({ weight: 9, arbitrary: fc.stringMatching(/^[a-z]{1,8}([./-][A-Za-z0-9]{1,6})?$/) }, text);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

/** Those of which the writer makes something of its own; the others go to the package as they are. */
function own<T>(values: readonly T[], objectOf: (value: T) => object): T[] {
  return values.filter((value) => plainYaml(objectOf(value)) !== undefined);
}

test('thousands of random objects are byte for byte what the yaml package writes', () => {
  let written = 0;
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true }), { size: 'large' }),
      (all) => {
        const objects = own(all, (object) => ({ object }));
        written += objects.length;
        expect(yamlText({ objects, below: { objects } })).toBe(packagedYaml({ objects, below: { objects } }));
      },
    ),
    { numRuns: Number(process.env.YAML_RUNS ?? 10) },
  );
  expect(written).toBeGreaterThan(300);
});

test('each word and each two of them, as a value and as a key, are what the yaml package writes', () => {
  const words = [...NASTY, ...NASTY.flatMap((one) => NASTY.map((other) => `${one}${other}`))];
  const values = own(words, (word) => ({ word }));
  const keys = Object.fromEntries(own(words, (word) => ({ [word]: 1 })).map((word) => [word, word]));
  expect(values.length).toBeGreaterThan(500);
  expect(Object.keys(keys).length).toBeGreaterThan(50);
  for (const object of [{ values: values.map((value) => ({ value, list: [value] })) }, keys]) {
    expect(yamlText(object)).toBe(packagedYaml(object));
  }
});

test('every object of dist/ is written without the package, and as the package does', () => {
  const manifests = namesIn('dist').filter((name) => name.endsWith('.k8s.yaml'));
  const objects = manifests.flatMap((name) =>
    parseAllDocuments(readFileSync(`dist/${name}`, 'utf8')).map((document): unknown => document.toJS()),
  );
  expect(objects.length).toBeGreaterThan(20);
  for (const object of objects) {
    expect(plainYaml(object)).toBe(packagedYaml(object));
  }
});

test.each([
  ['nothing', undefined],
  ['a date', { at: new Date(0) }],
  ['undefined in it', { a: undefined }],
  ['a Map', { a: new Map([['b', 1]]) }],
  [
    'an object of a class',
    {
      a: new (class Named {
        public readonly b = 1;
      })(),
    },
  ],
  ['a number without end', { a: Number.POSITIVE_INFINITY }],
  ['less than no zero', { a: -0 }],
  ['a big number', { a: 10n }],
  ['an object without anything', {}],
  ['a text', 'text'],
])('%s is left to the package', (_, object) => {
  expect(plainYaml(object)).toBeUndefined();
  expect(yamlText(object)).toBe(packagedYaml(object));
});

test('a list is written without the package, and what has nothing in it is left to the package', () => {
  const list = [{ objectName: 'a', jmesPath: [{ path: 'b' }] }, 'c', [], {}];
  expect(plainYaml(list)).toBe('- objectName: a\n  jmesPath:\n    - path: b\n- c\n- []\n- {}\n');
  expect(packagedYaml(list)).toBe(plainYaml(list));
  expect([[], {}, '', null].map(plainYaml)).toEqual([undefined, undefined, undefined, undefined]);
});

test('what is no plain object is not looked into', () => {
  class Thing {
    readonly me = this;
    toJSON() {
      return 'hi';
    }
  }
  expect(yamlText({ a: new Thing() })).toBe('a: hi\n');
});
