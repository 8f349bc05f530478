import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const TEMPLATE = resolve('start/template');

/**
 * A repository as `init` makes it, with the fleet of the bench for its program; the library in it is the one that
 * `npm run build` has made here.
 */
export function ownProject(folder: string): string {
  const project = join(folder, 'own');
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  for (const name of ['typescript', '@types', 'cdk8s', 'constructs']) {
    symlinkSync(resolve('node_modules', name), join(project, 'node_modules', name));
  }
  symlinkSync(resolve('.'), join(project, 'node_modules', 'cdk8s-wso2-mi'));
  cpSync(join(TEMPLATE, 'package.json'), join(project, 'package.json'));
  const settings = readFileSync(join(TEMPLATE, 'tsconfig.json'), 'utf8').replace('"main.ts", "test"', '"*.ts"');
  writeFileSync(join(project, 'tsconfig.json'), settings);
  for (const name of ['fleet.ts', 'own.ts', 'own-files.ts']) {
    const text = readFileSync(resolve('bench', name), 'utf8').replace("'../lib'", "'cdk8s-wso2-mi'");
    writeFileSync(join(project, name), text);
  }
  return project;
}

/** What `npm run synth` starts there. */
export function ownCommand(project: string, program: string, ...args: readonly string[]): readonly string[] {
  const start = join(project, 'node_modules', 'cdk8s-wso2-mi', 'start', 'bin.js');
  return ['env', '-C', project, process.execPath, start, 'synth', program, ...args];
}
