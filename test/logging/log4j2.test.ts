import { log4j2Properties } from '../../lib/logging/log4j2';
import { EVERYTHING } from '../log4j2/everything';
import { digestOf, RELEASES, STOCK_DIGESTS } from '../log4j2/properties';

test.each(RELEASES)('without a change the file of %s says what the image says', (release) => {
  expect(digestOf(log4j2Properties(release, {}))).toBe(STOCK_DIGESTS[release]);
});

test('levels, logs on the console and own properties all reach the file, the own ones last', () => {
  const lines = log4j2Properties('4.4.0', {
    levels: { AUDIT_LOG: 'DEBUG', 'org.apache.synapse': 'DEBUG' },
    console: ['AUDIT_LOG'],
    own: { 'logger.org-apache-synapse.level': 'TRACE', 'appender.MINE.name': 'Mine', status: 'warn' },
  }).split('\n');
  const stock = log4j2Properties('4.4.0', {}).split('\n');
  expect(lines.filter((line) => !stock.includes(line))).toEqual([
    '  HTTP_ACCESS_LOGFILE, \\',
    '  AUDIT_CONSOLE, \\',
    '  MINE',
    '  opentelemetry-trace, \\',
    '  org-apache-synapse',
    'appender.AUDIT_CONSOLE.name = AUDIT_CONSOLE',
    'appender.AUDIT_CONSOLE.type = Console',
    'appender.AUDIT_CONSOLE.layout.type = PatternLayout',
    'appender.AUDIT_CONSOLE.layout.pattern = [%d] %5p {%c} - %m%ex%n',
    'appender.AUDIT_CONSOLE.filter.threshold.type = ThresholdFilter',
    'appender.AUDIT_CONSOLE.filter.threshold.level = DEBUG',
    'logger.AUDIT_LOG.level = DEBUG',
    'logger.AUDIT_LOG.appenderRef.AUDIT_CONSOLE.ref = AUDIT_CONSOLE',
    'logger.org-apache-synapse.name = org.apache.synapse',
    'logger.org-apache-synapse.level = TRACE',
    'appender.MINE.name = Mine',
    'status = warn',
  ]);
});

test('the same changes give the same text', () => {
  expect(log4j2Properties('4.4.0', EVERYTHING)).toBe(log4j2Properties('4.4.0', structuredClone(EVERYTHING)));
});
