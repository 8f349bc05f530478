import { refuse, refuseAll, verbatim } from '../core/refusal';
import type { Shell } from '../core/shell';
import { type Options, open, tell } from './command-line';
import { ask } from './confirm';
import { type Kubectl, titleOf } from './kubectl';
import { UnitLease } from './lease';
import type { Environment, Part } from './part';
import { lostFiles, removalOf, remove } from './teardown';
import { Teller } from './teller';

/** The options of `teardown`. */
export interface TeardownOptions extends Options {
  readonly tenant?: string;
  readonly all?: boolean;
  readonly namespace?: boolean;
  readonly confirm?: string;
}

/** `cdk8s-wso2-mi teardown`. */
export async function runTeardown(shell: Shell, ids: readonly string[], options: TeardownOptions): Promise<void> {
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
