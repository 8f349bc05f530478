import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { galleryDoc } from '../../docs/gallery';

test('docs/gallery.md is as npm run docs writes it, and shows a dozen changes and more', () => {
  const text = galleryDoc();
  expect(readFileSync(join(__dirname, '..', '..', 'docs', 'gallery.md'), 'utf8')).toBe(text);
  expect(text.match(/^\$ npx cdk8s-wso2-mi review$/gm)?.length).toBeGreaterThanOrEqual(12);
});
