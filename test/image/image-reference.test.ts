import fc from 'fast-check';
import { formatImageReference, parseImageReference, requirePinned } from '../../lib/image/image-reference';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const BASE = 'registry.example.com/integration/mi-base';

test.each([
  ['registry.example.com/a/b:1.0', 'registry.example.com/a/b', '1.0', undefined],
  ['registry:5000/a/b:1.0', 'registry:5000/a/b', '1.0', undefined],
  ['registry:5000/a/b', 'registry:5000/a/b', undefined, undefined],
  [`registry:5000/a/b@${DIGEST}`, 'registry:5000/a/b', undefined, DIGEST],
  [`registry:5000/a/b:1.0@${DIGEST}`, 'registry:5000/a/b', '1.0', DIGEST],
  ['busybox', 'busybox', undefined, undefined],
  ['busybox:1.36', 'busybox', '1.36', undefined],
  [`busybox:1.36@${DIGEST}@sha256:0`, 'busybox', '1.36', `${DIGEST}@sha256:0`],
  ['busybox@', 'busybox', undefined, ''],
])('%s is taken apart', (text, repository, tag, digest) => {
  expect(parseImageReference(text)).toEqual({ repository, tag, digest });
});

const element = fc.stringMatching(/^[a-z0-9]{1,8}([._-][a-z0-9]{1,8})?$/);
const host = fc.stringMatching(/^[a-z0-9]{1,8}(\.[a-z0-9]{1,8}){0,2}(:[0-9]{1,5})?$/);
const reference = fc.record({
  repository: fc
    .tuple(host, fc.array(element, { minLength: 1, maxLength: 3 }))
    .map(([registry, path]) => [registry, ...path].join('/')),
  tag: fc.option(
    fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/).filter((tag) => tag !== 'latest'),
    { nil: undefined },
  ),
  digest: fc.option(
    fc.stringMatching(/^[0-9a-f]{64}$/).map((hex) => `sha256:${hex}`),
    { nil: undefined },
  ),
});

test('what is put together is taken apart again into the same parts', () => {
  fc.assert(
    fc.property(reference, (parts) => {
      expect(parseImageReference(formatImageReference(parts))).toEqual(parts);
    }),
  );
});

test('an image is pinned by its tag or by its digest, and by nothing else', () => {
  fc.assert(
    fc.property(reference, (parts) => {
      const check = () => requirePinned('image', 'orders', parts);
      if (parts.tag === undefined && parts.digest === undefined) {
        expect(check).toThrow(/^tag of image "orders" must name one build, got ""/);
      } else {
        expect(check).not.toThrow();
      }
    }),
  );
});

const MOVING = 'a moving tag changes what runs without changing the manifest, so nothing rolls out or back';

test.each([
  ['no tag and no digest', {}, `tag of base image "mi" must name one build, got ""; ${MOVING}`],
  ['latest', { tag: 'latest' }, `tag of base image "mi" must name one build, got "latest"; ${MOVING}`],
  [
    'latest beside a digest',
    { tag: 'latest', digest: DIGEST },
    `tag of base image "mi" must name one build, got "latest"; ${MOVING}`,
  ],
  [
    'an empty tag',
    { tag: '' },
    'tag of base image "mi" must be letters, digits, "_", "." and "-", at most 128 characters, got ""',
  ],
  [
    'a tag with a plus',
    { tag: '1.0.0+5' },
    'tag of base image "mi" must be letters, digits, "_", "." and "-", at most 128 characters, got "1.0.0+5"',
  ],
  [
    'a tag of 129 characters',
    { tag: 'a'.repeat(129) },
    `tag of base image "mi" must be letters, digits, "_", "." and "-", at most 128 characters, got "${'a'.repeat(129)}"; ` +
      'it has 129; shorten the version or the tag of the base',
  ],
  [
    'a digest that is cut off',
    { digest: 'sha256:0123' },
    'digest of base image "mi" must be "sha256:" and 64 hexadecimal digits, got "sha256:0123"',
  ],
  [
    'a digest in capitals',
    { tag: '1.0', digest: DIGEST.toUpperCase() },
    `digest of base image "mi" must be "sha256:" and 64 hexadecimal digits, got "${DIGEST.toUpperCase()}"`,
  ],
  [
    'an empty digest',
    { tag: '1.0', digest: '' },
    'digest of base image "mi" must be "sha256:" and 64 hexadecimal digits, got ""',
  ],
])('%s does not name one image for ever, and is refused', (_what, parts, message) => {
  expect(() => requirePinned('base image', 'mi', { repository: BASE, ...parts })).toThrow(new Error(message));
});

test('a tag of 128 characters is the longest that is taken', () => {
  expect(() => requirePinned('base image', 'mi', { repository: BASE, tag: 'a'.repeat(128) })).not.toThrow();
});

test('what follows a digest is no part of a name, and is refused', () => {
  const parts = parseImageReference(`${BASE}:4.4.0@${DIGEST}@${DIGEST}`);
  expect(() => requirePinned('base image', 'mi', parts)).toThrow(
    new Error(`digest of base image "mi" must be "sha256:" and 64 hexadecimal digits, got "${DIGEST}@${DIGEST}"`),
  );
});

const REPOSITORY_RULE =
  'must be a registry and a path in lower case, such as "registry.example.com/integration/mi-base"';

test.each([
  ['without a registry', 'mi-base', 'write the registry too'],
  ['that is empty', '', 'write the registry too'],
  ['with a tag in it', `${BASE}:4.4.0`, 'give tag and digest apart from it'],
  ['with a digest in it', `${BASE}@${DIGEST}`, 'give tag and digest apart from it'],
])('a repository %s is refused, with what is to be done about it', (_what, repository, instead) => {
  expect(() => requirePinned('base image', 'mi', { repository, tag: '4.4.0' })).toThrow(
    new Error(`repository of base image "mi" ${REPOSITORY_RULE}, got "${repository}"; ${instead}`),
  );
});

// By its first words only: the advice that follows was not written for these.
test.each([
  ['in capitals', 'registry.example.com/Integration/mi-base'],
  ['with a scheme', 'https://registry.example.com/mi-base'],
  ['with an empty element', 'registry.example.com//mi-base'],
  ['with a "/" at the end', 'registry.example.com/mi-base/'],
])('a repository %s is refused', (_what, repository) => {
  expect(() => requirePinned('base image', 'mi', { repository, tag: '4.4.0' })).toThrow(
    `repository of base image "mi" ${REPOSITORY_RULE}, got "${repository}"; `,
  );
});

test('a repository with a letter that no registry takes is told which', () => {
  const reference = parseImageReference('registry.example.com/büro/mi:1.0.0');
  expect(() => requirePinned('image', 'mi', reference)).toThrow(
    'repository of image "mi" must be a registry and a path in lower case, such as ' +
      '"registry.example.com/integration/mi-base", got "registry.example.com/büro/mi"; leave out "ü"',
  );
});
