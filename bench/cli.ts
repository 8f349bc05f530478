import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { median } from './median';
import { ownProject } from './own-project';
import { run } from './run';

/** What `cdk8s synth` starts where there is nothing to synthesize. */
const EMPTY = `const { App } = require(${JSON.stringify(resolve('node_modules/cdk8s'))});\nnew App().synth();\n`;

/** What the cdk8s CLI takes for a fleet of one unit, and for an app with nothing in it. */
export async function cliTable(folder: string, turns: number): Promise<string[]> {
  const project = ownProject(join(folder, 'cli'));
  cpSync(resolve('start/template/cdk8s.yaml'), join(project, 'cdk8s.yaml'));
  writeFileSync(
    join(project, 'main.ts'),
    "import { Fleet } from 'cdk8s-wso2-mi';\nimport { compose } from './fleet';\nconst fleet = new Fleet();\ncompose(fleet, 1);\nfleet.synth();\n",
  );
  const empty = join(folder, 'empty');
  mkdirSync(join(empty, 'node_modules'), { recursive: true });
  symlinkSync(resolve('node_modules/cdk8s'), join(empty, 'node_modules', 'cdk8s'));
  writeFileSync(join(empty, 'cdk8s.yaml'), 'language: typescript\napp: node main.js\n');
  writeFileSync(join(empty, 'main.js'), EMPTY);
  const cli = (where: string) => [
    ...['env', '-C', where, 'CDK8S_CHECK_UPGRADE=false'],
    ...[process.execPath, resolve('node_modules/cdk8s-cli/bin/cdk8s'), 'synth'],
  ];
  const own: number[] = [];
  const without: number[] = [];
  // The first run compiles and checks the types; of a refusal the CLI tells by its output alone.
  await run(cli(project), false);
  await run(cli(empty), false);
  if (!existsSync(join(project, 'dist', 'unit-0.k8s.yaml'))) {
    throw new Error('the cdk8s CLI must write the unit, got no file of it');
  }
  for (let turn = 0; turn < turns; turn++) {
    own.push((await run(cli(project), false)).wall);
    without.push((await run(cli(empty), false)).wall);
  }
  const ratio = median(own.map((wall, turn) => wall / (without[turn] ?? Number.NaN)));
  return [
    '| `cdk8s synth` of the CLI | wall s | of that of an empty app |',
    '|---|---|---|',
    `| a fleet of one unit | ${median(own).toFixed(2)} | ${ratio.toFixed(2)} |`,
    `| an app with nothing in it | ${median(without).toFixed(2)} | 1.00 |`,
  ];
}
