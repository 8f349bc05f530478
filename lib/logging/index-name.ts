import { requireThat } from '../core/refusal';

/** Where Fluent Bit puts in a variable; what it takes from a record is known there alone. */
const VARIABLE = /\$\{\w+\}/g;

/**
 * Refuses a name that neither OpenSearch nor Elasticsearch gives an index
 * (https://docs.opensearch.org/docs/latest/api-reference/index-apis/create-index/): each line would be refused and sent again.
 */
export function requireIndexName(kind: string, image: string, index: string): void {
  const name = index.replace(VARIABLE, 'x');
  const open = name.includes('$');
  requireThat(kind, image, [
    ['index', index !== '' && !/[\p{Cc}\u2028\u2029]/u.test(index), 'be text on one line', index],
    ['index', open || name === name.toLowerCase(), 'be in lower case', index, 'a store refuses other names'],
    [
      'index',
      open || !/[\s\\/*?"<>|,#:]/.test(name),
      'have no blank and none of \\ / * ? " < > | , # :',
      index,
      'a store refuses other names',
    ],
    ['index', open || !/^([-_+]|\.{1,2}$)/.test(name), 'not begin with "-", "_" or "+", nor be "." or ".."', index],
    ['index', open || Buffer.byteLength(name) <= 255, 'have at most 255 bytes', index],
  ]);
}
