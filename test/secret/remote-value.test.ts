import { type RemoteValue, requireRemoteValue, requireRemoteValues } from '../../lib/secret/remote-value';

const everything: Required<RemoteValue> = {
  key: 'prod/hospital: a "b"#c@d',
  property: 'db.password',
  version: 'AWSCURRENT',
  decode: 'Base64',
};

test('a place may hold any character that a store takes', () => {
  expect(() => requireRemoteValues('data', 'external secret', 'clinic/a', { '.p-_1': everything })).not.toThrow();
});

const PLACE = 'must be one line of text without space around it';

test.each([
  [{ key: '' }, 'key', ''],
  [{ key: ' prod' }, 'key', ' prod'],
  [{ key: 'prod ' }, 'key', 'prod '],
  [{ key: 'a\tb' }, 'key', 'a\\tb'],
  [{ key: 'a', property: '' }, 'property', ''],
  [{ key: 'a', version: '1\n' }, 'version', '1\\n'],
])('the place %j, which no store has, is refused', (value, part, got) => {
  expect(() => requireRemoteValue('data.password', 'external secret', 'clinic/a', value)).toThrow(
    new Error(`data.password.${part} of external secret "clinic/a" ${PLACE}, got "${got}"`),
  );
});

test('a key that no Secret can have is refused', () => {
  expect(() => requireRemoteValues('data', 'CSI secret', 'clinic/a', { 'a b': { key: 'c' } })).toThrow(
    new Error(
      'key of CSI secret "clinic/a" must be letters, digits, "-", "_" and ".", not "." and not beginning with "..", ' +
        'got "a b"',
    ),
  );
});
