import { consoleInstead, stockAppenders } from '../../lib/release/log4j2-appenders';
import { RELEASES } from '../log4j2/properties';

test('the console gets lines as the file had them, and holds back what the file held back', () => {
  const ofAudit = stockAppenders('4.4.0').filter(({ id }) => id === 'AUDIT_LOGFILE');
  expect(ofAudit.map(consoleInstead)).toEqual([
    {
      id: 'AUDIT_CONSOLE',
      name: 'AUDIT_CONSOLE',
      settings: { type: 'Console', 'layout.type': 'PatternLayout', 'layout.pattern': '[%d] %5p {%c} - %m%ex%n' },
      threshold: 'INFO',
      listed: true,
    },
  ]);
});

test.each(RELEASES)(
  'each file of %s gets a console appender of its own, but wso2carbon.log, which is there',
  (release) => {
    const appenders = stockAppenders(release);
    const ids = appenders.filter(({ settings }) => settings.type === 'RollingFile').map(consoleInstead);
    const taken = ids.filter(({ id }) => appenders.some((other) => other.id === id));
    expect(taken.map(({ id }) => id)).toEqual(['CARBON_CONSOLE']);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  },
);
