import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What a command of kubectl ended with. */
export interface KubectlResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command of kubectl is run. */
export interface KubectlOptions {
  /** @default - standard input is empty */
  readonly input?: string;
  /** @default 100 */
  readonly timeoutSeconds?: number;
}

/** kubectl against one cluster, and no other. */
export class Kubectl {
  private readonly site: readonly string[];

  /** The folder keeps what the server said of its kinds; the user's own would mix up servers of one port. */
  constructor(
    private readonly file: string,
    kubeconfig: string,
    folder: string,
  ) {
    this.site = ['--kubeconfig', kubeconfig, '--cache-dir', join(folder, 'kubectl-cache')];
  }

  /** Runs a command and tells how it ended. */
  async run(
    args: readonly string[],
    { input = '', timeoutSeconds = 100 }: KubectlOptions = {},
  ): Promise<KubectlResult> {
    const child = spawn(this.file, [...this.site, ...args], {
      stdio: 'pipe',
      timeout: timeoutSeconds * 1000,
    });
    // A command that fails early closes its input; its exit code says more than the broken pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: typeof code === 'number' ? code : -1, stdout, stderr };
  }

  /** Runs a command that must succeed and gives its output. */
  async ok(args: readonly string[], options: KubectlOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, options);
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')} must succeed, got ${code}: ${stderr.trim()}`);
    return stdout;
  }

  /** Runs a command beside an action, which begins when the command has said something; its input ends with the action. */
  async beside(args: readonly string[], input: string, action: () => Promise<unknown>): Promise<string> {
    const child = spawn(this.file, [...this.site, ...args], { stdio: ['pipe', 'pipe', 'inherit'], timeout: 300_000 });
    const closed = once(child, 'close');
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
    child.stdin.on('error', () => undefined);
    child.stdin.write(input);
    try {
      await Promise.race([once(child.stdout, 'data'), closed]);
      await action();
    } finally {
      child.stdin.end();
    }
    const [code] = await closed;
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')} must succeed, got ${code}`);
    return stdout;
  }

  /** The objects that a `get` answers, as JSON; the caller says what of them it knows. */
  async get<T>(...args: readonly string[]): Promise<T> {
    return JSON.parse(await this.ok(['get', ...args, '-o', 'json'])) as T;
  }

  /** Applies manifests as the suite does it everywhere: on the server, each field validated. */
  async apply(...manifests: readonly (object | string)[]): Promise<string> {
    return this.ok(['apply', '--server-side', '--validate=strict', '-f', '-'], { input: asYaml(manifests) });
  }
}

function asYaml(manifests: readonly (object | string)[]): string {
  return manifests.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n---\n');
}
