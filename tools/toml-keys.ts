import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MI_RELEASES } from '../lib/release/mi-release';

/**
 * Writes `imports/toml-keys.ts`: which key of `deployment.toml` each release reads. Its argument is a file of tab-separated
 * rows "release, key, who reads it", read out of the product's templates, mappings and sources; `[]` stands for the
 * items of a list, `*` for any name.
 */
const [, , file = ''] = process.argv;
const RELEASES = Object.keys(MI_RELEASES);

/**
 * Rows that say less than is known: what reads a pool of connections are the fields of RDBMSConfiguration.java, and of a
 * resolver of tasks RoundRobinResolver.java and TaskNodeResolver.java; the stores of `keystore.secondary` are read whole.
 */
const TIGHTER: Readonly<Record<string, readonly string[]>> = {
  'datasource[].pool_options.*': (
    'abandonWhenPercentageFull accessToUnderlyingConnectionAllowed alternateUsernameAllowed commitOnReturn ' +
    'connectionProperties defaultAutoCommit defaultCatalog defaultReadOnly defaultTransactionIsolation fairQueue ' +
    'initSQL initialSize jdbcInterceptors jmxEnabled logAbandoned maxActive maxAge maxIdle maxWait ' +
    'minEvictableIdleTimeMillis minIdle numTestsPerEvictionRun removeAbandoned removeAbandonedTimeout ' +
    'rollbackOnReturn suspectTimeout testOnBorrow testOnReturn testWhileIdle timeBetweenEvictionRunsMillis useEquals ' +
    'validationInterval validationQuery validationQueryTimeout validatorClassName'
  )
    .split(' ')
    .map((name) => `datasource[].pool_options.${name}`),
  'task_resolver[].*': ['task_resolver[].task_server_count', 'task_resolver[].task_nodes'],
  'keystore.secondary': ['keystore.secondary[].*'],
};

/** The numbers of the releases that read each key. */
const readers = new Map<string, Set<number>>();
for (const line of readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)) {
  const [release = '', row = ''] = line.split('\t');
  const index = RELEASES.indexOf(release);
  const key = row.replaceAll('.toList()', '');
  for (const known of TIGHTER[key] ?? [key]) {
    readers.set(known, (readers.get(known) ?? new Set()).add(index));
  }
}

/** A key that is a table or a list in a release is known by what is in it. */
function isWhole(key: string, index: number): boolean {
  return [...readers].some(
    ([other, releases]) => releases.has(index) && (other.startsWith(`${key}.`) || other.startsWith(`${key}[`)),
  );
}

/** Names of keys under `<table> <first release>-<last release>`. */
const lines = new Map<string, string[]>();
for (const [key, releases] of [...readers].sort(([one], [other]) => (one < other ? -1 : 1))) {
  const indexes = [...releases].filter((index) => !isWhole(key, index)).sort((one, other) => one - other);
  const [first] = indexes;
  if (first !== undefined) {
    const last = first + indexes.length - 1;
    if (last !== indexes.at(-1)) {
      throw new Error(`${key} is read, not read, and read again`);
    }
    const dot = key.lastIndexOf('.');
    const since = (RELEASES[first] ?? '').replace(/\.0$/, '');
    const until = last === RELEASES.length - 1 ? '' : (RELEASES[last] ?? '').replace(/\.0$/, '');
    const head = `${key.slice(0, Math.max(dot, 0)) || '.'} ${since}-${until}`;
    lines.set(head, [...(lines.get(head) ?? []), key.slice(dot + 1)]);
  }
}

/** A head with its names, broken into lines. */
function wrapped([head, names]: readonly [string, readonly string[]]): string[] {
  const rows = [head];
  for (const name of names) {
    const row = rows.at(-1) ?? '';
    if (row.length + name.length < 118) {
      rows[rows.length - 1] = `${row} ${name}`;
    } else {
      rows.push(`${head} ${name}`);
    }
  }
  return rows;
}

const text = `/**
 * Which key of deployment.toml each release of Micro Integrator reads: a table, the first and the last release ("4.2-":
 * up to the newest), and its keys; \`[]\` stands for the items of a list, \`*\` for any name. Written by
 * \`npm run toml-keys -- <file>\` out of rows "release, key, who reads it"; do not edit.
 */
export const TOML_TABLE = \`
${[...lines].flatMap(wrapped).join('\n')}
\`;
`;
writeFileSync(join(__dirname, '..', 'imports', 'toml-keys.ts'), text);
