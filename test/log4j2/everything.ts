import type { Log4j2Changes } from '../../lib/config/pod-part';

/** Every kind of change at once. */
export const EVERYTHING: Required<Log4j2Changes> = {
  levels: {
    root: 'WARN',
    'org.apache.synapse': 'DEBUG',
    'org.apache.synapse.transport.http.wire': 'TRACE',
    'org.apache.axis2.clustering': 'DEBUG',
    'org.apache': 'INFO',
    'com.hazelcast': 'OFF',
    AUDIT_LOG: 'DEBUG',
  },
  console: ['AUDIT_LOG', 'SERVICE_LOGGER'],
  json: [],
  reads: ['http_access.log'],
  own: {
    'appender.CARBON_CONSOLE.layout.pattern': 'é %p %c %m%n',
    'appender.CARBON_LOGFILE.layout.type': 'GelfLayout',
    'appender.MINE.type': 'File',
    'appender.MINE.append': 'false',
    'appender.MINE.name': 'Mine of mine',
    'appender.MINE.fileName': `\${sys:carbon.home}/mine.log`,
    'appender.MINE.layout.type': 'PatternLayout',
    'appender.MINE.layout.pattern': '%m in mine\n',
    'logger.mine.name': 'com.example.mine',
    'logger.mine.level': 'INFO',
    'logger.mine.appenderRef.x.ref': 'Mine of mine',
  },
};
