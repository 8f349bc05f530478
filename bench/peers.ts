import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Fleet } from '../lib';
import { compose, unitIds } from './fleet';
import { ownCommand, ownProject } from './own-project';

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

/** kustomize is quadratic too. */
const KUSTOMIZE_UP_TO = 100;

const UNIT = 'unit-0';

/** All programs of the comparison, this one first. Those of others are written into a folder. */
export function peers(folder: string, sizes: readonly number[]): Peer[] {
  const fleet = new Fleet();
  compose(fleet, 1);
  const text = fleet.render().get(`${UNIT}.k8s.yaml`) ?? '';
  const project = ownProject(folder);
  return [
    { name: 'this', command: (units) => ownCommand(project, 'own.ts', `${units}`) },
    ...cdk8sPeers(folder, text),
    helmPeer('helm 3', process.env.HELM3 ?? built('helm-3'), folder, text, sizes),
    helmPeer('helm 4', process.env.HELM4 ?? built('helm-4'), folder, text, sizes),
    jsonnetPeer(folder, text),
    kustomizePeer(folder, text, sizes),
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
function helmPeer(name: string, helm: string, folder: string, text: string, sizes: readonly number[]): Peer {
  const version = saidBy(helm, 'version', '--template', '{{ .Version }}');
  if (version === undefined) {
    return { name, command: () => undefined, missing: `no ${name} at ${helm}` };
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
    command: (units) => [helm, 'template', 'fleet', chart, '--values', join(folder, `values-${units}.json`)],
  };
}

/** A function of the unit, and a comprehension over the units. */
function jsonnetPeer(folder: string, text: string): Peer {
  const { JSONNET = 'jsonnet' } = process.env;
  const version = saidBy(JSONNET, '--version');
  if (version === undefined) {
    return { name: 'jsonnet', command: () => undefined, missing: 'no jsonnet on the PATH, nor named by JSONNET' };
  }
  const program = join(folder, 'fleet.jsonnet');
  const objects = JSON.stringify(
    parseAllDocuments(text).map((document): unknown => document.toJS()),
    undefined,
    2,
  ).replace(/"(?:[^"\\]|\\.)*"/g, (literal) =>
    literal.includes(UNIT) ? `(${literal.split(UNIT).join('" + id + "')})` : literal,
  );
  writeFileSync(
    program,
    `local unit(id) = ${objects.replace(/\((".*")\):/g, '[$1]:')};\nfunction(count) std.flattenArrays([unit('unit-' + i) for i in std.range(0, count - 1)])\n`,
  );
  return {
    name: `jsonnet ${/v[\d.]+/.exec(version)?.[0] ?? ''}`,
    command: (units) => [JSONNET, '--yaml-stream', '--tla-code', `count=${units}`, program],
  };
}

/** A base for what all units have, an overlay a unit: kustomize knows no loop, so each is a folder of its own. */
function kustomizePeer(folder: string, text: string, sizes: readonly number[]): Peer {
  const { KUSTOMIZE = 'kustomize' } = process.env;
  const version = saidBy(KUSTOMIZE, 'version');
  if (version === undefined) {
    return { name: 'kustomize', command: () => undefined, missing: 'no kustomize on the PATH, nor named by KUSTOMIZE' };
  }
  for (const size of sizes.filter((one) => one <= KUSTOMIZE_UP_TO)) {
    const top = join(folder, `kustomize-${size}`);
    for (const id of unitIds(size)) {
      mkdirSync(join(top, id), { recursive: true });
      // What depends on the unit is in many texts, which no transformer of names reaches: each has its own resources.
      writeFileSync(join(top, id, 'unit.yaml'), text.replaceAll(UNIT, id));
      writeFileSync(join(top, id, 'kustomization.yaml'), 'resources: [unit.yaml]\n');
    }
    writeFileSync(join(top, 'kustomization.yaml'), `resources: ${JSON.stringify(unitIds(size))}\n`);
  }
  return {
    name: `kustomize ${version.trim()}`,
    command: (units) =>
      units > KUSTOMIZE_UP_TO ? undefined : [KUSTOMIZE, 'build', join(folder, `kustomize-${units}`)],
  };
}

/** What the suite of the cluster has built. */
function built(name: string): string {
  const cache = process.env.CDK8S_WSO2_MI_CACHE ?? join(homedir(), '.cache', 'cdk8s-wso2-mi');
  const folder = existsSync(cache) ? readdirSync(cache).find((one) => one.startsWith(`${name}.`)) : undefined;
  return join(cache, folder ?? name, 'helm');
}

function saidBy(program: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}
