import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The log4j2 of Debian, and where Maven's stand once they were asked for. */
const DEBIAN = process.env.LOG4J2_JARS ?? '/usr/share/java';
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdk8s-wso2-mi');

/** log4j2 as a class path: Debian's, and those that releases carry (2.12.0 in 1.1, 2.12.1 in 1.2 and 4.0, 2.17.1 from 4.1 to 4.5, 2.25.4 in 4.6). */
export const LOG4J2_VERSIONS = ['debian', '2.12.0', '2.12.1', '2.17.1', '2.25.4'] as const;

/** The JARs of a version; those of Maven Central are fetched once, by Maven. */
export function log4j2Jars(version: (typeof LOG4J2_VERSIONS)[number]): string[] {
  return version === 'debian'
    ? ['log4j-api', 'log4j-core'].map((name) => join(DEBIAN, `${name}.jar`))
    : ['log4j-api', 'log4j-core'].map((name) => fetched(name, version));
}

function fetched(name: string, version: string): string {
  const folder = join(CACHE, `log4j-${version}`);
  const jar = join(folder, `${name}-${version}.jar`);
  if (!existsSync(jar)) {
    mkdirSync(folder, { recursive: true });
    const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
    const asked = [plugin, `-Dartifact=org.apache.logging.log4j:${name}:${version}`, `-DoutputDirectory=${folder}`];
    const { status, stdout, error } = spawnSync('mvn', ['-B', '-q', ...asked], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} ${version} must come by Maven, got ${error?.message ?? stdout}`);
  }
  return jar;
}
