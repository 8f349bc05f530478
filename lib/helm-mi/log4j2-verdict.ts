import { CORRELATION_ARGUMENT } from '../logging/log-destination';
import { type Here, listOf } from './here';
import { better, EQUAL, other, type Verdict, worse } from './verdict';

const ACCESS = 'org.apache.synapse.transport.http.access.logs';
const CORRELATION = 'correlation';

/** The logs that the chart puts on the console, by the appender that it has for each. */
const CONSOLES: Readonly<Record<string, string>> = {
  AUDIT_CONSOLE: 'AUDIT_LOG',
  CORRELATION_CONSOLE: CORRELATION,
  HTTP_ACCESS_CONSOLE: ACCESS,
};

type Properties = Readonly<Record<string, string>>;

/** What has become of a property of the chart's `log4j2.properties`: levels are the same, and what was on the console is. */
export function log4j2Verdict(key: string, value: string, here: Here): Verdict {
  const ours = here.log4j2;
  const [, logger = '', field = ''] = /^logger\.([^.]+)\.(.*)$/.exec(key) ?? [];
  if (field === 'level') {
    return levelVerdict(logger, value, ours);
  }
  const [, appender = '', of = ''] = /^appender\.([^.]+)\.(.*)$/.exec(key) ?? [];
  if (CONSOLES[appender] !== undefined && of === 'type') {
    return onConsole(CONSOLES[appender], here);
  }
  if (/^HTTP_ACCESS/.test(logger)) {
    return accessLog(ours);
  }
  // How the lines of an appender look, and which file they go to, is the product's own.
  return EQUAL;
}

function levelVerdict(logger: string, level: string, ours: Readonly<Record<string, string>>): Verdict {
  if (/^HTTP_ACCESS/.test(logger)) {
    return accessLog(ours);
  }
  const here = ours[`logger.${logger}.level`];
  if (here?.toUpperCase() === level.toUpperCase()) {
    return EQUAL;
  }
  return here === undefined
    ? better('the release has no such logger of its own, or a level for it')
    : better(`${here}, as the release has it`);
}

function onConsole(name: string, { log4j2, container }: Here): Verdict {
  if (isOnConsole(name, log4j2)) {
    return EQUAL;
  }
  if (name === CORRELATION && !listOf(container.args).includes(CORRELATION_ARGUMENT)) {
    return other(`the correlation log is off: nothing says ${CORRELATION_ARGUMENT}`);
  }
  return name === ACCESS && loggerOf(name, log4j2) === undefined
    ? better('the release writes its access log by another file than log4j2')
    : worse(loggerOf(name, log4j2));
}

function accessLog(log4j2: Properties): Verdict {
  const place = isOnConsole(ACCESS, log4j2) ? 'on the console' : 'in the file of the release';
  return other(`the chart names a logger that is not there, so its access log goes nowhere; here it is ${place}`);
}

/** Whether the lines of a logger go to the output of the container. */
function isOnConsole(name: string, log4j2: Properties): boolean {
  const id = loggerOf(name, log4j2);
  return Object.entries(log4j2).some(
    ([key, ref]) =>
      key.startsWith(`logger.${id}.appenderRef.`) &&
      key.endsWith('.ref') &&
      Object.entries(log4j2).some(
        ([field, value]) =>
          /^appender\.[^.]+\.type$/.test(field) &&
          value === 'Console' &&
          log4j2[field.replace(/type$/, 'name')] === ref,
      ),
  );
}

/** The word by which log4j2.properties calls a logger. */
function loggerOf(name: string, log4j2: Properties): string | undefined {
  const [key] =
    Object.entries(log4j2).find(([key, value]) => /^logger\.[^.]+\.name$/.test(key) && value === name) ?? [];
  return key?.split('.')[1];
}
