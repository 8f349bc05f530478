import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles } from './files';

// Writes the generated files of imports/; the script in package.json formats them.
for (const [name, text] of generatedFiles()) {
  const file = join(__dirname, '..', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
