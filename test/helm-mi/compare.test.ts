import { compare, comparisonText, type Judged } from '../../lib/helm-mi/compare';
import { objectsOf, renderedBy } from '../../lib/helm-mi/render';
import type { Verdict } from '../../lib/helm-mi/verdict';
import { imported } from './imported';

/** What becomes of a chart's container when values of chart 4.4 are imported beside it. */
function differences(values: string, container: string): string[] {
  const program = imported(values, '4.4');
  const objects = objectsOf(
    'objects.yaml',
    `kind: Deployment\nmetadata: { name: cloud-orders }\nspec: { template: { spec: { containers: [{ name: wso2mi, ${container} }] } } }\n`,
  );
  return compare(objects, renderedBy(program), program.release)
    .filter(({ verdict, field }) => verdict !== 'equal' && field.path.startsWith('/spec/'))
    .map(
      ({ verdict, field, because }) =>
        `${verdict} ${field.path.split('/').slice(6).join('/')}=${field.value}: ${because}`,
    );
}

const HEAP =
  'no script of the product reads JAVA_MEM_OPTS, so the heap of the chart is 1024m, whatever it says; here it is 512m';

test('values that say nothing of it import no argument and no variable that changes the server, and the heap is told', () => {
  expect(differences('', 'args: null')).toEqual([`other env/[JVM_MEM_OPTS]=-Xms512m -Xmx512m: ${HEAP}`]);
  expect(differences('', 'env: [{ name: JAVA_MEM_OPTS, value: -Xmx2g }]')).toEqual([
    `other env/[JAVA_MEM_OPTS]/name=JAVA_MEM_OPTS: ${HEAP}`,
    `other env/[JAVA_MEM_OPTS]/value=-Xmx2g: ${HEAP}`,
    `other env/[JVM_MEM_OPTS]=-Xms512m -Xmx512m: ${HEAP}`,
  ]);
});

test('arguments and variables that only the fleet has are worse', () => {
  const values = `
wso2:
  deployment:
    cmdArgs: [-DenableCorrelationLogs=true, -Dconfig=prod]
    envs: { SHOP: a }
    resources: { limits: { memory: 2Gi }, jvm: { memory: { xmx: 1024m } } }
`;
  expect(differences(values, 'args: null')).toEqual([
    'worse args=-DenableCorrelationLogs=true: the correlation log is on here',
    'worse args=-Dconfig=prod: the chart has no such argument',
    'worse env/[SHOP]=a: the chart has no such variable',
  ]);
  expect(
    differences(values, 'args: [-DenableCorrelationLogs=true -Dconfig=prod], env: [{ name: SHOP, value: a }]'),
  ).toEqual([]);
});

test('what deployment.toml of each tenant says beyond that of the chart is told as another', () => {
  const program = imported('', '4.5');
  const told = (toml: string) =>
    compare(
      objectsOf(
        'objects.yaml',
        `kind: ConfigMap\nmetadata: { name: toml }\ndata:\n  deployment.toml: |\n    ${toml}\n`,
      ),
      renderedBy(program),
      program.release,
    )
      .filter(({ field }) => field.path.startsWith('/data/'))
      .map(({ verdict, field, because }) => `${verdict} ${field.path}=${field.value}: ${because}`);
  const rest = [
    'other /data/deployment.toml!/server/graceful_shutdown_enabled=true: requests that are under way end before the server does',
    'other /data/deployment.toml!/server/graceful_shutdown_timeout=180000: requests that are under way end before the server does',
    'other /data/deployment.toml!/server_configuration/diagnostic_tool_enabled=false: no second JVM beside the server, which would take as much heap',
  ];
  expect(told('')).toEqual([
    'other /data/deployment.toml!/server/hot_deployment=false: a CAR that comes into a running pod is no deployment; a change of the image is',
    ...rest,
  ]);
  expect(told('server.hot_deployment = false')).toEqual([
    'equal /data/deployment.toml!/server/hot_deployment=false: undefined',
    ...rest,
  ]);
});

test('the correlation log comes to the console where the values switch it on, and only there', () => {
  const logging = (values: string) => /logging: \[(.*)\]/.exec(imported(values, '4.4').text)?.[1];
  const both = "ConsoleLogging.of('access'), ConsoleLogging.of('audit')";
  expect(logging('')).toBe(both);
  expect(logging('wso2: { deployment: { cmdArgs: [-DenableCorrelationLogs=true] } }')).toBe(
    `${both}, ConsoleLogging.of('correlation')`,
  );
  expect(logging('wso2: { deployment: { envs: { JAVA_OPTS: "-Da=b -DenableCorrelationLogs=true" } } }')).toBe(
    `${both}, ConsoleLogging.of('correlation')`,
  );
});

test('a comparison ends with how many differ for each reason, the gravest first, and the totals', () => {
  const judged = (verdict: Verdict['verdict'], path: string, because?: string): Judged => ({
    object: 'Service cloud-mi',
    field: { path, value: 1 },
    verdict,
    ...(because === undefined ? {} : { because }),
  });
  expect(
    comparisonText([
      judged('better', '/a', 'once'),
      judged('equal', '/b'),
      judged('better', '/c', 'twice'),
      judged('better', '/d', 'twice'),
      judged('other', '/e', 'another'),
      judged('worse', '/f', 'gone'),
    ]),
  ).toBe(`worse  Service cloud-mi  f = 1: gone
other  Service cloud-mi  e = 1: another
better  Service cloud-mi  a = 1: once
better  Service cloud-mi  c = 1: twice
better  Service cloud-mi  d = 1: twice

1 worse: gone
1 other: another
2 better: twice
1 better: once
1 equal, 1 other, 3 better, 1 worse
`);
});
