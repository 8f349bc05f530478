import { javaProperties } from '../../lib/core/java-properties';
import { log4j2Entries, stockLog4j2 } from '../../lib/logging/log4j2-stock';
import { digestOf, RELEASES, STOCK_DIGESTS } from '../log4j2/properties';

test.each(RELEASES)('what is known of %s is what its log4j2.properties says, every key of it', (release) => {
  expect(digestOf(javaProperties(log4j2Entries(stockLog4j2(release))))).toBe(STOCK_DIGESTS[release]);
});

test('every id and every name stands for one thing', () => {
  for (const release of RELEASES) {
    const { appenders, loggers } = stockLog4j2(release);
    for (const all of [appenders.map(({ id }) => id), loggers.map(({ id }) => id), loggers.map(({ name }) => name)]) {
      expect(new Set(all).size).toBe(all.length);
    }
  }
});
