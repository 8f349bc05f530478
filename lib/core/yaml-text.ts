import { Document, Scalar, visit } from 'yaml';

/** As cdk8s writes it: no line is folded, and what YAML 1.1 would misread is quoted. */
const YAML_1_1 = { aliasDuplicateObjects: false, keepUndefined: true, lineWidth: 0, version: '1.1' } as const;

/** What kubectl's reader takes for a number once it has dropped the `_`, which the writer does not think of. */
const NUMBER = /^[-+]?(0[xob][0-9a-f]+|\d+|(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?)$/i;

/** An object as YAML, in which every text stays a text for every reader. */
export function yamlText(object: unknown): string {
  const document = new Document(object, YAML_1_1);
  visit(document, {
    Scalar: (_key, scalar) => {
      const { value } = scalar;
      if (typeof value === 'string' && NUMBER.test(value.replace(/_/g, ''))) {
        scalar.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document.toString(YAML_1_1);
}
