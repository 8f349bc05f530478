import { spawnSync } from 'node:child_process';
import { program } from '../cluster/build/cache';
import { NETWORK_JUDGES } from '../cluster/versions';
import { type End, namespaceLabels, type Question } from '../network/evaluator';
import type { FleetNetwork } from '../network/fleet-ends';

/** What both evaluators say of each question, in its order. */
export interface Answers {
  readonly cyclonus: readonly boolean[];
  readonly kubeNetworkPolicies: readonly boolean[];
}

/** Asks cyclonus and the evaluator of kube-network-policies about networks; one process for all of them. */
export function asked(networks: ReadonlyArray<{ policies: FleetNetwork['policies']; questions: readonly Question[] }>) {
  const input = networks.map(({ policies, questions }) => {
    const ends = [...new Set(questions.flatMap(({ from, to }) => [from, to]))];
    const place = new Map(ends.map((end, index) => [end, index]));
    return JSON.stringify({
      policies,
      namespaces: namespacesOf(ends),
      ends,
      questions: questions.map(({ from, to, ...at }) => ({ ...at, from: place.get(from), to: place.get(to) })),
    });
  });
  const { stdout, stderr, status } = spawnSync(program(NETWORK_JUDGES, 'network-judges'), {
    input: `${input.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    timeout: 200_000,
  });
  if (status !== 0) throw new Error(`the evaluators must answer, got exit ${status}: ${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answers);
}

/** The labels of all namespaces that pods are in. */
function namespacesOf(ends: readonly End[]): Record<string, Record<string, string>> {
  const names = ends.flatMap(({ pod }) => pod?.namespace ?? []);
  return Object.fromEntries(names.map((name) => [name, namespaceLabels(name)]));
}
