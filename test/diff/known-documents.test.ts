import { type Manifest, parseKnown, parseManifests } from '../../lib/diff/manifest';

const one = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\ndata:\n  text: |\n    a\n    ---\n    b\n';
const two = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: two\n';

test('a document that stands in two texts is parsed once, and each text is what it is by itself', () => {
  const known = new Map<string, readonly Manifest[]>();
  const before = parseKnown('a', `# head\n${two}---\n${one}`, known);
  const after = parseKnown('a', `# another head\n${two}---\n${one}`, known);
  expect(before).toEqual(parseManifests('a', `${two}---\n${one}`));
  expect(after).toEqual(before);
  expect(after[1]).toBe(before[1]);
});

test('what is wrong is told by its place in the whole text', () => {
  const wrong = `${one}---\n${two}spec: [\n---\n${two}`;
  const told = (parse: () => unknown) => {
    try {
      return parse();
    } catch (error) {
      return String(error);
    }
  };
  const said = told(() => parseManifests('a', wrong));
  expect(said).toContain('must be YAML');
  expect(told(() => parseKnown('a', wrong, new Map()))).toBe(said);
});

test('a directive is read with the document after it', () => {
  const text = `%YAML 1.1\n---\n${two}`;
  expect(parseKnown('a', text, new Map())).toEqual(parseManifests('a', text));
});
