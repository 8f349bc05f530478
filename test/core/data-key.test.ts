import { isDataKey } from '../../lib/core/data-key';

test.each(['a', 'k'.repeat(253), '-', '_', 'a.', 'a..b', '.env', '.dockerconfigjson'])(
  'the key %j is one that Kubernetes takes',
  (key) => {
    expect(isDataKey(key)).toBe(true);
  },
);

test.each(['', 'pass word', 'folder/password', '.', '..', '..data', 'k'.repeat(254), 'a\n'])(
  'the key %j is one that Kubernetes does not take',
  (key) => {
    expect(isDataKey(key)).toBe(false);
  },
);
