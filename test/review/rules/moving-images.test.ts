import { movingImages } from '../../../lib/review/rules/moving-images';
import { found, plainPods } from '../changes';

const image = (reference: string) => plainPods({}, { image: reference });
const DIGEST = `registry.example.com/a:1@sha256:${'0'.repeat(64)}`;

test.each([
  ['a tag in place of a digest', DIGEST, 'registry.example.com/a:2'],
  ['the tag latest', 'registry.example.com/a:1', 'registry.example.com/a:latest'],
  ['no tag', 'registry.example.com/a:1', 'registry.example.com/a'],
])('%s', (_, before, after) => {
  expect(found(movingImages, image(before), image(after))).toEqual([
    `warning retail/it: an image is named by a tag alone, so two pods may run different contents [app: ${after}]`,
  ]);
});

test('another tag is how it always was, and a digest is better', () => {
  expect(found(movingImages, image('registry.example.com/a:1'), image('registry.example.com/a:2'))).toEqual([]);
  expect(found(movingImages, image('registry.example.com/a:1'), image(DIGEST))).toEqual([]);
});
