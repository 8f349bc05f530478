import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Fleet } from '../lib';
import { compose, unitIds } from './fleet';

/** A program that renders the fleet to one stream. */
export interface Peer {
  readonly name: string;
  /** The command for so many units; nothing where it would take minutes. */
  readonly command: (units: number) => readonly string[] | undefined;
  /** Why there is none. */
  readonly missing?: string;
}

/** Stock cdk8s is quadratic: beyond this it takes minutes. */
const STOCK_UP_TO = 200;

const UNIT = 'unit-0';

/** All programs of the comparison, this one first. Those of others are written into a folder. */
export function peers(folder: string, sizes: readonly number[]): Peer[] {
  const fleet = new Fleet();
  compose(fleet, 1);
  const text = fleet.render().get(`${UNIT}.k8s.yaml`) ?? '';
  return [
    { name: 'this', command: (units) => [resolve('node_modules/.bin/tsx'), resolve('bench/own.ts'), `${units}`] },
    ...cdk8sPeers(folder, text),
    helmPeer(folder, text, sizes),
  ];
}

function cdk8sPeers(folder: string, text: string): Peer[] {
  const objects = parseAllDocuments(text).map((document): unknown => document.toJS());
  // The texts of a unit become templates in its id, as one would write them by hand.
  const literals = JSON.stringify(objects, undefined, 2).replace(/"(?:[^"\\]|\\.)*":?/g, (literal) =>
    literal.includes(UNIT) && !literal.endsWith(':') ? templateOf(literal.slice(1, -1)) : literal,
  );
  const program = (
    main: string,
  ) => `const { ApiObject, App, Chart } = require(${JSON.stringify(resolve('node_modules/cdk8s'))});
const objectsOf = (id) => (${literals});
const ids = Array.from({ length: Number(process.argv[2]) }, (_, index) => \`unit-\${index}\`);
function unit(app, id) {
  const chart = new Chart(app, id);
  objectsOf(id).forEach((object, index) => new ApiObject(chart, \`\${index}\`, object));
}
${main}
`;
  const stock = join(folder, 'stock.js');
  const each = join(folder, 'app-a-chart.js');
  writeFileSync(
    stock,
    program('const app = new App();\nids.forEach((id) => unit(app, id));\nprocess.stdout.write(app.synthYaml());'),
  );
  writeFileSync(
    each,
    program(
      "ids.forEach((id) => {\n  const app = new App();\n  unit(app, id);\n  process.stdout.write('---\\n' + app.synthYaml());\n});",
    ),
  );
  return [
    { name: 'cdk8s', command: (units) => (units > STOCK_UP_TO ? undefined : ['node', stock, `${units}`]) },
    { name: 'cdk8s, an App a chart', command: (units) => ['node', each, `${units}`] },
  ];
}

function templateOf(text: string): string {
  const escaped = text.replaceAll('`', '\\`').replaceAll('${', '\\${');
  return `\`${escaped.replaceAll(UNIT, `\${id}`)}\``;
}

/** One chart that ranges over the units: the best case of Helm. */
function helmPeer(folder: string, text: string, sizes: readonly number[]): Peer {
  const { HELM = 'helm' } = process.env;
  const version = versionOf(HELM);
  if (version === undefined) {
    return { name: 'helm', command: () => undefined, missing: 'no helm on the PATH, nor named by HELM' };
  }
  const chart = join(folder, 'chart');
  mkdirSync(join(chart, 'templates'), { recursive: true });
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: fleet\nversion: 1.0.0\n');
  const template = text.replaceAll('{{', '{{ "{{" }}').replaceAll(UNIT, '{{ . }}');
  writeFileSync(join(chart, 'templates', 'units.yaml'), `{{- range .Values.units }}\n---\n${template}{{- end }}\n`);
  for (const size of sizes) {
    writeFileSync(join(folder, `values-${size}.json`), JSON.stringify({ units: unitIds(size) }));
  }
  return {
    name: `helm ${version}`,
    command: (units) => [HELM, 'template', 'fleet', chart, '--values', join(folder, `values-${units}.json`)],
  };
}

function versionOf(helm: string): string | undefined {
  try {
    return execFileSync(helm, ['version', '--template', '{{ .Version }}'], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}
