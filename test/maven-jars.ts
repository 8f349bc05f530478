import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdk8s-wso2-mi');

/** The class path of artifacts of Maven Central, `group:artifact:version`, with all that they need; brought once. */
export function mavenJars(name: string, artifacts: readonly string[]): string {
  const folder = join(CACHE, name);
  const lib = join(folder, 'lib');
  if (!existsSync(lib)) {
    mkdirSync(folder, { recursive: true });
    const pom = join(folder, 'pom.xml');
    writeFileSync(pom, pomOf(artifacts));
    const partial = `${lib}.partial`;
    const copy = ['-B', '-q', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`];
    const { status, stdout, error } = spawnSync('mvn', copy, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} must come by Maven, got ${error?.message ?? stdout}`);
    renameSync(partial, lib);
  }
  return join(lib, '*');
}

function pomOf(artifacts: readonly string[]): string {
  const dependencies = artifacts.map((artifact) => {
    const [group, name, version] = artifact.split(':');
    return `<dependency>${coordinates(group, name, version)}</dependency>`;
  });
  const model = `<modelVersion>4.0.0</modelVersion>${coordinates('x', 'x', '1')}`;
  const all = `${model}<dependencies>${dependencies.join('')}</dependencies>`;
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">${all}</project>`;
}

function coordinates(group = '', name = '', version = ''): string {
  return `<groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version>`;
}
