import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type Peer, UNIT } from './peer';

/** Stock cdk8s is quadratic: beyond this it takes many minutes. */
const STOCK_UP_TO = 2000;

/** Writes a program on stock cdk8s that has the objects of so many units, and gives its path. */
export function stockProgram(path: string, text: string, main: string): string {
  const objects = parseAllDocuments(text).map((document): unknown => document.toJS());
  // The texts of a unit become templates in its id, as one would write them by hand.
  const literals = JSON.stringify(objects, undefined, 2).replace(/"(?:[^"\\]|\\.)*":?/g, (literal) =>
    literal.includes(UNIT) && !literal.endsWith(':') ? templateOf(literal.slice(1, -1)) : literal,
  );
  writeFileSync(
    path,
    `const { ApiObject, App, Chart } = require(${JSON.stringify(resolve('node_modules/cdk8s'))});
const [count, outdir] = process.argv.slice(2);
const objectsOf = (id) => (${literals});
const ids = Array.from({ length: Number(count) }, (_, index) => \`unit-\${index}\`);
function unit(app, id) {
  const chart = new Chart(app, id);
  objectsOf(id).forEach((object, index) => new ApiObject(chart, \`\${index}\`, object));
}
${main}
`,
  );
  return path;
}

/** Stock cdk8s, and what its experts make of it: an App a chart, so that no chart looks through all others. */
export function cdk8sPeers(folder: string, text: string): Peer[] {
  const write = (name: string, main: string) => stockProgram(join(folder, name), text, main);
  const stock = write(
    'stock.js',
    `const app = new App({ outdir });
ids.forEach((id) => unit(app, id));
outdir === undefined ? process.stdout.write(app.synthYaml()) : app.synth();`,
  );
  const each = write(
    'app-a-chart.js',
    `ids.forEach((id) => {
  const app = new App({ outdir });
  unit(app, id);
  outdir === undefined ? process.stdout.write('---\\n' + app.synthYaml()) : app.synth();
});`,
  );
  const command = (path: string, units: number, ...rest: readonly string[]) => ['node', path, `${units}`, ...rest];
  const small = <T>(units: number, words: T) => (units > STOCK_UP_TO ? undefined : words);
  return [
    {
      name: 'cdk8s',
      limit: `up to ${STOCK_UP_TO} units, since it is quadratic`,
      stream: (units) => small(units, command(stock, units)),
      files: (units, out) => small(units, command(stock, units, out)),
    },
    {
      name: 'cdk8s, an App a chart',
      stream: (units) => command(each, units),
      files: (units, out) => command(each, units, out),
    },
  ];
}

function templateOf(text: string): string {
  const escaped = text.replaceAll('`', '\\`').replaceAll('${', '\\${');
  return `\`${escaped.replaceAll(UNIT, `\${id}`)}\``;
}
