import { posix } from 'node:path';
import { MI_CONFIG_VOLUME, MI_HOMES, MI_WORKING_DIRECTORY } from '../release/mi-release';

/** Folders of the image without which no process starts; /opt/java is where the official image keeps its JDK. */
const SYSTEM = [
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/lib',
  '/lib64',
  '/opt/java',
  '/proc',
  '/root',
  '/run',
  '/sbin',
  '/sys',
  '/usr',
  '/var/run',
];

/**
 * Why a volume at `path` would break the container, or `undefined` if it would not: it lies over, or inside, the
 * product's home, the entrypoint, the configuration volume or a folder of the system.
 */
export function brokenByMount(path: string): string | undefined {
  if (!/^(\/[^/\p{Cc}\u2028\u2029:]+)+$/u.test(path) || posix.normalize(path) !== path) {
    return 'be an absolute path on one line without ".", "..", ":" and a "/" at the end';
  }
  const kept: ReadonlyArray<readonly [string, string]> = [
    // A home of another release is a slip after an upgrade: nothing would be where the server looks.
    ...MI_HOMES.map((home): readonly [string, string] => [home, 'the product’s home']),
    [`${MI_WORKING_DIRECTORY}/docker-entrypoint.sh`, 'the entrypoint'],
    [MI_CONFIG_VOLUME, 'the configuration volume'],
    ...SYSTEM.map((folder): readonly [string, string] => [folder, `the system folder ${folder}`]),
  ];
  const hit = kept.find(([folder]) => contains(path, folder) || contains(folder, path));
  return hit === undefined ? undefined : `not hide ${hit[1]}`;
}

function contains(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}
