import { LOG_LEVELS, saysMore } from '../../lib/release/log-level';

test('each level says more than all before it, and none more than itself', () => {
  const pairs = LOG_LEVELS.flatMap((level, index) =>
    LOG_LEVELS.map((than, other) => [saysMore(level, than), index > other] as const),
  );
  expect(pairs.filter(([says, should]) => says !== should)).toEqual([]);
  expect(LOG_LEVELS).toEqual(['OFF', 'FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE']);
});
