import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A program, or another thing that is built once, by the name and version that its cache folder carries. */
export interface Component {
  /** Such as "kubernetes". */
  readonly component: string;
  /** Such as "1.36.3". */
  readonly version: string;
}

/** The folder that keeps what was built: one folder `<component>-<version>` a component, the files right inside. */
export function cacheFolder(): string {
  const shared = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return process.env.CDK8S_WSO2_MI_CACHE ?? join(shared, 'cdk8s-wso2-mi');
}

/** What a component is called, such as "kubernetes-1.36.3". */
export function nameOf({ component, version }: Component): string {
  return `${component}-${version}`;
}

/** Where a component's file is kept, built or not. */
export function cached(component: Component, file: string): string {
  return join(cacheFolder(), nameOf(component), file);
}

/** The path of a program: out of KUBEBUILDER_ASSETS if that has the wanted minor version, else out of the cache. */
export function findProgram(component: Component, name: string): string | undefined {
  return [assetOf(component, name), cached(component, name)].find((path) => path !== undefined && existsSync(path));
}

/** The path of a program that must be there. */
export function program(component: Component, name: string): string {
  const path = findProgram(component, name);
  if (path === undefined) {
    throw new Error(
      `${name} ${component.version} must be built before it is used, got no file; run test/cluster/build.ts`,
    );
  }
  return path;
}

// What is in KUBEBUILDER_ASSETS never changes within a run, and each question starts a program.
const assets = new Map<string, string | undefined>();

function assetOf({ version }: Component, name: string): string | undefined {
  const folder = process.env.KUBEBUILDER_ASSETS;
  if (folder === undefined) return undefined;
  const key = `${name}-${version}`;
  if (!assets.has(key)) assets.set(key, isMinor(join(folder, name), version) ? join(folder, name) : undefined);
  return assets.get(key);
}

function isMinor(path: string, version: string): boolean {
  if (!existsSync(path)) return false;
  const minor = version.split('.').slice(0, 2).join('.');
  const question = path.endsWith('kubectl') ? ['version', '--client'] : ['--version'];
  const { stdout } = spawnSync(path, question, { encoding: 'utf8', timeout: 10_000 });
  return stdout?.includes(`v${minor}.`) === true || stdout?.includes(` ${minor}.`) === true;
}
