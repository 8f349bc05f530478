import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typed } from '../typed';
import { fleetOf, imported } from './imported';

/** What somebody has who runs the chart: a service with a database, a certificate and an autoscaler. */
const ORDERS = `
containerRegistry: registry.example.com/integration
wso2:
  ingress:
    ingressClassName: nginx
    tlsSecret: orders-tls
    annotations:
      nginx.ingress.kubernetes.io/backend-protocol: HTTPS
      nginx.ingress.kubernetes.io/proxy-buffer-size: 16k
  config:
    userstore:
      file: { enabled: false }
      rdbms:
        url: jdbc:mysql://db1.example.com:3306,db2.example.com:3307/users?useSSL=true
        username: mi
        password: not-to-be-seen
        jdbc: { driver: com.mysql.cj.jdbc.Driver, poolParameters: { maxActive: 20, maxWait: 60000 } }
    transport:
      http:
        nonBlocking: { maxMessageSizeBytes: 5000000, preserveHttpUserAgent: false }
  deployment:
    hostname: orders.example.com
    imagePullSecrets: registry-login
    image: { repository: orders, tag: 2.7.1 }
    BuildVersion: 4.4.0
    hpa: { enabled: true, minReplicas: 2, maxReplicas: 5 }
    envs: { SHOP_URL: https://shop.example.com, SHOP_PASSWORD: not-to-be-seen }
    resources:
      limits: { memory: 2Gi, cpu: 2000m }
      requests: { memory: 1Gi, cpu: 1000m }
`;

test('a values file becomes a program that a developer would write', () => {
  const program = imported(ORDERS, '4.4');
  expect(program.text).toMatchSnapshot();
  expect([...fleetOf(program).render().keys()]).toEqual(['retail.k8s.yaml']);
});

test('nothing secret of a values file is in the program or in what it renders', () => {
  const program = imported(ORDERS, '4.4');
  expect(program.text + [...fleetOf(program).render().values()].join()).not.toContain('not-to-be-seen');
});

test('what helm get values prints is read, its title too, and so is a release that sets nothing', () => {
  expect(imported(`USER-SUPPLIED VALUES:${ORDERS}`, '4.4').text).toBe(imported(ORDERS, '4.4').text);
  expect(imported('USER-SUPPLIED VALUES:\nnull\n', '4.4').text).toBe(imported('', '4.4').text);
});

test.each([
  [
    'wso2: { config: { userstore: { ldap: { connectionUrl: "ldap://a.example.com" }, file: { enabled: false } } } }',
    '4.6',
    "connection_url: 'ldap://a.example.com'",
  ],
  [
    'wso2: { ingress: { enabled: true } }',
    '4.6',
    'wso2.ingress.enabled: alone it does nothing in 4.6: gatewayAPI.enabled is on by default and wins',
  ],
  [
    'wso2: { config: { dashboard: { url: "https://a.example.com:9743/dashboard/api/" } } }',
    '4.4',
    'wso2.config.dashboard.url: the chart reads it in 4.2, not in 4.4',
  ],
  ['wso2: { deployment: { env: { A: b } } }', '4.6', 'wso2.deployment.env.A: no version of the chart reads it'],
  ['wso2: { config: { portOffset: 12 } }', '4.6', 'wso2.config.portOffset: 12 moves every port of the chart by 2'],
  [
    'wso2: { deployment: { securityContext: { runAsGroup: "2000" } } }',
    '4.6',
    'the chart makes it the fsGroup, never the group',
  ],
  [
    'wso2: { config: { transport: { http: { nonBlocking: { maxMessageSizeBytes: 5000000 } } } } }',
    '4.6',
    'The chart writes 5e+6, a float.',
  ],
  [
    'wso2: { ingress: { metrics: { annotations: {} } } }',
    '4.4',
    'wso2.ingress.metrics: its presence alone shows /healthz to everybody',
  ],
  [
    'wso2: { config: { opentelemetry: { enable: true, type: jaeger, host: a.example.com, port: 14250 } } }',
    '4.6',
    'release 4.6.0 sends no traces to jaeger',
  ],
  ['wso2: { gatewayAPI: { ratelimit: { enabled: true, requestsPerSecond: 50 } } }', '4.6', 'rateLimit: 50'],
] as const)('what the chart makes of %s (%s) is told where it stands', (values, version, words) => {
  expect(
    imported(values, version)
      .text.replace(/\n *\/\/ +/g, ' // ')
      .replaceAll(' // ', ' '),
  ).toContain(words);
});

test.each([
  ['- a', 'text of values file "values.yaml" must be a table of values, got a list'],
  [
    'wso2: { config: { transport: { http: { nonBlocking: { listener: { port: 8000 } } } } } }',
    'wso2.config.transport.http.nonBlocking.listener.port of values file "of chart 4.6" must be 8280, to which the stock offset of 10 is added, got 8000; ports, probes and Service count on it',
  ],
  [
    'wso2: { config: { userstore: { rdbms: { url: "jdbc:h2:mem" } } } }',
    'wso2.config.userstore.rdbms.url of values file "of chart 4.6" must be a JDBC URL with a host and a database, got "jdbc:h2:mem"; of MySQL, PostgreSQL, Oracle (//host:port/service), SQL Server (databaseName) or Db2',
  ],
  [
    'wso2: { deployment: { mountCapps: true } }',
    'wso2.deployment.mountCapps of values file "of chart 4.6" must stand beside provider aws or gcp with its storage, got true; the chart claims a volume without a size and a class, which no cluster takes; write a SharedVolume by hand',
  ],
])('%s is refused in words that name the value', (values, text) => {
  expect(() => imported(values)).toThrow(text);
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const values = join(folder, 'values.yaml');
  writeFileSync(values, ORDERS);
  afterAll(() => rmSync(folder, { recursive: true }));

  async function importOf(...args: readonly string[]) {
    const { code = 0, ...said } = await typed(['import', 'helm-mi', ...args]);
    return { code, ...said };
  }

  test('prints the program, or writes it where nothing is yet', async () => {
    const printed = await importOf(values, '--release', 'orders', '--namespace', 'retail');
    expect([printed.code, printed.out]).toEqual([0, imported(ORDERS, '4.4', { file: values }).text]);
    const output = join(folder, 'main.ts');
    const written = await importOf(values, '--release', 'orders', '--namespace', 'retail', '--output', output);
    expect(written).toEqual({
      code: 0,
      out: '',
      err: `wrote ${output}; write its contact, which is nobody yet, read its notes, then: npx cdk8s-wso2-mi synth ${output}; for a fleet that is there write --function\n`,
    });
    expect(readFileSync(output, 'utf8')).toBe(printed.out);
    const again = await importOf(values, '--output', output);
    expect([again.code, again.err]).toEqual([
      2,
      `--output of import "${values}" must name a file that is not there yet, got "${output}"; remove it first, such as the main.ts of init with its dist/, or name another; beside a program that has a fleet, write --function\n`,
    ]);
  });

  test('takes the version of the chart by word', async () => {
    const { out } = await importOf(values, '--version', '4.3');
    expect(out).toContain('helm-mi 4.3');
    expect(await importOf(values, '--version', '4.1')).toMatchObject({
      code: 2,
      err: '--version of import "helm-mi" must be one of 4.2, 4.3, 4.4, 4.5, 4.6, got "4.1"\n',
    });
  });

  test('compares with what helm rendered, field by field, and ends with 1 if something is worse', async () => {
    const objects = join(folder, 'objects.yaml');
    const deployment = (memory: string) =>
      `kind: Deployment\napiVersion: apps/v1\nmetadata: { name: cloud-mi }\nspec:\n  template:\n    spec:\n      containers:\n        - name: wso2mi\n          imagePullPolicy: IfNotPresent\n          env: [{ name: JAVA_MEM_OPTS, value: -Xmx1024m }, { name: SHOP_URL, value: https://shop.example.com }, { name: SHOP_PASSWORD, value: not-to-be-seen }]\n          resources: { limits: { memory: ${memory} } }\n`;
    writeFileSync(objects, deployment('2Gi'));
    const same = await importOf(values, '--compare', objects);
    expect({ ...same, out: same.out.replace(/config-\w{10}/g, 'config-…') }).toEqual({
      code: 0,
      err: '',
      out:
        'other  ConfigMap wso2-mi-config-…  data/deployment.toml!/server/hot_deployment = "false": a CAR that comes into a running pod is no deployment; a change of the image is\n' +
        'other  ConfigMap wso2-mi-config-…  data/deployment.toml!/server_configuration/diagnostic_tool_enabled = "false": no second JVM beside the server, which would take as much heap\n' +
        'better  Deployment cloud-mi  spec/template/spec/containers/[wso2mi]/env/[SHOP_PASSWORD]/value = a secret: out of a Secret\n' +
        '\n' +
        '1 other: a CAR that comes into a running pod is no deployment; a change of the image is\n' +
        '1 other: no second JVM beside the server, which would take as much heap\n' +
        '1 better: out of a Secret\n' +
        '14 equal, 2 other, 1 better, 0 worse\n',
    });
    writeFileSync(objects, deployment('3Gi'));
    const { code, out } = await importOf(values, '--compare', objects);
    expect([code, out.split('\n')[0]]).toEqual([
      1,
      'worse  Deployment cloud-mi  spec/template/spec/containers/[wso2mi]/resources/limits/memory = "3Gi": here it is "2Gi"',
    ]);
    expect(existsSync(objects)).toBe(true);
  });
});
