import { type Command, InvalidArgumentError, Option } from 'commander';
import { refuse, refuseAll, verbatim } from '../core/refusal';
import type { AddCommand, Shell } from '../core/shell';
import { ask } from './confirm';
import { deploy, type PartReport, plansText } from './deploy';
import { Kubectl, titleOf } from './kubectl';
import { UnitLease } from './lease';
import { liveOf, tenantOf } from './live';
import { chosenParts, contextOf, type Environment, type Part, readEnvironment } from './part';
import { WAITED } from './phase';
import { missingOf, type Plan, planOf } from './plan';
import { failureText, type Patience, untilReady } from './readiness';
import { changedOf, rollBack } from './rollback';
import { statusOf, statusText } from './status';
import { lostFiles, removalOf, remove } from './teardown';
import { Teller } from './teller';

interface Options {
  readonly environment?: string;
  readonly context?: string;
  readonly json?: boolean;
}

interface Waiting extends Options {
  readonly timeout: number;
  readonly patience: number;
  readonly yes?: boolean;
}

interface DeployOptions extends Waiting {
  readonly diff?: boolean;
  readonly dryRun?: boolean;
  readonly onlyNamespaces?: boolean;
  readonly takeOver?: boolean;
  readonly rollbackOnFailure?: boolean;
  readonly keepConfigs: number;
}

interface TeardownOptions extends Options {
  readonly tenant?: string;
  readonly all?: boolean;
  readonly namespace?: boolean;
  readonly confirm?: string;
}

const CODES = '\nExit code: 0 done, or nothing to do; 1 a unit did not get ready; 2 nothing was touched.';
const KEPT_CONFIGS = 10;

/** `cdk8s-wso2-mi deploy`, `status`, `rollback` and `teardown`: what was rendered, brought to its cluster by kubectl. */
export const addDelivery: AddCommand = (program, shell) => {
  waiting(onCluster(program.command('deploy')))
    .description('Brings an environment to its cluster, unit by unit, and waits until each is ready.')
    .argument('[unit...]', 'ids of units; all of the environment without one')
    .option('--diff', 'show each line that changes')
    .option('--dry-run', 'show what would change, and change nothing; exit with 1 if there is something')
    .option('--only-namespaces', 'make the namespaces, so that Secrets can be put there, and nothing else')
    .option('--take-over', 'take back what somebody changed by hand')
    .option('--rollback-on-failure', 'bring the changed workloads of a unit that does not get ready back')
    .option('--keep-configs <count>', 'old configurations of a tenant that stay', numberOf, KEPT_CONFIGS)
    .addHelpText('after', CODES)
    .action((ids: readonly string[], options: DeployOptions) => runDeploy(shell, ids, options));
  onCluster(program.command('status'))
    .description('Tells what runs of an environment, and whether it is ready.')
    .argument('[unit...]', 'ids of units; all of the environment without one')
    .addHelpText('after', '\nExit code: 0 all is ready, 1 something is not, 2 it cannot be told.')
    .action((ids: readonly string[], options: Options) => runStatus(shell, ids, options));
  waiting(onCluster(program.command('rollback')))
    .description(
      'Brings what the last deploy of a unit changed, or some of its tenants, back to image and configuration of before.',
    )
    .argument('<unit>', 'id of the unit')
    .argument('[tenant...]', 'names of tenants; what the last deploy changed without one')
    .addHelpText('after', CODES)
    .action((id: string, tenants: readonly string[], options: Waiting) => runRollback(shell, id, tenants, options));
  onCluster(program.command('teardown'))
    .description('Takes units, or a tenant of one, out of the cluster. Volumes and claims stay, and are named.')
    .argument('[unit...]', 'ids of units')
    .option('--all', 'every unit of the environment')
    .option('--tenant <name>', 'one tenant of the unit')
    .option('--namespace', 'the namespaces too; refused where files would be lost')
    .option('--confirm <name>', 'the name that would be asked for')
    .addHelpText('after', CODES)
    .action((ids: readonly string[], options: TeardownOptions) => runTeardown(shell, ids, options));
};

function onCluster(command: Command): Command {
  return command
    .option('-e, --environment <name>', 'an environment of dist/, or the path of a folder; dist/ itself without it')
    .option('--context <name>', 'context of kubectl, where the files name none; another than theirs is refused')
    .option('--json', 'the outcome for programs');
}

function waiting(command: Command): Command {
  return command
    .option('--yes', 'do not ask')
    .addOption(
      new Option('--timeout <seconds>', 'the longest that a workload may take').argParser(numberOf).default(900),
    )
    .addOption(
      new Option('--patience <seconds>', 'how long a pod may fail before it counts').argParser(numberOf).default(30),
    );
}

async function runDeploy(shell: Shell, ids: readonly string[], options: DeployOptions): Promise<void> {
  const { parts, kubectl } = open(ids, options);
  if (options.onlyNamespaces === true) {
    await kubectl.apply(parts.flatMap(({ objects }) => objects).filter(({ kind }) => kind === 'Namespace'));
    return;
  }
  if (options.dryRun === true) {
    return dryRun(shell, kubectl, parts, options);
  }
  const reports = await deploy(kubectl, parts, new Teller(shell.stderr), {
    patience: patienceOf(options),
    keepConfigs: options.keepConfigs,
    takeOver: options.takeOver === true,
    rollBackOnFailure: options.rollbackOnFailure === true,
    confirm: async (plans) => {
      show(shell, plans, options);
      return options.yes === true || (await ask(shell, `Deploy to ${kubectl.context}? [y/N]`, '--yes')) === 'y';
    },
  });
  tell(shell, options, { context: kubectl.context, units: reports }, reportText(reports));
  shell.exitCode = reports.every(({ state }) => state === 'deployed' || state === 'unchanged') ? 0 : 1;
}

async function dryRun(shell: Shell, kubectl: Kubectl, parts: readonly Part[], options: DeployOptions): Promise<void> {
  refuseAll((await Promise.all(parts.map((part) => missingOf(kubectl, part)))).flat());
  const plans: Plan[] = [];
  for (const part of parts) {
    plans.push(await planOf(kubectl, part, options));
  }
  show(shell, plans, options);
  shell.exitCode = plans.some(({ created, changed, pruned }) => created.length + changed.length + pruned.length > 0)
    ? 1
    : 0;
}

async function runStatus(shell: Shell, ids: readonly string[], options: Options): Promise<void> {
  const { parts, kubectl } = open(ids, options);
  const rows = (await Promise.all(parts.map((part) => statusOf(kubectl, part)))).flat();
  tell(shell, options, { context: kubectl.context, workloads: rows }, statusText(rows));
  shell.exitCode = rows.every(({ state }) => state === 'ready') ? 0 : 1;
}

async function runRollback(shell: Shell, id: string, tenants: readonly string[], options: Waiting): Promise<void> {
  const { parts, kubectl } = open([id], options);
  const [part] = parts;
  if (part?.unit === undefined) {
    return refuse({ prop: 'unit', kind: 'rollback', id, must: 'be a business unit', got: id });
  }
  const teller = new Teller(shell.stderr);
  const lease = await UnitLease.take(kubectl, part);
  try {
    const live = (await liveOf(kubectl, part.unit)).objects.filter(({ kind }) => WAITED.has(kind));
    const named = live.filter((object) => tenants.includes(tenantOf(object) ?? ''));
    const meant = tenants.length === 0 ? changedOf(live, lease.last.changed) : named.map((workload) => ({ workload }));
    if (meant.length === 0) {
      const got = tenants.length === 0 ? verbatim('none that the last deploy changed') : tenants.join(', ');
      return refuse({
        prop: 'tenant',
        kind: 'unit',
        id,
        must: `be one of ${live.map((one) => tenantOf(one)).join(', ')}`,
        got,
      });
    }
    const objects = meant.map(({ workload }) => workload);
    await agreed(shell, `Roll ${objects.map(titleOf).join(', ')} back on ${kubectl.context}? [y/N]`, options);
    const workloads = await rollBack(kubectl, meant, teller);
    const failure = await untilReady(kubectl, { ...part, objects }, patienceOf(options), teller);
    const next = `The files of ${id} still say what was there: put the same into the source, or the next deploy brings it again.`;
    const text = failure === undefined ? next : failureText(id, failure);
    tell(shell, options, { context: kubectl.context, unit: id, workloads, reason: failure?.reason }, `${text}\n`);
    shell.exitCode = failure === undefined && workloads.every(({ reason }) => reason === undefined) ? 0 : 1;
  } finally {
    await lease.release();
  }
}

async function runTeardown(shell: Shell, ids: readonly string[], options: TeardownOptions): Promise<void> {
  const { environment, kubectl } = open([], options);
  const { tenant, all = false, namespace: withNamespace = false } = options;
  if (all === ids.length > 0 || (tenant !== undefined && ids.length !== 1)) {
    const got = verbatim(all ? '--all' : `${ids.length} units`);
    refuse({
      prop: 'unit',
      kind: 'teardown',
      id: environment.folder,
      must: 'be named, one for a tenant, or --all said',
      got,
    });
  }
  const parts = all ? environment.parts : ids.map((id) => partNamed(environment, id));
  const removals = await Promise.all(parts.map((part) => removalOf(kubectl, part, { tenant, withNamespace })));
  refuseAll((await Promise.all(removals.map((removal) => lostFiles(kubectl, removal)))).flat());
  const name = tenant ?? (all ? kubectl.context : ids.join(' '));
  shell.stderr.write(
    removals.map(({ unit, removed, kept }) => removalText(unit, removed.map(titleOf), kept.map(titleOf))).join(''),
  );
  const said =
    options.confirm ?? (await ask(shell, `Type ${name} to take this out of ${kubectl.context}:`, '--confirm'));
  if (said !== name) {
    refuse({ prop: 'name', kind: 'teardown', id: environment.folder, must: `be "${name}"`, got: said });
  }
  const teller = new Teller(shell.stderr);
  for (const [index, removal] of removals.entries()) {
    const part = parts[index];
    if (part !== undefined && removal.removed.length > 0) {
      await underLease(kubectl, { ...part, namespace: removal.namespace }, () => remove(kubectl, removal, teller));
    }
    if (part?.unit !== undefined && tenant === undefined && removal.namespace !== '') {
      const place = `--namespace=${removal.namespace}`;
      await kubectl.ok(['delete', `lease/${part.unit}-deploy`, place, '--ignore-not-found']);
    }
  }
  const units = removals.map(({ unit, removed, kept }) => ({
    unit,
    removed: removed.map(titleOf),
    kept: kept.map(titleOf),
  }));
  const kept = units.flatMap((one) => one.kept);
  tell(
    shell,
    options,
    { context: kubectl.context, units },
    `gone; ${kept.length === 0 ? 'nothing stays' : `what stays: ${kept.join(', ')}`}\n`,
  );
  shell.exitCode = 0;
}

/** A unit that left the program is in no file; its name in the cluster finds it. */
function partNamed({ parts }: Environment, id: string): Part {
  return parts.find((part) => part.id === id) ?? { id, unit: id, namespace: '', objects: [], needed: [] };
}

async function underLease(kubectl: Kubectl, part: Part, action: () => Promise<void>): Promise<void> {
  const lease = part.unit === undefined || part.namespace === '' ? undefined : await UnitLease.take(kubectl, part);
  await action().finally(() => lease?.release());
}

function removalText(unit: string, removed: readonly string[], kept: readonly string[]): string {
  return [unit, ...removed.map((title) => `  - ${title}`), ...kept.map((title) => `  stays: ${title}`), ''].join('\n');
}

interface Opened {
  readonly environment: Environment;
  readonly parts: readonly Part[];
  readonly kubectl: Kubectl;
}

function open(ids: readonly string[], options: Options): Opened {
  const environment = readEnvironment(options.environment);
  const parts = chosenParts(environment, ids);
  return { environment, parts, kubectl: new Kubectl(contextOf(environment, options.context)) };
}

function show(shell: Shell, plans: readonly Plan[], { diff, dryRun, json }: DeployOptions): void {
  const text = `${diff === true ? plans.map((plan) => plan.text).join('') : ''}${plansText(plans)}`;
  (dryRun === true && json !== true ? shell.stdout : shell.stderr).write(text);
}

async function agreed(shell: Shell, question: string, { yes }: Waiting): Promise<void> {
  if (yes !== true && (await ask(shell, question, '--yes')) !== 'y') {
    refuse({ prop: 'answer', kind: 'command', id: question, must: 'be y', got: verbatim('no') });
  }
}

function patienceOf({ timeout, patience }: Waiting): Patience {
  return { timeout, failing: patience };
}

function numberOf(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new InvalidArgumentError('It must be a whole number.');
  }
  return Number(text);
}

function reportText(reports: readonly PartReport[]): string {
  return reports.map(({ unit, state }) => `${unit}: ${state}\n`).join('');
}

function tell(shell: Shell, { json }: Options, outcome: object, text: string): void {
  shell.stdout.write(json === true ? `${JSON.stringify(outcome, undefined, 2)}\n` : text);
}
