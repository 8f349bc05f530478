import { ConsoleLogging, LoggingSidecar, type MiTenantProps, type PodPart } from '../../lib';
import { log4j2Properties } from '../../lib/logging/log4j2';
import { LOG4J2_PATH, log4j2Part } from '../../lib/logging/log4j2-part';
import { newTenant, serverOf, theOne } from '../manifests';

const audit = LoggingSidecar.toStdout({ image: 'registry.example.com/tools/busybox:1.36.1', files: ['audit.log'] });
const correlation = LoggingSidecar.toStdout({
  image: 'registry.example.com/tools/busybox:1.36.1',
  files: ['correlation.log'],
});

/** The log4j2.properties of a tenant; `undefined` where the image keeps its own. */
function fileOf(props: Partial<MiTenantProps<'app'>>): string | undefined {
  return theOne(newTenant(props).unit, 'ConfigMap').data?.['log4j2.properties'];
}

test('every change of every part reaches the file', () => {
  const parts: PodPart[] = [
    { log4j2: { levels: { root: 'WARN' }, own: { status: 'warn' } } },
    { log4j2: { console: ['API_LOGGER'], levels: { 'org.apache': 'ERROR' } } },
    {},
    { log4j2: { console: ['SERVICE_LOGGER'], own: { status: 'error' } } },
  ];
  const text = log4j2Properties('4.4.0', {
    levels: { root: 'WARN', 'org.apache': 'ERROR' },
    own: { status: 'error' },
    console: ['API_LOGGER', 'SERVICE_LOGGER'],
  });
  expect(log4j2Part('4.4.0', parts)).toEqual({ files: { [LOG4J2_PATH]: text } });
});

test('destinations, levels and properties of a tenant are changes of the file', () => {
  expect(
    fileOf({
      logging: [ConsoleLogging.of('api'), audit, ConsoleLogging.of('service')],
      config: { logLevels: { root: 'WARN' }, log4j2: { status: 'warn' } },
    }),
  ).toBe(
    log4j2Properties('4.4.0', {
      levels: { root: 'WARN' },
      own: { status: 'warn' },
      console: ['API_LOGGER', 'SERVICE_LOGGER'],
    }),
  );
});

test.each<[string, Partial<MiTenantProps<'app'>>]>([
  ['nothing', {}],
  ['empty props', { logging: [], config: { logLevels: {}, log4j2: {} } }],
  ['a sidecar alone', { logging: [audit] }],
])('with %s the image keeps its own log4j2.properties', (_what, props) => {
  expect(fileOf(props)).toBeUndefined();
});

test.each<[string, Partial<MiTenantProps<'app'>>]>([
  ['a log on the console', { logging: [ConsoleLogging.of('audit')] }],
  ['a level', { config: { logLevels: { root: 'WARN' } } }],
  ['a property', { config: { log4j2: { status: 'warn' } } }],
])('%s alone renders the file', (_what, props) => {
  expect(fileOf(props)).toBeDefined();
});

test.each<[string, Partial<MiTenantProps<'app'>>]>([
  ['on the console', { logging: [ConsoleLogging.of('audit', 'correlation')] }],
  ['printed by a sidecar', { logging: [audit, correlation] }],
])('the correlation log %s is switched on', (_what, props) => {
  expect(serverOf(newTenant(props).unit)).toMatchObject({ args: ['-DenableCorrelationLogs=true'] });
});

test('what is wrong is said of the levels and the properties, and no file is rendered', () => {
  const { files, complaints } = log4j2Part('4.4.0', [
    { log4j2: { levels: { 'a.*': 'INFO' }, own: { loggers: 'mine' } } },
  ]);
  expect(files).toBeUndefined();
  expect(complaints?.map(({ prop }) => prop)).toEqual(['config.logLevels', 'config.log4j2["loggers"]']);
});
