import { CORRELATION_ARGUMENT } from '../logging/log-destination';
import { MI_RELEASES } from '../release/mi-release';
import { DEPLOYMENT } from './chart';
import { call } from './code';
import type { Draft } from './draft';

/** The logs that the chart's log4j2.properties puts on the console, as far as the server writes them there. */
export function placeLogging(draft: Draft): void {
  const { values, about } = draft;
  const { fileLogs } = MI_RELEASES[about.release];
  const words = [...values.list(`${DEPLOYMENT}.cmdArgs`), ...Object.values(values.table(`${DEPLOYMENT}.envs`))];
  const isCorrelated = words.some((word) => String(word).split(/\s+/).includes(CORRELATION_ARGUMENT));
  const logs = [
    ...(fileLogs.includes('http_access.log') ? ['access'] : []),
    'audit',
    ...(isCorrelated ? ['correlation'] : []),
  ];
  draft.set(
    'logging',
    logs.map((log) => call('ConsoleLogging.of', log)),
    'As in the log4j2.properties of the chart, whose access log goes nowhere, since it names a logger that is not there.',
    ...(isCorrelated
      ? []
      : [`Its correlation log is off, since nothing says ${CORRELATION_ARGUMENT}; ConsoleLogging.of switches it on.`]),
  );
}
