import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { cached, program } from './build/cache';
import { KWOK_STAGES } from './build/kwok';
import type { Cluster } from './cluster';
import { allBecome } from './conditions';
import { kwokNode, warmUpAddresses } from './kwok-node';
import { OwnedProcess } from './owned-process';
import { freePorts } from './ports';
import { KWOK_NODE, POD_CIDR } from './servers';
import { KWOK } from './versions';

/** Times of the pods that slow nodes run, in milliseconds. */
export interface PodTimes {
  /** From its binding to a node until a pod is ready. */
  readonly start: number;
  /** From its deletion until a pod is gone, as the drain of a real one takes it. */
  readonly stop: number;
  /**
   * Version of an application whose image cannot be pulled.
   *
   * @default - none
   */
  readonly broken?: string;
}

interface Stage {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly selector: { readonly matchExpressions: readonly object[] } };
}

const READY_SECONDS = 60;
const POLL_SECONDS = 2;

/**
 * Brings in nodes without containers, in three zones, whose pods take their time.
 *
 * Only kwok's own delays are set, so that the manifests stay what they are. kwok's pods are ready and gone at once
 * otherwise, and no controller could be seen to overlap two of them.
 */
export async function addSlowNodes(cluster: Cluster, count: number, times: PodTimes): Promise<OwnedProcess> {
  const { kubectl, kubeconfig, folder } = cluster;
  const stages = join(folder, 'slow-stages.yaml');
  writeFileSync(stages, slowStages(times));
  const [port = 0] = await freePorts(1);
  const kwok = OwnedProcess.start({
    name: 'kwok',
    file: program(KWOK, 'kwok'),
    args: [
      `--kubeconfig=${kubeconfig}`,
      `--config=${stages}`,
      '--manage-all-nodes=false',
      `--manage-nodes-with-annotation-selector=${Object.entries(KWOK_NODE).map((pair) => pair.join('='))}`,
      `--cidr=${POD_CIDR.replace('.0/', '.1/')}`,
      '--node-lease-duration-seconds=40',
      `--server-address=127.0.0.1:${port}`,
    ],
    log: join(folder, 'kwok.log'),
  });
  await kubectl.apply(...Array.from({ length: count }, (_, index) => kwokNode(index)));
  await kwok.ready(READY_SECONDS, () => allBecome(kubectl, 'node', 'Ready', POLL_SECONDS));
  await warmUpAddresses(kubectl);
  return kwok;
}

function slowStages({ start, stop, broken = '-' }: PodTimes): string {
  const text = readFileSync(cached(KWOK, KWOK_STAGES), 'utf8');
  const stages = parseAllDocuments(text).map((document) => document.toJS() as Stage);
  const ready = theStage(stages, 'pod-ready');
  const gone = theStage(stages, 'pod-delete');
  const others = stages.filter((stage) => stage !== ready && stage !== gone);
  const slow = [
    delayed(ready, 'pod-ready', start, versionIs('NotIn', broken)),
    unpulled(ready, versionIs('In', broken)),
    delayed(gone, 'pod-delete', stop),
  ];
  return [...others, ...slow].map((stage) => JSON.stringify(stage)).join('\n---\n');
}

function theStage(stages: readonly Stage[], name: string): Stage {
  const stage = stages.find(({ metadata }) => metadata.name === name);
  if (stage === undefined) throw new Error(`kwok must have a stage "${name}", got none`);
  return stage;
}

function delayed(stage: Stage, name: string, durationMilliseconds: number, ...more: readonly object[]): Stage {
  const matchExpressions = [...stage.spec.selector.matchExpressions, ...more];
  const spec = { ...stage.spec, selector: { matchExpressions }, delay: { durationMilliseconds } };
  return { ...stage, metadata: { name }, spec };
}

function versionIs(operator: 'In' | 'NotIn', version: string): object {
  return { key: '.metadata.labels["app.kubernetes.io/version"]', operator, values: [version] };
}

/** What a kubelet says of a pod whose image it cannot pull, once. */
function unpulled({ spec, ...stage }: Stage, which: object): Stage {
  const once = { key: '.status.containerStatuses', operator: 'DoesNotExist' };
  const [leaving] = spec.selector.matchExpressions;
  const waiting = '{waiting: {reason: ImagePullBackOff, message: "Back-off pulling image"}}';
  const status = '{name: micro-integrator, image: none, imageID: "", ready: false, restartCount: 0, state: ';
  const next = { statusTemplate: `containerStatuses:\n- ${status}${waiting}}\n` };
  const matchExpressions = [...(leaving === undefined ? [] : [leaving]), which, once];
  return {
    ...stage,
    metadata: { name: 'pod-unpulled' },
    spec: { ...spec, selector: { matchExpressions }, ...{ next } },
  };
}
