/**
 * Writes generations of files into a folder until it is killed or done, each generation wholly its own: the process that
 * output-folder-races.test.ts kills, and of which it runs two at once.
 */
import { OutputFolder } from '../../lib/fleet/folder/output-folder';

const [path = '', count = '', first = '', times = ''] = process.argv.slice(2);

export const MARK = 'mine';

/** The files of a generation; every other one has one file more, so that files come and go. */
export function* generation(number: number, files: number): Generator<{ name: string; text: string }> {
  for (let index = 0; index < files + (number % 2); index += 1) {
    yield { name: `unit-${index}.k8s.yaml`, text: `# ${MARK}\n# ${number}\n` };
  }
}

/** The folder that the generations are written into. */
export function folderAt(folder: string): OutputFolder {
  const owner = { fleet: 'mi', by: {}, program: 'main.ts', markIn: () => MARK, mayHold: () => false };
  return new OutputFolder(folder, owner);
}

if (path !== '' && require.main === module) {
  for (let number = Number(first); number < Number(first) + Number(times); number += 1) {
    folderAt(path).write(generation(number, Number(count)));
    process.stdout.write(`${number}\n`);
  }
}
