import { relative } from 'node:path';
import { inspect, types } from 'node:util';
import { callersOf } from './caller';

const REFUSALS = new WeakSet<Error>();

/**
 * Throws a refusal. A program that does not catch it ends with what is refused, and the line of its own that wrote it, in
 * the place of Node's page of ours; its exit code is 1. A program that deals with what is uncaught goes on doing so.
 */
export function throwRefusal(error: Error): never {
  REFUSALS.add(error);
  if (process.listenerCount('uncaughtException') === 0) {
    process.on('uncaughtException', tell);
  }
  throw error;
}

function tell(error: unknown): void {
  process.stderr.write(`${textsOf(error).join('\n')}\n`);
  process.exit(1);
}

function textsOf(error: unknown): string[] {
  if (!types.isNativeError(error) || !REFUSALS.has(error)) {
    return [inspect(error)];
  }
  const causes: readonly unknown[] = Array.isArray(error.cause) ? error.cause : [];
  return [
    error.message,
    ...callerOf(error),
    ...causes.flatMap((cause) =>
      types.isNativeError(cause) && REFUSALS.has(cause) ? callerOf(cause) : [inspect(cause)],
    ),
  ];
}

/** The line of the program that wrote what is refused. */
function callerOf(error: Error): string[] {
  const [caller] = callersOf(error);
  return caller === undefined ? [] : [`    at ${relative('', caller.path)}:${caller.line}:${caller.column}`];
}
