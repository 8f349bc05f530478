import { DEPLOYMENT } from './chart';
import { call, fields, name } from './code';
import { datasourceOf } from './database';
import type { Draft } from './draft';

/** How many pods run, and what may go at once. */
export function placeScaling(draft: Draft): void {
  const { values } = draft;
  const [hpa, rolling] = [`${DEPLOYMENT}.hpa`, `${DEPLOYMENT}.strategy.rollingUpdate`];
  const replicas = values.number(`${DEPLOYMENT}.replicas`) ?? 1;
  const surge = values.number(`${rolling}.maxSurge`);
  const unavailable = values.number(`${rolling}.maxUnavailable`);
  for (const key of ['maxSurge', 'maxUnavailable']) {
    if (values.text(`${rolling}.${key}`).endsWith('%')) {
      draft.lacks(`${rolling}.${key}`, `${values.text(`${rolling}.${key}`)} is a share; here it is a number of pods`);
    }
  }
  const least = values.isOn(`${hpa}.enabled`) ? (values.number(`${hpa}.minReplicas`) ?? 1) : replicas;
  const rollout = {
    maxSurge: surge === undefined || surge === 1 ? undefined : surge,
    maxUnavailable: unavailable === undefined || unavailable === 0 ? undefined : unavailable,
    maxEvictions: evictionsOf(draft, least),
  };
  const isPlain = Object.values(rollout).every((value) => value === undefined);
  const rest = isPlain ? [] : [fields(rollout)];
  const most = values.number(`${hpa}.maxReplicas`) ?? 1;
  if (values.isOn(`${hpa}.enabled`) && most > least) {
    const auto = call(
      'Scaling.auto',
      fields({
        min: least,
        max: most,
        cpuPercent: values.number(`${hpa}.cpuUtilizationPercentage`),
        memoryPercent: values.number(`${hpa}.memoryUtilizationPercentage`),
        ...rollout,
      }),
    );
    draft.set(
      'scaling',
      coordination(draft, most) ? auto.calling('coordinatedBy', TASKS) : auto,
      'A JVM keeps the heap that it took, so memoryPercent rarely scales down again; the chart cannot leave it out.',
    );
    if (values.says(`${DEPLOYMENT}.replicas`)) {
      draft.lacks(`${DEPLOYMENT}.replicas`, 'the chart writes it beside the autoscaler, with which it fights');
    }
    return;
  }
  draft.set(
    'scaling',
    coordination(draft, least)
      ? call('Scaling.coordinated', least, TASKS, ...rest)
      : call('Scaling.fixed', least, ...rest),
  );
}

/** The database by which pods share out their work. */
const TASKS = name('tasks');

/** Whether the pods share out their work by a database, which then is declared. */
function coordination(draft: Draft, most: number): boolean {
  const path = 'wso2.config.coordination';
  const { values } = draft;
  if (!values.isOn(path)) {
    return false;
  }
  if (values.text(`${path}.rdbms.url`) === '') {
    draft.lacks(path, 'its url is empty: the chart writes a datasource that leads nowhere');
    return false;
  }
  if (most < 2) {
    draft.lacks(path, 'one pod has nobody to share work with; from two up: Scaling.coordinated(2, Datasource…)');
    return false;
  }
  if (values.text(`${path}.nodeId`) !== '') {
    draft.lacks(`${path}.nodeId`, 'each pod has its own name as its id; one for all replicas would make them one');
  }
  const notes = ['One schema a tenant. A values file knows no addresses: narrow 0.0.0.0/0.'];
  draft.before.push({ notes, name: TASKS.path, code: datasourceOf(draft, `${path}.rdbms`, 'WSO2_COORDINATION_DB') });
  return true;
}

function evictionsOf(draft: Draft, least: number): number | undefined {
  const { values } = draft;
  const pdb = `${DEPLOYMENT}.pdb`;
  if (!values.isOn(`${pdb}.enabled`)) {
    return undefined;
  }
  const wanted = values.text(`${pdb}.minAvailable`);
  const share = /^(\d+)%$/.exec(wanted)?.[1];
  const available = share === undefined ? Number(wanted) : Math.ceil((least * Number(share)) / 100);
  const evictions = least - available;
  if (least < 2) {
    draft.lacks(pdb, 'a budget of one pod forbids every drain of its node, or nothing');
    return undefined;
  }
  if (evictions < 1) {
    draft.lacks(`${pdb}.minAvailable`, `${wanted} of ${least} pods would hold up every drain of a node; one may go`);
    return undefined;
  }
  return evictions === 1 ? undefined : evictions;
}
