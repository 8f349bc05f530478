import { CORRELATION_ARGUMENT } from '../logging/log-destination';
import { heapVerdict } from './heap-verdict';
import { at, fieldsOf, type Here, listOf } from './here';
import { type Leaf, type Rendered, titleOf } from './leaves';
import { chartToml } from './toml-verdict';
import { EQUAL, other, type Verdict } from './verdict';

/** A field that the chart has not, with what it does. */
export interface OnlyHere extends Verdict {
  readonly object: string;
  readonly field: Leaf;
}

/** Variables that the tenant sets for a purpose of its own. */
const VARIABLES: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(SERVICE_NAME|OTEL_RESOURCE_ATTRIBUTES|MI_TENANT|MI_UNIT)$/, 'spans are of their tenant and unit'],
  [/^nodeId$/, 'each pod has its own name as its id among those that share work'],
];

/** Keys of `deployment.toml` that each tenant has, whatever its values say. */
const KEYS: ReadonlyArray<readonly [string, string]> = [
  ['server/hot_deployment', 'a CAR that comes into a running pod is no deployment; a change of the image is'],
  ['server/graceful_shutdown_enabled', 'requests that are under way end before the server does'],
  ['server/graceful_shutdown_timeout', 'requests that are under way end before the server does'],
  ['server_configuration/diagnostic_tool_enabled', 'no second JVM beside the server, which would take as much heap'],
];

/** What the server is told here and not by the chart: each changes what it does, or is asked for elsewhere. */
export function onlyHere(theirs: readonly Rendered[], here: Here): OnlyHere[] {
  return [...argumentsOf(theirs, here), ...keysOf(theirs, here)];
}

const CONTAINER = '/spec/template/spec/containers/[micro-integrator]';

function argumentsOf(theirs: readonly Rendered[], here: Here): OnlyHere[] {
  const chart = fieldsOf(listOf(at(deployment(theirs), 'spec/template/spec/containers'))[0]);
  const theirArgs = listOf(chart.args).flatMap((arg) => String(arg).split(/\s+/));
  const theirVariables = listOf(chart.env).map((one) => fieldsOf(one).name);
  const args = listOf(here.container.args).map(String);
  const variables = listOf(here.container.env).map(fieldsOf);
  return [
    ...args
      .filter((arg) => !theirArgs.includes(arg))
      .map((arg) => ({ field: { path: `${CONTAINER}/args`, value: arg }, ...argumentVerdict(arg) })),
    ...variables
      .filter(({ name }) => !theirVariables.includes(name))
      .map(({ name, value }) => ({
        field: { path: `${CONTAINER}/env/[${name}]`, value: String(value ?? 'from elsewhere') },
        ...variableVerdict(String(name), here),
      })),
  ].map((one) => ({ object: titleOf(here.one('Deployment')), ...one }));
}

function keysOf(theirs: readonly Rendered[], here: Here): OnlyHere[] {
  const object = titleOf(here.one('ConfigMap'));
  return KEYS.filter(([key]) => at(chartToml(theirs), key) === undefined).flatMap(([key, because]) => {
    const value = at(here.toml, key);
    const field = { path: `/data/deployment.toml!/${key}`, value: String(value) };
    return value === undefined ? [] : [{ object, field, ...other(because) }];
  });
}

function deployment(objects: readonly Rendered[]): Rendered | undefined {
  return objects.find(({ kind }) => kind === 'Deployment');
}

function argumentVerdict(arg: string): Verdict {
  return arg === CORRELATION_ARGUMENT
    ? added('the correlation log is on here')
    : added('the chart has no such argument');
}

function variableVerdict(name: string, here: Here): Verdict {
  if (name === 'JVM_MEM_OPTS') {
    return heapVerdict(here);
  }
  // What deployment.toml makes of it is judged there.
  if (JSON.stringify(here.toml).includes(`$env{${name}}`)) {
    return EQUAL;
  }
  const known = VARIABLES.find(([pattern]) => pattern.test(name));
  return known === undefined ? added('the chart has no such variable') : other(known[1]);
}

/** Something that nobody asked for. */
function added(because: string): Verdict {
  return { verdict: 'worse', because };
}
