import { attachedFiles } from '../../../lib/review/rules/attached-files';
import { found, orders } from '../changes';

test('files beside the manifests are named, and are no manifests', () => {
  const before = new Map([
    ...orders(),
    ['dashboards/a.json', '{}'],
    ['logs/b.json', '{}'],
    ['rules/c.rules', 'groups: []'],
  ]);
  const after = new Map([
    ...orders(),
    ['dashboards/a.json', '{"a":1}'],
    ['dashboards/d.json', '{}'],
    ['rules/c.rules', 'groups: []'],
  ]);
  expect(found(attachedFiles, before, after)).toEqual([
    'quiet : files beside the manifests change: load them where they are read [come: dashboards/d.json] [change: dashboards/a.json] [leave: logs/b.json]',
  ]);
  expect(found(attachedFiles, before, before)).toEqual([]);
});
