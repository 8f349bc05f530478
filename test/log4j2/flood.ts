import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MiRelease } from '../../lib/release/mi-release';
import { LOG4J2_VERSIONS, log4j2Jars } from './jars';

type Version = (typeof LOG4J2_VERSIONS)[number];

/** The release whose file a log4j2 reads. */
const OF: Readonly<Record<Version, MiRelease>> = {
  debian: '4.4.0',
  '2.12.0': '1.1.0',
  '2.12.1': '4.0.0',
  '2.17.1': '4.5.0',
  '2.25.4': '4.6.0',
};

/** Each log4j2 with the release whose file it reads. */
export const REAL = LOG4J2_VERSIONS.map((version) => [version, OF[version]] as const);

/** Compiles Flood into `folder`, and gives the class path to run it by. */
export function compiledFlood(version: Version, folder: string): string {
  const jars = log4j2Jars(version).join(':');
  const sources = ['Speak.java', 'Flood.java'].map((name) => join(__dirname, name));
  const { status, stderr } = spawnSync('javac', ['-encoding', 'UTF-8', '-cp', jars, '-d', folder, ...sources]);
  if (status !== 0) throw new Error(`Flood must compile, got ${stderr}`);
  return `${jars}:${folder}`;
}

/** What a flood is told. */
export interface FloodOrder {
  readonly version: Version;
  /** Its log folder is `logs` in it. */
  readonly folder: string;
  /** The text of its log4j2.properties. */
  readonly log4j2: string;
  readonly events: number;
  /** Events between two pauses of a millisecond; 0 is without. */
  readonly pause: number;
  /** One of so many events has a stack trace of two thousand lines, some 70 KiB. @default - none */
  readonly deep?: number;
  readonly loggers: readonly string[];
}

/** The command that says many hostile things to the real log4j2 with the rendered file. */
export function floodCommand(order: FloodOrder): readonly [file: string, ...args: string[]] {
  const { version, folder, log4j2, events, pause, deep = 0, loggers } = order;
  const properties = join(folder, 'log4j2.properties');
  writeFileSync(properties, log4j2);
  const logs = join(folder, 'logs');
  const ofCarbon = join(folder, 'repository', 'logs');
  mkdirSync(logs, { recursive: true });
  mkdirSync(join(ofCarbon, '..'), { recursive: true });
  // Where earlier releases write, below carbon.home.
  if (!existsSync(ofCarbon)) symlinkSync(logs, ofCarbon);
  const homes = [
    `-Dcarbon.home=${folder}`,
    `-Dlogfiles.home=${logs}`,
    '-Xss8m',
    '-Xmx256m',
    '-XX:MaxJavaStackTraceDepth=4096',
  ];
  const path = compiledFlood(version, folder);
  return ['java', ...homes, '-cp', path, 'Flood', properties, `${events}`, `${pause}`, `${deep}`, ...loggers];
}
