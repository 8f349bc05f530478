import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { run } from '../../lib/cli';
import type { Shell } from '../../lib/core/shell';
import { program } from './build/cache';
import type { Cluster } from './cluster';
import { KUBERNETES } from './versions';

const ROOT = join(__dirname, '..', '..');

/** What a command ended with, and what it said. */
export interface Told {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly told: Promise<Told>;
}

/** The command line of this library on the files of a folder, and on one cluster. */
export class DeployCli {
  /** Where the files are. */
  public readonly dist: string;

  public constructor(private readonly cluster: Cluster) {
    this.dist = join(cluster.folder, 'company', 'dist');
    Object.assign(process.env, this.env);
  }

  /** Puts files in the place of those of before. */
  public write(files: ReadonlyMap<string, string>): void {
    rmSync(this.dist, { recursive: true, force: true });
    mkdirSync(this.dist, { recursive: true });
    for (const [name, content] of files) writeFileSync(join(this.dist, name), content);
  }

  /** Starts a command as a program of its own, so that it can be killed, and has no terminal. */
  public start(...args: readonly string[]): Running {
    const file = join(ROOT, 'node_modules/.bin/tsx');
    const child = spawn(file, [join(ROOT, 'lib/cli.ts'), ...this.here(args)], {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const told = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
      ([out, err, [code]]) => ({ code: typeof code === 'number' ? code : null, out, err }),
    );
    return { child, told };
  }

  /** Runs a command to its end. */
  public async run(...args: readonly string[]): Promise<Told> {
    const [out, err]: [string[], string[]] = [[], []];
    const stream = (texts: string[]) => ({ isTTY: false as const, write: (text: string) => texts.push(text) > 0 });
    const shell: Shell = { stdout: stream(out), stderr: stream(err), env: {}, exitCode: 0 };
    await run(this.here(args), shell);
    return { code: Number(shell.exitCode), out: out.join(''), err: err.join('') };
  }

  /** Deploys without being asked, with little patience. */
  public deploy(...args: readonly string[]): Promise<Told> {
    return this.run('deploy', '--yes', '--patience=2', '--timeout=90', ...args);
  }

  private here([command = '', ...args]: readonly string[]): string[] {
    return [command, `--environment=${this.dist}`, ...args];
  }

  private get env(): Readonly<Record<string, string>> {
    const PATH = [dirname(program(KUBERNETES.newest, 'kubectl')), process.env.PATH].join(':');
    return { PATH, KUBECONFIG: this.cluster.kubeconfig, KUBECACHEDIR: join(this.cluster.folder, 'kubectl-cache') };
  }
}

/** Kills a command and all that it has started, as a machine that goes down does, as soon as it says something. */
export async function killedAt({ child, told }: Running, words: RegExp): Promise<boolean> {
  let said = '';
  let killed = false;
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk;
    if (!killed && child.pid !== undefined && words.test(said)) {
      killed = true;
      process.kill(-child.pid, 'SIGKILL');
    }
  });
  await told;
  return killed;
}
