import { run } from '../lib/cli';
import type { Shell } from '../lib/core/shell';

/** What a command gave back. */
interface Told {
  readonly code: Shell['exitCode'];
  readonly out: string;
  readonly err: string;
}

/** Runs `cdk8s-wso2-mi` in this process with what somebody typed after it. */
export async function typed(args: readonly string[], { isTTY = false, env = {} } = {}): Promise<Told> {
  const said = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    isTTY,
    write: (text: string | Uint8Array) => {
      said[name] += String(text);
      return true;
    },
  });
  const shell: Shell = { stdout: stream('out'), stderr: stream('err'), env };
  await run(args, shell);
  return { code: shell.exitCode, ...said };
}
