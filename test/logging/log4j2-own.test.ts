import { idsIn, laidOver } from '../../lib/logging/log4j2-own';

const ENTRIES = new Map<string, string | readonly string[]>([
  ['appenders', ['A']],
  ['loggers', ['x']],
  ['appender.A.name', 'A'],
  ['appender.A.type', 'RollingFile'],
  ['appender.A.fileName', 'a.log'],
  ['appender.A.layout.type', 'PatternLayout'],
  ['appender.A.layout.pattern', '%m%n'],
  ['logger.x.name', 'com.x'],
]);

function laid(own: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(laidOver(ENTRIES, own));
}

const BEFORE = Object.fromEntries(ENTRIES);

test('a property takes the place of the one that stood there; another is added', () => {
  expect(laid({ 'appender.A.fileName': 'b.log', status: 'warn' })).toEqual({
    ...BEFORE,
    'appender.A.fileName': 'b.log',
    status: 'warn',
  });
});

test('an appender and a logger are listed, once each, behind those that were', () => {
  const own = {
    'appender.B.type': 'Console',
    'appender.B.name': 'B',
    'logger.y.name': 'com.y',
    'logger.x.level': 'WARN',
  };
  expect(laid(own)).toEqual({ ...BEFORE, ...own, appenders: ['A', 'B'], loggers: ['x', 'y'] });
});

test('a layout of another type loses what described the old one', () => {
  const { 'appender.A.layout.pattern': _pattern, ...others } = BEFORE;
  expect(laid({ 'appender.A.layout.type': 'GelfLayout' })).toEqual({
    ...others,
    'appender.A.layout.type': 'GelfLayout',
  });
});

test('an appender of another type keeps nothing but its name and what is said anew', () => {
  expect(laid({ 'appender.A.type': 'Console', 'appender.A.target': 'SYSTEM_ERR' })).toEqual({
    appenders: ['A'],
    loggers: ['x'],
    'appender.A.name': 'A',
    'appender.A.type': 'Console',
    'appender.A.target': 'SYSTEM_ERR',
    'logger.x.name': 'com.x',
  });
});

test('the same type said again takes nothing away', () => {
  expect(laid({ 'appender.A.layout.type': 'PatternLayout' })).toEqual(BEFORE);
});

test('an id is what stands between the kind and the rest of a key', () => {
  const own = { 'logger.a.name': '', 'logger.a.level': '', 'logger.b.c.level': '', logger: '', 'logger.d': '' };
  expect(idsIn({ ...own, 'appender.e.type': '' }, 'logger')).toEqual(['a', 'b']);
});
