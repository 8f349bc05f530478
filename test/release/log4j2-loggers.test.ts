import { stockAppenders } from '../../lib/release/log4j2-appenders';
import { STOCK_LOGGERS } from '../../lib/release/log4j2-loggers';
import { RELEASES } from '../log4j2/properties';

describe.each(RELEASES)('the loggers of %s', (release) => {
  const loggers = STOCK_LOGGERS[release];

  test('write to appenders that the release lists, if they are listed themselves', () => {
    const names = stockAppenders(release).flatMap(({ name, listed }) => (listed ? [name] : []));
    const lost = loggers.filter(
      ({ refs, listed }) => listed && Object.values(refs).some((ref) => !names.includes(ref)),
    );
    expect(lost).toEqual([]);
  });

  test('have ids that do not end early in a key', () => {
    expect(loggers.filter(({ id }) => !/^[\w-]+$/.test(id))).toEqual([]);
  });

  test('are heard by somebody, but for one that the product cuts off', () => {
    const mute = loggers.filter(({ listed, additive, refs }) => listed && !additive && Object.keys(refs).length === 0);
    expect(mute.map(({ name }) => name)).toEqual(['org.apache.axis2.clustering']);
  });
});
