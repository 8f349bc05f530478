import fc from 'fast-check';
import { isPlaceIn, pointerParts, pointerTo, reach } from '../../lib/core/json-pointer';

test.each([
  ['/spec', ['spec']],
  ['/spec/replicas', ['spec', 'replicas']],
  ['/metadata/annotations/example.com~1team', ['metadata', 'annotations', 'example.com/team']],
  ['/a~01', ['a~1']],
  ['/', ['']],
])('%s has its parts', (pointer, parts) => {
  expect(pointerParts(pointer)).toEqual(parts);
});

test.each(['', 'spec', 'spec/replicas', '/a~', '/a~2', '#/spec'])('%j is no pointer into an object', (pointer) => {
  expect(pointerParts(pointer)).toBeUndefined();
});

test('any key can be pointed to', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (parts) => {
      expect(pointerParts(pointerTo(parts))).toEqual(parts);
    }),
  );
});

const document = { spec: { containers: [{ name: 'a' }], replicas: null } };

test.each([
  [['spec', 'containers', '0', 'name'], { depth: 4, value: 'a' }],
  [['spec', 'replicas'], { depth: 2, value: null }],
  [['spec', 'replicas', 'x'], { depth: 2, value: null }],
  [['spec', 'containers', '1'], { depth: 2, value: [{ name: 'a' }] }],
  [['spec', 'containers', '00'], { depth: 2, value: [{ name: 'a' }] }],
  [['spec', 'containers', 'length'], { depth: 2, value: [{ name: 'a' }] }],
  [['toString'], { depth: 0, value: document }],
  [['spec', 'containers', '0', 'name', 'length'], { depth: 4, value: 'a' }],
])('%j leads as far as the document goes', (parts, expected) => {
  expect(reach(document, parts)).toEqual(expected);
});

test.each([
  ['0', true],
  ['1', true],
  ['-', true],
  ['2', false],
  ['01', false],
  ['x', false],
  ['', false],
])('%j is a place in a list of one: %s', (part, expected) => {
  expect(isPlaceIn(['a'], part)).toBe(expected);
});
