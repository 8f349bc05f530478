import { Endpoint, LoggingSidecar } from '../../lib';
import { errorOf } from '../manifests';

const image = 'registry.example.com/tools/fluent-bit:5.1.0';
const at = Endpoint.outside('logs.example.com', 9200, ['10.0.0.0/28']);

function said(index: string): string[] {
  const props = { image, at, files: ['audit.log'], index } as const;
  return [errorOf(() => LoggingSidecar.toOpenSearch(props)), errorOf(() => LoggingSidecar.toElasticsearch(props))].map(
    (text) => text.replace(`index of logging sidecar "${image}" must `, ''),
  );
}

test.each([
  'shop-logs',
  '.logs',
  'logs_2026+a.b',
  `mi-\${MI_UNIT}`,
  `\${MI_UNIT}-logs`,
  "$kubernetes['Namespace']",
  'l'.repeat(255),
  'prüfung',
])('an index may be called %j', (index) => {
  expect(said(index)).toEqual(['', '']);
});

const refusedBy = 'a store refuses other names';

test.each([
  ['UPPER Case', `be in lower case, got "UPPER Case"; ${refusedBy}`],
  [`Mi-\${MI_UNIT}`, `be in lower case, got "Mi-\${MI_UNIT}"; ${refusedBy}`],
  ['my logs', `have no blank and none of \\ / * ? " < > | , # :, got "my logs"; ${refusedBy}`],
  ['a:b', `have no blank and none of \\ / * ? " < > | , # :, got "a:b"; ${refusedBy}`],
  ['-logs', 'not begin with "-", "_" or "+", nor be "." or "..", got "-logs"'],
  ['..', 'not begin with "-", "_" or "+", nor be "." or "..", got ".."'],
  ['', 'be text on one line, got ""'],
  ['a\n[OUTPUT]', 'be text on one line, got "a\\n[OUTPUT]"'],
])('fails when an index is called %j, which no store takes', (index, message) => {
  expect(said(index)).toEqual([message, message]);
});

test('fails when the name of an index has more than 255 bytes', () => {
  expect(said('ü'.repeat(128))[0]).toMatch(/^have at most 255 bytes, got "ü/);
});
