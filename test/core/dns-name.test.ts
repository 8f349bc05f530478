import {
  DNS_LABEL_MAX,
  isDnsLabel,
  isDnsSubdomain,
  isObjectName,
  isPortName,
  notObjectName,
  PORT_NAME_MAX,
  STATEFUL_SET_NAME_MAX,
} from '../../lib/core/dns-name';
import { sentence } from '../../lib/core/refusal';

test.each([
  // name, label, subdomain, name of every kind of object
  ['orders', true, true, true],
  ['a', true, true, true],
  ['lab-results-2', true, true, true],
  ['a--b', true, true, true],
  ['2fa', true, true, false],
  ['7', true, true, false],
  ['orders.example.com', false, true, false],
  ['10.20.0.5', false, true, false],
  ['', false, false, false],
  ['-orders', false, false, false],
  ['orders-', false, false, false],
  ['Orders', false, false, false],
  ['lab_results', false, false, false],
  ['lab results', false, false, false],
  ['orders\n', false, false, false],
  ['bücher', false, false, false],
  ['.orders', false, false, false],
  ['orders.', false, false, false],
  ['orders..example', false, false, false],
  ['orders.-example', false, false, false],
])('%j: a DNS label %s, a DNS subdomain %s, the name of an object %s', (name, label, subdomain, object) => {
  expect([isDnsLabel(name), isDnsSubdomain(name), isObjectName(name)]).toEqual([label, subdomain, object]);
});

test.each([
  ['label', DNS_LABEL_MAX, 63],
  ['StatefulSet', STATEFUL_SET_NAME_MAX, 52],
  ['port of a container', PORT_NAME_MAX, 15],
])('the name of a %s ends where Kubernetes ends it', (_of, max, characters) => {
  expect(max).toBe(characters);
  expect([isDnsLabel('a'.repeat(characters), max), isDnsLabel('a'.repeat(characters + 1), max)]).toEqual([true, false]);
  expect([isObjectName('a'.repeat(characters), max), isObjectName('a'.repeat(characters + 1), max)]).toEqual([
    true,
    false,
  ]);
});

test('a label without a limit of its own ends at 63 characters, a subdomain at 253', () => {
  expect([isDnsLabel('a'.repeat(63)), isDnsLabel('a'.repeat(64))]).toEqual([true, false]);
  expect([isObjectName('a'.repeat(63)), isObjectName('a'.repeat(64))]).toEqual([true, false]);
  expect([isDnsSubdomain('a'.repeat(253)), isDnsSubdomain('a'.repeat(254))]).toEqual([true, false]);
});

test.each([
  ['http', true],
  ['ws-1', true],
  ['1st', true],
  ['n'.repeat(15), true],
  ['n'.repeat(16), false],
  // A port of a Service may not lend its name to a container: the article's has 18 characters.
  ['pass-through-https', false],
  ['2575', false],
  ['a--b', false],
  ['-a', false],
  ['HL7', false],
  ['', false],
])('a port of a container may be named %j: %s', (name, isOne) => {
  expect(isPortName(name)).toBe(isOne);
});

test.each([
  [
    'Lab_Results',
    63,
    'id of tenant "clinic/x" must be lower-case letters, digits and "-", begin with a letter, not end with "-", ' +
      'and have at most 63 characters, got "Lab_Results"',
  ],
  [
    'a'.repeat(53),
    52,
    'id of tenant "clinic/x" must be lower-case letters, digits and "-", begin with a letter, not end with "-", ' +
      `and have at most 52 characters, got "${'a'.repeat(53)}"; it has 53; shorten it`,
  ],
])('the refusal of %s says the rule, and the length where it is the length', (name, max, message) => {
  expect(sentence(notObjectName('id', 'tenant', 'clinic/x', name, max))).toBe(message);
});
