import type { AddCommand, Shell } from '../core/shell';
import { CODES, numberOf, type Options, onCluster, open, tell, type Waiting, waiting } from './command-line';
import { type DeployOptions, runDeploy } from './deploy-command';
import { runRollback } from './rollback-command';
import { statusOf, statusText } from './status';
import { runTeardown, type TeardownOptions } from './teardown-command';

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

async function runStatus(shell: Shell, ids: readonly string[], options: Options): Promise<void> {
  const { parts, kubectl } = open(ids, options);
  const rows = (await Promise.all(parts.map((part) => statusOf(kubectl, part)))).flat();
  tell(shell, options, { context: kubectl.context, workloads: rows }, statusText(rows));
  shell.exitCode = rows.every(({ state }) => state === 'ready') ? 0 : 1;
}
