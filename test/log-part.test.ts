import { ConsoleLogging } from '../lib/console-logging';
import { LOG4J2_PATH, type LogProps, logPart } from '../lib/log-part';
import { log4j2Properties } from '../lib/log4j2';
import { LoggingSidecar } from '../lib/logging-sidecar';

const IMAGE = { release: '4.4.0' } as const;
const NOTHING = { files: {}, args: [], complaints: [] };

const audit = LoggingSidecar.toStdout({ image: 'registry.example.com/tools/busybox:1.36.1', files: ['audit.log'] });
const correlation = LoggingSidecar.toStdout({
  image: 'registry.example.com/tools/busybox:1.36.1',
  files: ['correlation.log'],
});

test('every prop reaches the file', () => {
  const everything: Required<LogProps> = {
    logging: [ConsoleLogging.of('api'), audit, ConsoleLogging.of('service')],
    levels: { root: 'WARN' },
    own: { status: 'warn' },
  };
  const text = log4j2Properties('4.4.0', {
    levels: { root: 'WARN' },
    own: { status: 'warn' },
    console: ['API_LOGGER', 'SERVICE_LOGGER'],
  });
  expect(logPart(IMAGE, everything)).toEqual({ ...NOTHING, files: { 'conf/log4j2.properties': text } });
});

test.each<[string, LogProps]>([
  ['nothing', {}],
  ['empty props', { logging: [], levels: {}, own: {} }],
  ['a sidecar alone', { logging: [audit] }],
])('with %s the image keeps its own log4j2.properties', (_what, props) => {
  expect(logPart(IMAGE, props)).toEqual(NOTHING);
});

test.each<[string, LogProps]>([
  ['a log on the console', { logging: [ConsoleLogging.of('audit')] }],
  ['a level', { levels: { root: 'WARN' } }],
  ['a property', { own: { status: 'warn' } }],
])('%s alone renders the file', (_what, props) => {
  expect(Object.keys(logPart(IMAGE, props).files ?? {})).toEqual([LOG4J2_PATH]);
});

test.each<[string, LogProps]>([
  ['on the console', { logging: [ConsoleLogging.of('audit', 'correlation')] }],
  ['printed by a sidecar', { logging: [audit, correlation] }],
])('the correlation log %s is switched on', (_what, props) => {
  expect(logPart(IMAGE, props).args).toEqual(['-DenableCorrelationLogs=true']);
});

test('what is wrong is said of the logs, the levels and the properties, and no file is rendered', () => {
  const logging = [ConsoleLogging.of('audit'), audit];
  const part = logPart(IMAGE, { logging, levels: { 'a.*': 'INFO' }, own: { loggers: 'mine' } });
  expect(part.files).toEqual({});
  expect(part.complaints?.map(({ prop }) => prop)).toEqual(['logging', 'config.logLevels', 'config.log4j2["loggers"]']);
});
