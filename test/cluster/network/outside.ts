import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { RealNode } from '../node';
import { OwnedProcess } from '../owned-process';
import { ENDS, PORT_ARGUMENTS } from './ends';

const NODE_SIDE = '10.254.0.1';
const OUTER_SIDE = '10.254.0.2';

/** Addresses that are no pod's, in a network namespace of their own behind the node. */
export class Outside {
  /** Gives it these addresses, and listens on all of them. */
  static async start(node: RealNode, addresses: readonly string[]): Promise<Outside> {
    const log = join(node.folder, 'outside.log');
    const holder = { name: 'the outside', file: 'unshare', args: ['--net', 'sleep', 'infinity'], log };
    const outside = new Outside(OwnedProcess.start(holder));
    await outside.holder.ready(10, async () => outside.inside('ip', 'link', 'set', 'lo', 'up'));
    run('ip', 'link', 'add', 'outer', 'type', 'veth', 'peer', 'name', 'node', 'netns', `${outside.holder.pid}`);
    run('ip', 'address', 'add', `${NODE_SIDE}/30`, 'dev', 'outer');
    run('ip', 'link', 'set', 'outer', 'up');
    outside.inside('ip', 'address', 'add', `${OUTER_SIDE}/30`, 'dev', 'node');
    outside.inside('ip', 'link', 'set', 'node', 'up');
    outside.inside('ip', 'route', 'add', 'default', 'via', NODE_SIDE);
    for (const address of addresses) {
      outside.inside('ip', 'address', 'add', `${address}/32`, 'dev', 'lo');
      run('ip', 'route', 'add', `${address}/32`, 'via', OUTER_SIDE);
    }
    const [file, args] = outside.command(ENDS(), 'serve', ...PORT_ARGUMENTS);
    outside.listener = OwnedProcess.start({ name: 'the ends outside', file, args, log });
    return outside;
  }

  private listener: OwnedProcess | undefined;

  private constructor(private readonly holder: OwnedProcess) {}

  /** What is run in there, and what it says of some input. */
  inside(file: string, ...args: string[]): string {
    return run('nsenter', `--net=/proc/${this.holder.pid}/ns/net`, file, ...args);
  }

  /** The command that runs a program in there. */
  command(file: string, ...args: string[]): readonly [file: string, args: readonly string[]] {
    return ['nsenter', [`--net=/proc/${this.holder.pid}/ns/net`, file, ...args]];
  }

  /** Ends it; its addresses and its way to the node go with its namespace. */
  async stop(): Promise<void> {
    await this.listener?.stop();
    await this.holder.stop();
  }
}

function run(file: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(file, args, { encoding: 'utf8', timeout: 10_000 });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} must succeed, got: ${stderr.trim()}`);
  return stdout;
}
