import type { Appender } from '../release/log4j2-appenders';

/** Name of the log that reaches the console by the release's own file. */
const CONSOLE_LOG = 'wso2carbon.log';

/** What stands in each line, and how log4j2 makes it. A text is put into a JSON string by `%enc`. */
const FIELDS: ReadonlyArray<readonly [field: string, pattern: string]> = [
  ['@timestamp', `%d{yyyy-MM-dd'T'HH:mm:ss.SSS}{UTC}Z`],
  ['level', '%p'],
  ['logger', '%enc{%c}{JSON}'],
  ['thread', '%enc{%t}{JSON}'],
  ['correlation_id', '%enc{%X{Correlation-ID}}{JSON}'],
  // Without `nolookups` log4j2 before 2.16 would look up what a message says (CVE-2021-44228).
  ['message', '%enc{%m{nolookups}}{JSON}'],
  ['exception', '%enc{%ex}{JSON}'],
];

/**
 * Path of a full file, by its number. By the stock names, which end with the day alone, log4j2 writes each full file of a
 * day over the one before it; without the day no more than twenty of them are kept, however long the pod lives.
 */
export function numbered(path: string, number: string): string {
  return path.replace(/\.\w+$/, (ending) => `-${number}${ending}`);
}

/**
 * The appender with one JSON object a line, whatever is in message and exception. The log4j-core of the releases has no
 * JsonTemplateLayout, and its JsonLayout needs libraries that they do not carry.
 */
export function inJson(appender: Appender): Appender {
  const { fileName } = appender.settings;
  const log = fileName === undefined ? CONSOLE_LOG : fileName.slice(fileName.lastIndexOf('/') + 1);
  const pairs = [...FIELDS, ['log', log] as const].map(([field, pattern]) => `"${field}":"${pattern}"`);
  const others = Object.entries(appender.settings).filter(([key]) => !/^(layout|policies\.time)\./.test(key));
  return {
    ...appender,
    settings: {
      ...Object.fromEntries(others),
      ...(fileName === undefined ? {} : { filePattern: numbered(fileName, '%i') }),
      'layout.type': 'PatternLayout',
      'layout.pattern': `{${pairs.join(',')}}%n`,
      // The exception is in its field; log4j2 would write it again after the line.
      'layout.alwaysWriteExceptions': 'false',
      'layout.charset': 'UTF-8',
    },
  };
}
