import { Document } from 'yaml';
import { RESOLVED, YAML_1_1 } from '../../lib/core/yaml-1-1';

test('what the yaml package takes for more than a text is what it says itself', () => {
  const { tags } = new Document(null, YAML_1_1).schema;
  const resolved = tags.flatMap(({ default: isDefault, test: matcher }) => (isDefault && matcher ? [matcher] : []));
  expect(RESOLVED.map(String)).toEqual(resolved.map(String));
});
