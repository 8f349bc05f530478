import { withSharedShapes } from '../tools/shared-shapes';

test('a literal that begins with a spread and has more begins with an empty one, and nothing else of a text changes', () => {
  const text = `#!/usr/bin/env node
const word = 'ä – 😀 { ...not, a: literal }';
const all = { ...one, two: { ...three, ...four }, five: [{ ...six }, { seven, ...eight }] };
const call = of({...nine, ten() { return { ...eleven, twelve: 12 }; }});
const { thirteen, ...rest } = all;
`;
  expect(withSharedShapes(text)).toBe(`#!/usr/bin/env node
const word = 'ä – 😀 { ...not, a: literal }';
const all = { ...null, ...one, two: { ...null, ...three, ...four }, five: [{ ...six }, { seven, ...eight }] };
const call = of({ ...null,...nine, ten() { return { ...null, ...eleven, twelve: 12 }; }});
const { thirteen, ...rest } = all;
`);
});
