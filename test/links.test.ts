import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(__dirname, '..');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];
const tests = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).map((path) => basename(path));

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');

  test('leads to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(#[^)\s]*)?\)/g)].map(([, link = '']) => link);
    const missing = links.filter((link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(document), link)));
    expect(missing).toEqual([]);
  });

  test('leads to headings that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]*)#([^)\s]+)\)/g)].filter(([, link = '']) => !/^https?:/.test(link));
    const missing = links.filter(([, link = '', anchor = '']) => {
      const target = link === '' ? text : readFileSync(join(root, dirname(document), link), 'utf8');
      return !headings(target).includes(anchor);
    });
    expect(missing.map(([whole]) => whole)).toEqual([]);
  });

  test('names no test and no source that is gone', () => {
    const names = [...text.matchAll(/`([\w./-]+\.(?:ts|md|js|txt))`/g)].map(([, name = '']) => name);
    const there = (name: string) => existsSync(join(root, name)) || tests.includes(basename(name));
    expect([...new Set(names)].filter((name) => !there(name))).toEqual([]);
  });
});

/** The anchors of the headings of a document, as GitHub makes them. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
