import type { Here } from './here';
import { better, EQUAL, type Verdict, worse } from './verdict';

/** The logs that the chart puts on the console, by the appender that it has for each. */
const CONSOLES: Readonly<Record<string, string>> = {
  AUDIT_CONSOLE: 'AUDIT_LOG',
  CORRELATION_CONSOLE: 'correlation',
  HTTP_ACCESS_CONSOLE: 'org.apache.synapse.transport.http.access.logs',
};

/** What has become of a property of the chart's `log4j2.properties`: levels are the same, and what was on the console is. */
export function log4j2Verdict(key: string, value: string, here: Here): Verdict {
  const ours = here.log4j2;
  const [, logger = '', field = ''] = /^logger\.([^.]+)\.(.*)$/.exec(key) ?? [];
  if (field === 'level') {
    return levelVerdict(logger, value, ours);
  }
  const [, appender = '', of = ''] = /^appender\.([^.]+)\.(.*)$/.exec(key) ?? [];
  if (CONSOLES[appender] !== undefined && of === 'type') {
    return onConsole(CONSOLES[appender], ours);
  }
  if (/^HTTP_ACCESS/.test(logger)) {
    return better('the logger that the product has; the chart names one that is not there');
  }
  // How the lines of an appender look, and which file they go to, is the product's own.
  return EQUAL;
}

function levelVerdict(logger: string, level: string, ours: Readonly<Record<string, string>>): Verdict {
  if (/^HTTP_ACCESS/.test(logger)) {
    return better('the logger that the product has; the chart names one that is not there');
  }
  const here = ours[`logger.${logger}.level`];
  if (here?.toUpperCase() === level.toUpperCase()) {
    return EQUAL;
  }
  return here === undefined
    ? better('the release has no such logger of its own, or a level for it')
    : better(`${here}, as the release has it`);
}

function onConsole(name: string, ours: Readonly<Record<string, string>>): Verdict {
  const [, id] =
    Object.entries(ours)
      .filter(([key, value]) => /^logger\.[^.]+\.name$/.test(key) && value === name)
      .map(([key]) => key.split('.'))[0] ?? [];
  const refs = Object.entries(ours).filter(
    ([key]) => key.startsWith(`logger.${id}.appenderRef.`) && key.endsWith('.ref'),
  );
  const isThere = refs.some(([, ref]) =>
    Object.entries(ours).some(
      ([key, value]) =>
        /^appender\.[^.]+\.type$/.test(key) && value === 'Console' && ours[key.replace(/type$/, 'name')] === ref,
    ),
  );
  if (isThere) {
    return EQUAL;
  }
  return id === undefined && name.includes('access')
    ? better('the release writes its access log by another file than log4j2')
    : worse(refs.map(([, ref]) => ref).join());
}
