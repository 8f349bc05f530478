import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, ran } from '../../lib/core/program';

const ROOT = join(__dirname, '..', '..');

/** What differs from one company to another. */
interface CompanyProps {
  /** Whose pipelines it has. */
  readonly system: 'github' | 'gitlab' | 'jenkins';
  /** Host and port of its registry. */
  readonly registry: string;
  /** The folder that everything of it is in. */
  readonly folder: string;
  /** What a runner has in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** Where a company says that its repository is; git finds it in the folder of the test. */
const REMOTE = 'https://github.com/company/integration.git';

/** A company: a repository that `init` made, its clone on a desk, and programs that a runner has. */
export class Company {
  /** The repository, where the remote leads to. */
  public readonly origin: string;
  /** Checkout of a developer. */
  public readonly desk: string;
  private readonly env: NodeJS.ProcessEnv;

  public constructor(private readonly props: CompanyProps) {
    const { folder, system } = props;
    this.origin = join(folder, 'origin.git');
    this.desk = join(folder, 'desk');
    mkdirSync(join(folder, 'bin'), { recursive: true });
    this.addPrograms();
    this.env = { ...process.env, ...props.env, PATH: this.path, ...this.gitEnv };
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', this.origin]);
    execFileSync('git', ['-C', this.origin, 'config', 'receive.advertisePushOptions', 'true']);
    this.mi(folder, 'init', `--ci=${system}`, this.desk);
    this.adapt();
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('remote', 'add', 'origin', REMOTE);
  }

  /** The programs of a runner before those of this machine. */
  public get path(): string {
    return [join(this.props.folder, 'bin'), this.props.env.PATH ?? process.env.PATH].join(':');
  }

  public at(name: string): string {
    return join(this.desk, name);
  }

  public git(...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: this.desk, env: this.env, encoding: 'utf8' }).trim();
  }

  /** A file as a branch of the repository has it. */
  public file(branch: string, name: string): string {
    return execFileSync('git', ['-C', this.origin, 'show', `${branch}:${name}`], { encoding: 'utf8' });
  }

  /** Replaces words in a file. */
  public change(name: string, from: string | RegExp, to: string): void {
    const before = readFileSync(this.at(name), 'utf8');
    const after = before.replace(from, to);
    if (before === after) throw new Error(`${name} must hold ${from}, got none`);
    writeFileSync(this.at(name), after);
  }

  /** Commits all that changed to a branch, and pushes it. */
  public push(branch: string, message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
    this.git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
  }

  /** Takes what a branch of the repository is now. */
  public pull(branch: string): void {
    this.git('fetch', '--quiet', 'origin');
    this.git('checkout', '--quiet', '--force', '-B', branch, `origin/${branch}`);
  }

  /** What a merge does on the server. */
  public merge(branch: string): void {
    this.git('fetch', '--quiet', 'origin');
    this.git('checkout', '--quiet', '--force', '-B', 'main', 'origin/main');
    this.git('merge', '--quiet', '--squash', `origin/${branch}`);
    this.git('commit', '--quiet', '--message', `merged ${branch}`);
    this.git('push', '--quiet', 'origin', 'main');
  }

  /** Runs a program at the desk, with what a runner has. */
  public run(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return ran('env', ['-C', this.desk, file, ...args], { env: { ...this.env, ...env } });
  }

  private mi(cwd: string, ...args: readonly string[]): void {
    execFileSync(process.execPath, [join(ROOT, 'start/bin.js'), ...args], { cwd, env: this.env, stdio: 'pipe' });
  }

  /** What the company says of itself: its registry, two environments, a lock, and a project that needs no plugin of WSO2. */
  private adapt(): void {
    const { registry } = this.props;
    writeFileSync(this.at('main.ts'), program(registry));
    this.change('images/mi-base/Dockerfile', 'docker.io/wso2/wso2mi', `${registry}/wso2/wso2mi`);
    cpSync(join(__dirname, 'pom.xml'), this.at('images/orders/pom.xml'));
  }

  /** `npm ci` gives what is installed here; all else is asked of npm. */
  private addPrograms(): void {
    const modules = join(this.props.folder, 'modules');
    mkdirSync(join(modules, '.bin'), { recursive: true });
    for (const name of readdirSync(join(ROOT, 'node_modules')).filter((one) => !one.startsWith('.'))) {
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    }
    symlinkSync(ROOT, join(modules, 'cdk8s-wso2-mi'));
    for (const name of ['biome', 'tsc']) {
      symlinkSync(join(ROOT, 'node_modules/.bin', name), join(modules, '.bin', name));
    }
    symlinkSync(join(ROOT, 'start/bin.js'), join(modules, '.bin/cdk8s-wso2-mi'));
    const npm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
    this.addProgram('npm', `[ "$1" = ci ] || exec ${npm} "$@"\nrm -rf node_modules && cp -a ${modules} node_modules`);
  }

  /** Puts a program in the place of one of a runner. */
  public addProgram(name: string, script: string): void {
    writeFileSync(join(this.props.folder, 'bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  /** The configuration of git, of which nothing is of this machine. */
  public get gitEnv(): Readonly<Record<string, string>> {
    const path = join(this.props.folder, 'gitconfig');
    writeFileSync(
      path,
      `[user]\n  name = developer\n  email = developer@example.com\n[url "${this.origin}"]\n  insteadOf = ${REMOTE}\n`,
    );
    return { GIT_CONFIG_GLOBAL: path, GIT_CONFIG_NOSYSTEM: '1' };
  }
}

function program(registry: string): string {
  return `import { BusinessUnit, Fleet, ImageLock, MiBaseImage, MiTenant, Scaling } from 'cdk8s-wso2-mi';

const base = MiBaseImage.fromRegistry('${registry}/integration/mi-base', {
  release: '4.4.0',
  build: 1,
  lock: ImageLock.file('images/lock.json'),
});

const SITES = { staging: { suffix: '-staging', replicas: 1 }, production: { suffix: '', replicas: 2 } };

export const fleet = Fleet.forEach(
  SITES,
  (site, { replicas }) => {
    const retail = new BusinessUnit(site, 'retail', { contact: 'retail-integration@example.com' });
    new MiTenant(retail, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(replicas) });
  },
  { fleet: ({ suffix }) => ({ suffix, kubeContext: 'test' }) },
);

if (require.main === module) {
  fleet.synth();
}
`;
}
