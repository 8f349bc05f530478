import { Document, Scalar, type Tags, visit } from 'yaml';

/** As cdk8s writes it: no line is folded, and what YAML 1.1 would misread is quoted. Nothing here is a merge. */
const YAML_1_1 = {
  aliasDuplicateObjects: false,
  customTags: (tags: Tags) => tags.filter((tag) => typeof tag === 'string' || tag.tag !== 'tag:yaml.org,2002:merge'),
  keepUndefined: true,
  lineWidth: 0,
  version: '1.1',
} as const;

/** What kubectl's reader takes for a number once it has dropped the `_`, which the writer does not think of. */
const NUMBER = /^[-+]?(0[xob][0-9a-f]+|\d+|(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?)$/i;

/** What YAML 1.1 has a meaning for beside truth, numbers and dates: the value of a map, and a map to be merged. */
const MEANT = /^(=|<<)$/;

/** Line ends that YAML 1.1 knows and others do not, and a byte order mark: written by their number, all read them alike. */
const UNLIKE = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** An object as YAML, in which every text stays a text for every reader. */
export function yamlText(object: unknown): string {
  const document = new Document(object, YAML_1_1);
  visit(document, {
    Scalar: (_key, scalar) => {
      const { value } = scalar;
      if (typeof value === 'string' && isMisread(value)) {
        scalar.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document.toString(YAML_1_1).replace(UNLIKE, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function isMisread(text: string): boolean {
  return MEANT.test(text) || NUMBER.test(text.replace(/_/g, '')) || text.search(UNLIKE) >= 0;
}
