import { inspect, types } from 'node:util';
import { callersOf, placeLine } from './caller';

/** How each refusal is told. */
const REPORTS = new WeakMap<Error, (error: Error) => string>();

/**
 * Throws a refusal. A program that does not catch it ends with what is refused, and the line of its own that wrote it, in
 * the place of Node's page of ours; its exit code is 1. A program that deals with what is uncaught goes on doing so.
 */
export function throwRefusal(error: Error, report = withPlaces): never {
  REPORTS.set(error, report);
  if (process.listenerCount('uncaughtException') === 0) {
    process.on('uncaughtException', tell);
  }
  throw error;
}

/** Whether something thrown is a refusal. */
export function isRefusal(thrown: unknown): thrown is Error {
  return types.isNativeError(thrown) && REPORTS.has(thrown);
}

function tell(thrown: unknown): void {
  const report = isRefusal(thrown) ? REPORTS.get(thrown)?.(thrown) : inspect(thrown);
  process.stderr.write(`${report}\n`);
  process.exit(1);
}

function withPlaces(error: Error): string {
  return [error.message, ...placeLine(callersOf(error))].join('\n');
}
