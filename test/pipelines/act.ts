import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ended } from '../../lib/core/program';
import type { Company } from './company';
import { ACT, tool } from './tools';

/** What a workflow is given. */
export interface WorkflowRun {
  readonly event: 'pull_request' | 'push' | 'workflow_run' | 'workflow_dispatch';
  readonly workflow: string;
  /** What GitHub tells of the event. */
  readonly payload: object;
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs a workflow of a company on this machine. */
export function act(company: Company, folder: string, run: WorkflowRun): Promise<Ended> {
  const payload = join(folder, 'event.json');
  writeFileSync(payload, JSON.stringify(run.payload));
  const uses = actionsOf(company);
  const pairs = (flag: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  // Secrets come as names alone: act reads their values from its environment.
  const args = [
    run.event,
    `--workflows=.github/workflows/${run.workflow}.yaml`,
    `--eventpath=${payload}`,
    '--platform=ubuntu-latest=-self-hosted',
    '--no-cache-server',
    '--artifact-server-addr=127.0.0.1',
    '--defaultbranch=main',
    '--env=ACT=',
    ...Object.keys(run.secrets).flatMap((name) => ['--secret', name]),
    ...pairs('--var', run.vars),
    ...pairs('--env', { ...run.env, ARTIFACTS: join(folder, 'artifacts') }),
    ...uses.map(
      (used) => `--local-repository=${used}=${join(__dirname, 'actions', /[\w-]+(?=@)/.exec(used)?.[0] ?? '')}`,
    ),
  ];
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  return company.run(tool(ACT), args, {
    ...run.secrets,
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: home,
  });
}

function actionsOf(company: Company): readonly string[] {
  const texts = readdirSync(company.at('.github/workflows')).map((name) =>
    company.file('main', `.github/workflows/${name}`),
  );
  const used = texts.flatMap((text) => [...text.matchAll(/uses: (actions\/\S+)/g)].map(([, one = '']) => one));
  return [...new Set(used)];
}
