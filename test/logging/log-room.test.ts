import { logMebibytes } from '../../lib/logging/log-room';
import type { MiRelease } from '../../lib/release/mi-release';

test.each<[MiRelease, number, string]>([
  ['1.1.0', 21 * 6 * 10, 'six logs of 10 MiB, and twenty full files of each'],
  ['1.2.0', 21 * 8 * 10, 'and two more'],
  ['4.1.0', 21 * 8 * 10, 'the same'],
  ['4.2.0', 21 * 9 * 10, 'and that of traces'],
  ['4.3.0', 21 * (9 * 10 + 1), 'and that of requests, in files of 1 MiB'],
  ['4.4.0', 21 * (9 * 10 + 1), 'the same'],
  ['4.6.0', 21 * (9 * 10 + 1), 'the same'],
])('the log files of %s take %d MiB at their full rotation: %s', (release, mebibytes) => {
  expect(logMebibytes(release)).toBe(mebibytes);
});

test.each<[string, Readonly<Record<string, string>>, number]>([
  ['larger files', { 'appender.AUDIT_LOGFILE.policies.size.size': '100MB' }, 1911 + 21 * 90],
  ['smaller ones', { 'appender.AUDIT_LOGFILE.policies.size.size': '512 KB' }, Math.ceil(1911 - 21 * 9.5)],
  ['files in gigabytes', { 'appender.AUDIT_LOGFILE.policies.size.size': '1.5 GB' }, 1911 + 21 * 1526],
  ['files in bytes', { 'appender.AUDIT_LOGFILE.policies.size.size': '1048576' }, 1911 - 21 * 9],
  ['more of them', { 'appender.AUDIT_LOGFILE.strategy.max': '30' }, 1911 + 10 * 10],
  ['a size that only the pod knows', { 'appender.AUDIT_LOGFILE.policies.size.size': `\${env:SIZE}` }, 1911],
  [
    'a log of its own, with what log4j2 takes for itself: seven full files of 10 MiB',
    { 'appender.OWN.type': 'RollingFile', 'appender.OWN.name': 'OWN', 'appender.OWN.fileName': 'own.log' },
    1911 + 8 * 10,
  ],
  ['a console', { 'appender.OWN.type': 'Console', 'appender.OWN.name': 'OWN' }, 1911],
])('of 4.4.0 with %s', (_, own, mebibytes) => {
  expect(logMebibytes('4.4.0', own)).toBe(mebibytes);
});
