import { isDnsLabel } from '../core/dns-name';
import { isRecord } from '../core/record';
import { refuse } from '../core/refusal';
import type { MiRelease } from '../release/mi-release';
import type { ChartVersion } from './chart';
import { placeCloud } from './cloud';
import { call, type Field, Fields, fields, name, type Statement } from './code';
import { placeConfig } from './config';
import { Draft } from './draft';
import { placeEdge } from './edge';
import { releaseOf } from './image';
import { placeLogging } from './logging';
import { printed } from './print';
import { type ProgramForm, program } from './program';
import { placeTables } from './toml-places';
import { reasonOf, saidLeaves, unaskedReasons } from './unplaced';
import { Values } from './values';
import { placeWorkload } from './workload';

/** What a values file does not say of the release that it is of. */
export interface ImportProps {
  /** The chart that reads it. */
  readonly version: ChartVersion;
  /** Name of the release, which the tenant is called by. */
  readonly release: string;
  /** Namespace of the release; the unit is called by it and lives in it. */
  readonly namespace: string;
  /** Name of the values file, as the head of the program shows it. */
  readonly file: string;
  /**
   * What is written: a program with a fleet of its own, or a function that adds the release to the fleet of another.
   *
   * @default 'program'
   */
  readonly form?: ProgramForm;
}

/** A release of the chart as a fleet. */
export interface Imported {
  /** The program, to be saved as main.ts. */
  readonly text: string;
  /** The same, line by line, up to the synth. */
  readonly statements: readonly Statement[];
  /** What has no place, each with the reason. */
  readonly unplaced: readonly string[];
  /** Release of Micro Integrator that it runs. */
  readonly release: MiRelease;
}

/** The fleet that a values file of WSO2's chart describes. */
export function importValues(said: Readonly<Record<string, unknown>>, props: ImportProps): Imported {
  for (const prop of ['release', 'namespace'] as const) {
    if (!isDnsLabel(props[prop])) {
      refuse({
        prop: `--${prop}`,
        kind: 'import',
        id: props.file,
        must: 'be a name that Kubernetes takes',
        got: props[prop],
      });
    }
  }
  const { draft, statements } = drafted(said, props);
  const { release } = draft.about;
  const unasked = unaskedReasons(draft.values).filter((line) => !isTold(line, draft.unplaced));
  const told = [...draft.unplaced, ...unasked];
  const unplaced = [...told, ...silentReasons(said, props, { draft, statements, told })];
  return { text: program(statements, { ...props, draft, unplaced }), statements, unplaced, release };
}

interface Drafted {
  readonly draft: Draft;
  readonly statements: readonly Statement[];
}

function drafted(
  said: Readonly<Record<string, unknown>>,
  { version, release: tenant, namespace }: ImportProps,
): Drafted {
  const values = new Values(said, version);
  const draft = new Draft({ values, tenant, namespace, release: releaseOf(values) });
  placeConfig(draft);
  placeTables(draft);
  placeWorkload(draft);
  placeLogging(draft);
  placeCloud(draft);
  placeEdge(draft);
  return { draft, statements: [...opening(draft), ...draft.before, tenantOf(draft), ...draft.after] };
}

/** What was looked at and changed nothing: a value without which the program is the same is said to have no effect. */
function silentReasons(
  said: Readonly<Record<string, unknown>>,
  props: ImportProps,
  { draft, statements, told }: Drafted & { readonly told: readonly string[] },
): string[] {
  const untold = saidLeaves(draft.values)
    .filter((path) => !isTold(path, told) && !told.some((line) => line.startsWith(path)))
    .filter((path) => !draft.secrets.some(({ from }) => from === path || from.startsWith(`${path}.`)));
  const whole = untold.length === 0 ? '' : printed(statements);
  return untold
    .filter((path) => !whole.includes(path) && sameWithout(said, props, path, whole))
    .map((path) => `${path}: ${reasonOf(path, draft.values)}`);
}

/** Whether something is said already of a value, or of the table that it stands in. */
function isTold(path: string, told: readonly string[]): boolean {
  return told.some((line) => path.startsWith(line.split(/[: ]/)[0] ?? ''));
}

function sameWithout(
  said: Readonly<Record<string, unknown>>,
  props: ImportProps,
  path: string,
  whole: string,
): boolean {
  const { without, value } = removed(said, path.split('.'));
  if (value === new Values({}, props.version).at(path)) {
    return false;
  }
  try {
    return printed(drafted(without, props).statements) === whole;
  } catch {
    return false;
  }
}

/** Values without the one at a path. */
function removed(
  said: Readonly<Record<string, unknown>>,
  [key = '', ...rest]: readonly string[],
): { readonly without: Readonly<Record<string, unknown>>; readonly value: unknown } {
  const { [key]: child, ...others } = said;
  if (rest.length === 0 || !isRecord(child)) {
    return { without: others, value: child };
  }
  const inner = removed(child, rest);
  return { without: { ...others, [key]: inner.without }, value: inner.value };
}

function opening(draft: Draft): Statement[] {
  const { values, about } = draft;
  const subscribed =
    values.text('wso2.subscription.username') !== '' && values.text('wso2.subscription.password') !== '';
  const named = values.text('wso2.deployment.imagePullSecrets');
  const pullSecrets = [...(subscribed ? [`${about.tenant}-registry`] : []), ...(named === '' ? [] : [named])];
  const notes = subscribed
    ? [
        `The Secret of the subscription goes with the chart; make ${about.tenant}-registry by: kubectl create secret docker-registry.`,
      ]
    : [];
  return [
    { notes: [], name: 'fleet', exported: true, code: call('new Fleet') },
    {
      notes: [
        'It has no network policy, so none comes with the move; from here to Network.isolated() leads',
        'node_modules/cdk8s-wso2-mi/docs/network.md.',
        ...notes,
      ],
      name: 'unit',
      code: call(
        'new BusinessUnit',
        name('fleet'),
        about.namespace,
        fields({
          contact: 'nobody yet',
          namespace: call('UnitNamespace.existing', about.namespace),
          network: call('Network.audit'),
          pullSecrets: pullSecrets.length === 0 ? undefined : pullSecrets,
        }),
      ),
    },
  ];
}

/** The groups of a tenant's props, in the order in which they are written. */
const ORDER = ['image', 'scaling', 'size', 'env', 'mounts', 'tls', 'config', 'logging', 'lifecycle', 'pod'];

function tenantOf(draft: Draft): Statement {
  const toml = draft.tomlFields();
  const files = draft.fieldsOf('files');
  const config: Field[] = [
    ...draft.fieldsOf('config'),
    ...(files.length === 0 ? [] : [{ key: 'files', value: new Fields(files), notes: [] }]),
    ...(toml.fields.length === 0 ? [] : [{ key: 'toml', value: toml, notes: [] }]),
  ];
  const groups: Field[] = [
    ...draft.fieldsOf(''),
    ...['env', 'lifecycle', 'pod'].flatMap((key) => {
      const of = draft.fieldsOf(key);
      return of.length === 0 ? [] : [{ key, value: new Fields(of), notes: [] }];
    }),
    ...(config.length === 0 ? [] : [{ key: 'config', value: new Fields(config), notes: [] }]),
  ];
  const sorted = [...groups].sort((one, other) => ORDER.indexOf(one.key) - ORDER.indexOf(other.key));
  return {
    notes: [],
    name: 'tenant',
    code: call('new MiTenant', name('unit'), draft.about.tenant, new Fields(sorted)),
  };
}
