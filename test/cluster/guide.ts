import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** The one block of shell in a document that has these words; `documented-commands.test.ts` sees the blocks that nobody takes. */
export function blockOf(document: string, words: string): string {
  const blocks = blocksIn(readFileSync(join(ROOT, document), 'utf8')).filter((block) => block.includes(words));
  const [found, ...others] = blocks;
  if (found === undefined || others.length > 0) throw new Error(`${document} must have one block with "${words}"`);
  return found;
}

/** The first command in the running text of a document that has these words. */
export function commandOf(document: string, words: string): string {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const [, found] = new RegExp(`\`(kubectl [^\`]*${words}[^\`]*)\``).exec(text) ?? [];
  if (found === undefined) throw new Error(`${document} must have a command with "${words}"`);
  return found;
}

/** All blocks of shell in a document. */
export function blocksIn(text: string): string[] {
  return [...text.matchAll(/```(?:sh|console|bash)\n([\s\S]*?)```/g)].map(([, block = '']) => block);
}
