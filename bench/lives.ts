import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stockProgram } from './cdk8s-peers';
import { ownCommand, ownProject } from './own-project';
import { run } from './run';

/** Units of the smaller and of the larger fleet; what is there besides is in both. */
const SIZES = [200, 600] as const;

const USED = 'const used = () => { globalThis.gc?.(); return process.memoryUsage().heapUsed; };';

/** Composed, and with the first text of the stream, before which all is rendered and judged. */
const OWN = `import { Fleet } from 'cdk8s-wso2-mi';
import { compose } from './fleet';
${USED}
const fleet = new Fleet();
compose(fleet, Number(process.argv[2]));
const composed = used();
const texts = fleet.stream();
texts.next();
console.log(JSON.stringify([composed, used()]));
texts.return('');
`;

const STOCK = `${USED}
const app = new App();
ids.forEach((id) => unit(app, id));
console.log(JSON.stringify([used()]));
app.node.findAll();
`;

/** What stays in memory of a unit, by the heap after a collection; `text` is a unit as it is rendered. */
export async function livesTable(folder: string, text: string): Promise<string[]> {
  const project = ownProject(join(folder, 'lives'));
  writeFileSync(join(project, 'lives.ts'), OWN);
  const stock = stockProgram(join(folder, 'lives.js'), text, STOCK);
  const [composed = 0, judged = 0] = await unitOf((units) => ownCommand(project, 'lives.ts', units));
  const [stockComposed = 0] = await unitOf((units) => [process.execPath, stock, units]);
  return [
    '| what lives | kB a unit |',
    '|---|---|',
    `| composed by stock cdk8s | ${kilobytes(stockComposed)} |`,
    `| composed | ${kilobytes(composed)} |`,
    `| with the objects that the laws look at, before the first text | ${kilobytes(judged)} |`,
  ];
}

async function unitOf(command: (units: string) => readonly string[]): Promise<number[]> {
  const heaps: number[][] = [];
  for (const size of SIZES) {
    const words = command(`${size}`).flatMap((word) => (word === process.execPath ? [word, '--expose-gc'] : [word]));
    heaps.push(JSON.parse((await run(words, true)).text));
  }
  const [small, large = []] = heaps;
  return large.map((bytes, index) => (bytes - (small?.[index] ?? Number.NaN)) / (SIZES[1] - SIZES[0]));
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
