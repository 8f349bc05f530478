import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What tells sources of ours apart: another text in any file of these folders is another digest. */
export function digestOf(...folders: readonly string[]): string {
  const texts = folders.flatMap((folder) =>
    readdirSync(folder).map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`),
  );
  return createHash('sha256').update(texts.sort().join('\n')).digest('hex').slice(0, 10);
}
