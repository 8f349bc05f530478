import { refuseAll } from '../core/refusal';
import type { Shell } from '../core/shell';
import { open, patienceOf, tell, type Waiting } from './command-line';
import { ask } from './confirm';
import { deploy, type PartReport, plansText } from './deploy';
import type { Kubectl } from './kubectl';
import { lostSecretsOf } from './lost-secrets';
import type { Part } from './part';
import { missingOf, type Plan, planOf } from './plan';
import { Teller } from './teller';

/** The options of `deploy`. */
export interface DeployOptions extends Waiting {
  readonly diff?: boolean;
  readonly dryRun?: boolean;
  readonly onlyNamespaces?: boolean;
  readonly takeOver?: boolean;
  readonly rollbackOnFailure?: boolean;
  readonly keepConfigs: number;
}

/** `cdk8s-wso2-mi deploy`. */
export async function runDeploy(shell: Shell, ids: readonly string[], options: DeployOptions): Promise<void> {
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
  refuseAll(plans.flatMap(lostSecretsOf));
  show(shell, plans, options);
  shell.exitCode = plans.some(({ created, changed, pruned }) => created.length + changed.length + pruned.length > 0)
    ? 1
    : 0;
}

function show(shell: Shell, plans: readonly Plan[], { diff, dryRun, json }: DeployOptions): void {
  const text = `${diff === true ? plans.map((plan) => plan.text).join('') : ''}${plansText(plans)}`;
  (dryRun === true && json !== true ? shell.stdout : shell.stderr).write(text);
}

function reportText(reports: readonly PartReport[]): string {
  return reports.map(({ unit, state }) => `${unit}: ${state}\n`).join('');
}
