import { schemasOf } from '../../lib/image/jdbc-url';

test.each([
  ['jdbc:mysql://db.example.com/tasks', 'jdbc:mysql://DB.example.com:3306/tasks?useSSL=true&amp;socketTimeout=60'],
  ['jdbc:mysql://db.example.com/tasks', 'jdbc:mariadb://db.example.com/tasks?serverSslCert=/mnt/ca.pem'],
  ['jdbc:mysql://db.example.com/tasks', 'jdbc:mysql:loadbalance://db.example.com,other.example.com/tasks'],
  ['jdbc:postgresql://db/tasks?currentSchema=a', 'jdbc:postgresql://db:5432/tasks?ssl=true&amp;currentSchema=a'],
  ['jdbc:oracle:thin:@db:1521:TASKS', 'jdbc:oracle:thin:@db:1521:TASKS?oracle.net.wallet_location=/mnt/wallet'],
  ['jdbc:oracle:thin:@//db/tasks', 'jdbc:oracle:thin:@db:1521/tasks'],
  ['jdbc:sqlserver://db;databaseName=tasks', 'jdbc:sqlserver://db:1433;trustStore=/mnt/trust.p12;database=tasks'],
  ['jdbc:db2://db/tasks', 'jdbc:db2://db:446/tasks:sslTrustStoreLocation=/mnt/trust.p12;'],
  ['jdbc:h2:./tasks', 'jdbc:h2:./tasks;DB_CLOSE_ON_EXIT=FALSE'],
  ['jdbc:other://db/tasks', 'jdbc:other://db/tasks?path=/mnt/x'],
])('%s and %s are one schema', (one, other) => {
  expect(schemasOf(one).filter((schema) => schemasOf(other).includes(schema))).toHaveLength(1);
});

test.each([
  ['jdbc:mysql://db/tasks', 'jdbc:mysql://db/others'],
  ['jdbc:mysql://db/tasks', 'jdbc:mysql://db:3307/tasks'],
  ['jdbc:mysql://db/tasks', 'jdbc:postgresql://db/tasks'],
  ['jdbc:postgresql://db/tasks', 'jdbc:postgresql://db/tasks?currentSchema=a'],
  ['jdbc:oracle:thin:@db:1521:TASKS', 'jdbc:oracle:thin:@db:1521:OTHERS'],
  ['jdbc:oracle:thin:@db:1521:TASKS', 'jdbc:oracle:thin:@other:1521:TASKS'],
  ['jdbc:sqlserver://db;databaseName=tasks', 'jdbc:sqlserver://db;databaseName=others'],
  ['jdbc:sqlserver://db;databaseName=tasks', 'jdbc:sqlserver://db;databaseName=tasks;instanceName=a'],
  ['jdbc:sqlserver://;serverName=db;databaseName=tasks', 'jdbc:sqlserver://;serverName=other;databaseName=tasks'],
  ['jdbc:db2://db/tasks', 'jdbc:db2://db/tasks:sslConnection=true;currentSchema=A;'],
  ['jdbc:h2:./tasks', 'jdbc:h2:./others'],
])('%s and %s are two', (one, other) => {
  expect(schemasOf(one).filter((schema) => schemasOf(other).includes(schema))).toEqual([]);
});
