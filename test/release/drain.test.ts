import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT_SECONDS, LEAVE_SECONDS, stopCommand } from '../../lib/release/drain';
import { until } from '../cluster/wait';

test('the hook waits until nobody sends requests any more, and only then stops the server', () => {
  expect(LEAVE_SECONDS).toBe(10);
  expect(stopCommand(180).split('\n')[0]).toBe('sleep 180');
  expect(EXIT_SECONDS).toBe(15);
});

// ---- The hook, run by a real shell against a stand-in of the product.

const HOOK = stopCommand(0);
const KILL_ALL = 'kill -TERM -1';

/** Says whether the hook came through its second branch, where the real command would end the processes of the machine. */
const SECOND_BRANCH = 99;
const HARMLESS_HOOK = HOOK.replaceAll(KILL_ALL, `exit ${SECOND_BRANCH}`);

/** A process namespace of one's own, by root or by a user who may; `undefined` where neither is permitted. */
const NAMESPACE = [
  ['--pid', '--fork', '--mount-proc', '--kill-child'],
  ['--user', '--map-root-user', '--pid', '--fork', '--mount-proc', '--kill-child'],
].find((options) => spawnSync('unshare', [...options, 'sh', '-c', 'test $$ -eq 1'], { timeout: 60_000 }).status === 0);

const BUSYBOX = spawnSync('sh', ['-c', 'command -v busybox'], { encoding: 'utf8' }).stdout.trim();

/** Like the official image: no shell hands a signal on, and `stop` tells the process of the pid file. */
const FILES = {
  'docker-entrypoint.sh': 'sh "$WSO2_SERVER_HOME/bin/micro-integrator.sh"\nexit $?\n',
  'bin/micro-integrator.sh': [
    'home=$(cd "$(dirname "$0")/.." && pwd)',
    'case "$*" in',
    '  stop) kill -term $(cat "$home/wso2carbon.pid"); exit 0 ;;',
    '  *) sh "$home/server.sh"; exit $? ;;',
    'esac',
  ].join('\n'),
  // Drains for longer than any test takes, unless it has no pid file yet.
  'server.sh': [
    'cd "$WSO2_SERVER_HOME"',
    "trap 'echo TERM >> signals; test -e wso2carbon.pid || exit 143' TERM",
    'test -z "$WITH_PID_FILE" || echo $$ > wso2carbon.pid',
    'echo started > started',
    'while :; do sleep 0.02; done',
  ].join('\n'),
};

class Product {
  public readonly home = mkdtempSync(join(tmpdir(), 'drain-'));
  public readonly env: Record<string, string>;
  private entrypoint: ChildProcess | undefined;

  public constructor(shell: 'sh' | 'busybox sh', withPidFile: boolean) {
    mkdirSync(join(this.home, 'bin'));
    for (const [name, text] of Object.entries(FILES)) {
      writeFileSync(join(this.home, name), text);
    }
    const tools = join(this.home, 'tools');
    mkdirSync(tools);
    for (const tool of shell === 'sh' ? [] : ['sh', 'sleep', 'cat', 'dirname']) {
      symlinkSync(BUSYBOX, join(tools, tool));
    }
    this.env = {
      PATH: `${tools}:${process.env.PATH}`,
      WSO2_SERVER_HOME: this.home,
      WITH_PID_FILE: withPidFile ? 'yes' : '',
    };
  }

  public async start(): Promise<ChildProcess> {
    const child = spawn('sh', [join(this.home, 'docker-entrypoint.sh')], { env: this.env, stdio: 'ignore' });
    this.entrypoint = child;
    await until('the start', 60, () => this.read('started') !== '');
    return child;
  }

  /** Runs the hook as the kubelet does. */
  public hook(): number | null {
    // Whatever becomes of the command: this test kills nothing by itself.
    if (HARMLESS_HOOK.includes('kill')) {
      throw new Error('the hook would kill processes of this machine');
    }
    return spawnSync('sh', ['-c', HARMLESS_HOOK], { env: this.env, timeout: 60_000 }).status;
  }

  public signals(): string[] {
    return this.read('signals').split('\n').filter(Boolean);
  }

  public serverRuns(): boolean {
    const pid = this.pid();
    try {
      return pid !== undefined && process.kill(pid, 0);
    } catch {
      return false;
    }
  }

  public remove(): void {
    const pid = this.pid();
    if (pid !== undefined && this.serverRuns()) {
      process.kill(pid, 'SIGKILL');
    }
    this.entrypoint?.kill('SIGKILL');
    rmSync(this.home, { recursive: true, force: true });
  }

  /** The process of the server; nothing that `kill` would take for more than one. */
  private pid(): number | undefined {
    const pid = Number(this.read('wso2carbon.pid'));
    return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
  }

  private read(name: string): string {
    const path = join(this.home, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }
}

describe.each(['sh', 'busybox sh'] as const)('by %s', (shell) => {
  const where = shell === 'sh' || BUSYBOX !== '' ? test : test.skip;
  const inNamespace = NAMESPACE === undefined ? test.skip : where;
  let product: Product | undefined;

  function productOf(withPidFile: boolean): Product {
    product = new Product(shell, withPidFile);
    return product;
  }

  afterEach(() => {
    product?.remove();
    product = undefined;
  });

  where('the hook tells the server once to stop and does not wait for it', async () => {
    const running = productOf(true);
    await running.start();
    expect(running.hook()).toBe(0);
    expect(running.serverRuns()).toBe(true);
    await until('a signal', 60, () => running.signals().length > 0);
    await sleep(60);
    expect(running.signals()).toEqual(['TERM']);
  });

  where('without the hook the server would never hear of it: the shell above it hands no signal on', async () => {
    const running = productOf(true);
    const entrypoint = await running.start();
    const ended = new Promise((resolve) => entrypoint.on('exit', resolve));
    entrypoint.kill('SIGTERM');
    await ended;
    await sleep(60);
    expect(running.serverRuns()).toBe(true);
    expect(running.signals()).toEqual([]);
  });

  where('a server without a pid file is not asked to drain', async () => {
    const running = productOf(false);
    expect(running.hook()).toBe(SECOND_BRANCH);
    writeFileSync(join(running.home, 'wso2carbon.pid'), '');
    expect(running.hook()).toBe(SECOND_BRANCH);
  });

  inNamespace('where nothing has a pid file yet, all of the container is ended', () => {
    const running = productOf(false);
    // Process 1 of the namespace is a shell, as in the image; the hook runs beside it, as the kubelet starts it.
    const container = [
      'test $$ -eq 1 || exit 90',
      'sh "$WSO2_SERVER_HOME/bin/micro-integrator.sh" &',
      'until test -s "$WSO2_SERVER_HOME/started"; do sleep 0.01; done',
      'sh -c "$1"',
      'echo "hook $?"',
      'wait $!',
      'echo "start script $?"',
      // As soon as process 1 is gone, the kernel ends what is left; here it stays to see the signal arrive.
      'until test -s "$WSO2_SERVER_HOME/signals"; do sleep 0.01; done',
    ].join('\n');
    const options = [...(NAMESPACE ?? []), 'sh', '-c', container, 'container', HOOK];
    // unshare ignores SIGTERM; its own end is the end of all that is in the namespace.
    const limits = { timeout: 60_000, killSignal: 'SIGKILL' } as const;
    const { stdout, status } = spawnSync('unshare', options, { env: running.env, encoding: 'utf8', ...limits });
    expect({ stdout, status }).toEqual({ stdout: 'hook 0\nstart script 143\n', status: 0 });
    expect(running.signals()).toEqual(['TERM']);
  });
});
