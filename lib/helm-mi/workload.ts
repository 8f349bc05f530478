import { MI_RELEASES, type MiRelease } from '../release/mi-release';
import { literalSecret } from '../secret/literal-secret';
import { forbiddenBecause } from '../tenant/refusals/pod';
import { type Code, call, fields, literal, name } from './code';
import { datasourceOf } from './database';
import type { Draft } from './draft';
import { cpuMillis, memoryMebibytes } from './quantity';
import type { Values } from './values';

const DEPLOYMENT = 'wso2.deployment';

/** The image without applications on Docker Hub. */
const STOCK_IMAGE = 'wso2/wso2mi';

/** The release of Micro Integrator that a release of the chart runs, as far as its values say it. */
export function releaseOf(values: Values): MiRelease {
  const of = (text: string) => Object.keys(MI_RELEASES).find((one) => text === one || text.startsWith(`${one}-`));
  const tag = of(values.text(`${DEPLOYMENT}.image.tag`));
  const build = values.says(`${DEPLOYMENT}.BuildVersion`) ? of(values.text(`${DEPLOYMENT}.BuildVersion`)) : undefined;
  const known = [tag, build, `${values.version}.0`].flatMap(
    (one) => Object.keys(MI_RELEASES).find((release) => release === one) ?? [],
  );
  const [release = ''] = known;
  return isRelease(release) ? release : '4.6.0';
}

function isRelease(text: string): text is MiRelease {
  return text in MI_RELEASES;
}

/** Image, scaling, size, environment and all that the pod asks of Kubernetes. */
export function placeWorkload(draft: Draft): void {
  placeScaling(draft);
  placeImage(draft);
  placeSize(draft);
  placeEnv(draft);
  placePod(draft);
  placeSecurity(draft);
  placeProbes(draft);
}

function placeImage(draft: Draft): void {
  const { values, about } = draft;
  const image = `${DEPLOYMENT}.image`;
  const registry = values.text('containerRegistry');
  const path = values.text(`${image}.repository`);
  const digest = values.text(`${image}.digest`);
  const tag = values.text(`${image}.tag`) || about.release;
  if (path === '') {
    draft.lacks(
      `${image}.repository`,
      'the values name no image, and the chart has none; this is the stock one of WSO2',
    );
  }
  const whole = path === '' ? STOCK_IMAGE : [registry, path].filter((part) => part !== '').join('/');
  // A name without a registry is one of Docker Hub, as the kubelet reads it.
  const repository = /^[^/]*[.:][^/]*\//.test(whole)
    ? whole
    : `docker.io/${whole.includes('/') ? '' : 'library/'}${whole}`;
  const policy = values.text(`${image}.pullPolicy`);
  const buildVersion = values.text(`${DEPLOYMENT}.BuildVersion`);
  const notes = [
    ...(digest === '' || values.text(`${image}.tag`) === ''
      ? []
      : ['The digest wins; the chart drops the tag beside it.']),
    ...(buildVersion === about.release
      ? []
      : [`BuildVersion ${buildVersion} only names a folder of mounts in the chart.`]),
    'withPoller where it reads files, topics or a clock: then it must be alone, or coordinated.',
  ];
  draft.before.push({
    notes: [],
    name: 'base',
    code: call(
      'MiBaseImage.fromRegistry',
      repository,
      fields({
        release: about.release,
        tag,
        pullPolicy: policy === 'IfNotPresent' || policy === '' ? undefined : policy,
      }),
    ),
  });
  const drivers = [...draft.drivers];
  draft.set(
    'image',
    call(
      'base.withApp',
      about.tenant,
      tag,
      fields({
        repository,
        tag,
        digest: digest === '' ? undefined : digest,
        drivers: drivers.length === 0 ? undefined : drivers,
      }),
    ),
    ...notes,
  );
}

function placeScaling(draft: Draft): void {
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
  if (values.isOn('wso2.config.coordination') && values.text('wso2.config.coordination.rdbms.url') !== '') {
    placeCoordination(draft, replicas, rest);
    return;
  }
  if (values.isOn('wso2.config.coordination')) {
    draft.lacks('wso2.config.coordination', 'its url is empty: the chart writes a datasource that leads nowhere');
  }
  const most = values.number(`${hpa}.maxReplicas`) ?? 1;
  if (values.isOn(`${hpa}.enabled`) && most > least) {
    const auto = {
      min: least,
      max: most,
      cpuPercent: values.number(`${hpa}.cpuUtilizationPercentage`),
      memoryPercent: values.number(`${hpa}.memoryUtilizationPercentage`),
    };
    draft.set(
      'scaling',
      call('Scaling.auto', fields({ ...auto, ...rollout })),
      'A JVM keeps the heap that it took, so memoryPercent rarely scales down again; the chart cannot leave it out.',
    );
    if (values.says(`${DEPLOYMENT}.replicas`)) {
      draft.lacks(`${DEPLOYMENT}.replicas`, 'the chart writes it beside the autoscaler, with which it fights');
    }
    return;
  }
  draft.set('scaling', call('Scaling.fixed', least, ...rest));
}

function placeCoordination(draft: Draft, replicas: number, rest: readonly Code[]): void {
  const path = 'wso2.config.coordination';
  if (draft.values.text(`${path}.nodeId`) !== '') {
    draft.lacks(`${path}.nodeId`, 'each pod has its own name as its id; one for all replicas would make them one');
  }
  const code = datasourceOf(draft, `${path}.rdbms`, 'WSO2_COORDINATION_DB');
  const notes = ['One schema a tenant. A values file knows no addresses: narrow 0.0.0.0/0.'];
  if (replicas < 2) {
    draft.lacks(path, `one pod has nobody to share work with; from two up: Scaling.coordinated(2, Datasource…)`);
    draft.set('scaling', call('Scaling.fixed', 1));
    draft.drivers.clear();
    return;
  }
  draft.before.push({ notes, name: 'tasks', code });
  draft.set('scaling', call('Scaling.coordinated', replicas, name('tasks'), ...rest));
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

function placeSize(draft: Draft): void {
  const { values } = draft;
  const resources = `${DEPLOYMENT}.resources`;
  const cpu = cpuMillis(values.text(`${resources}.requests.cpu`));
  const cpuLimit = cpuMillis(values.text(`${resources}.limits.cpu`));
  const memory = memoryMebibytes(values.text(`${resources}.limits.memory`));
  const promised = values.text(`${resources}.requests.memory`);
  const heap = memoryMebibytes(values.text(`${resources}.jvm.memory.xmx`));
  if (values.says(`${resources}.jvm.memory.xms`)) {
    draft.lacks(
      `${resources}.jvm.memory.xms`,
      'the heap has one fixed size, since a pod has no neighbour to give memory back to',
    );
  }
  const fits = heap !== undefined && memory !== undefined && heap + Math.max(256, Math.ceil(heap * 0.3)) <= memory;
  const isUsual = cpu === 500 && cpuLimit === 1000 && memory === 1024 && !fits;
  const heapNote = fits
    ? 'The heap of the chart never arrives (it sets JAVA_MEM_OPTS, which nothing reads); here it does.'
    : `The heap of the chart never arrives, and ${heap}m has no room in ${memory}Mi; here it is half of the memory.`;
  if (isUsual) {
    draft.lacks(`${resources}.jvm.memory`, heapNote);
    return;
  }
  const same = promised === values.text(`${resources}.limits.memory`);
  draft.set(
    'size',
    call(
      'MiSize.of',
      fields({
        cpu: cpu === undefined ? undefined : call('Cpu.millis', cpu),
        cpuLimit:
          cpuLimit === undefined || (cpu !== undefined && cpuLimit === 2 * cpu)
            ? undefined
            : call('Cpu.millis', cpuLimit),
        memory: memory === undefined ? undefined : sizeCode(memory),
        heap: fits && heap !== undefined ? sizeCode(heap) : undefined,
      }),
    ),
    ...(same
      ? []
      : [`All of it is reserved, not ${promised} of it: a JVM that is promised less is killed under load.`]),
    heapNote,
  );
}

function sizeCode(mebibytes: number): Code {
  return mebibytes % 1024 === 0 ? call('Size.gibibytes', mebibytes / 1024) : call('Size.mebibytes', mebibytes);
}

function placeEnv(draft: Draft): void {
  const { values } = draft;
  const path = `${DEPLOYMENT}.envs`;
  for (const [key, value] of Object.entries(values.table(path))) {
    const secret = literalSecret(key, String(value)) !== undefined;
    draft.set(`env/${key}`, secret ? draft.secretValue(`${path}.${key}`) : String(value));
  }
}

function placePod(draft: Draft): void {
  const { values } = draft;
  const args = values
    .list(`${DEPLOYMENT}.cmdArgs`)
    .map(String)
    .flatMap((arg) => arg.split(/\s+/));
  const test = values.isOn(`${DEPLOYMENT}.synapseTest.enabled`);
  const wrong = args.map((arg) => [arg, forbiddenBecause(arg)] as const);
  for (const [arg, because] of wrong) {
    if (because !== undefined) {
      draft.lacks(`${DEPLOYMENT}.cmdArgs ${arg}`, because);
    }
  }
  const taken = wrong.filter(([arg, because]) => arg !== '' && because === undefined).map(([arg]) => arg);
  const all = [...(test ? ['-DsynapseTest=true'] : []), ...taken];
  if (all.length > 0) {
    draft.set('pod/args', all);
  }
  if (test) {
    draft.set('pod/ports', fields({ 'synapse-test': 9008 }));
  }
  for (const key of ['annotations', 'nodeSelector'] as const) {
    const table = values.table(`${DEPLOYMENT}.${key}`);
    if (Object.keys(table).length > 0 && (key !== 'annotations' || values.version >= '4.4')) {
      draft.set(
        `pod/${key}`,
        literal(Object.fromEntries(Object.entries(table).map(([name, value]) => [name, String(value)]))),
      );
    }
  }
  const account = values.text('aws.serviceAccountName');
  if (account !== '' && values.text('provider') === 'aws') {
    draft.set('pod/serviceAccountName', account);
  }
}

const POD = '/spec/template/spec';

/** User, group and profiles are facts of the release, unless a cluster wants to say them. */
function placeSecurity(draft: Draft): void {
  const { values, about } = draft;
  const path = `${DEPLOYMENT}.securityContext`;
  const { user } = MI_RELEASES[about.release];
  const patch = (...changes: ReadonlyArray<readonly [string, string, Code?]>) => {
    for (const [change, at, value] of changes) {
      const of = call('Patch.of', name('tenant'), 'Deployment');
      draft.after.push({
        notes: [],
        code: value === undefined ? of.calling(change, at) : of.calling(change, at, value),
      });
    }
  };
  const later = values.version >= '4.4';
  const asUser = values.text(`${path}.runAsUser`);
  if (later && (!values.isOn(`${path}.enableRunAsUser`) || !values.isOn(`${path}.enableRunAsGroup`))) {
    const keys = [
      ...(values.isOn(`${path}.enableRunAsUser`) ? [] : ['runAsUser', 'runAsGroup']),
      ...(values.isOn(`${path}.enableRunAsGroup`) ? [] : ['fsGroup']),
    ];
    patch(...keys.map((key) => ['remove', `${POD}/securityContext/${key}`] as const));
  } else if (asUser !== '' && asUser !== `${user}`) {
    draft.lacks(
      `${path}.runAsUser`,
      `the official image of ${about.release} runs as ${user}; Patch changes it for another image`,
    );
  }
  const group = values.text(`${path}.runAsGroup`);
  if (later && group !== '' && group !== `${user}` && values.isOn(`${path}.enableRunAsGroup`)) {
    draft.lacks(`${path}.runAsGroup`, `the chart makes it the fsGroup, never the group; here both are ${user}`);
  }
  if (values.isOn(`${path}.seLinux.enabled`)) {
    patch([
      'add',
      `${POD}/containers/0/securityContext/seLinuxOptions`,
      fields({ level: values.text(`${path}.seLinux.level`) }),
    ]);
  }
  const seccomp = later ? values.isOn(`${path}.seccompProfile.enabled`) : values.isOn(`${path}.seccompProfile`);
  const type = later ? values.text(`${path}.seccompProfile.type`) : 'RuntimeDefault';
  if (!seccomp) {
    draft.lacks(`${path}.seccompProfile`, 'RuntimeDefault is always set, which the restricted standard asks for');
  } else if (type !== 'RuntimeDefault') {
    patch(['replace', `${POD}/securityContext/seccompProfile/type`, type]);
  }
  if (values.says(`${path}.apparmor`)) {
    draft.lacks(
      `${path}.apparmor`,
      values.isOn(`${path}.apparmor`)
        ? 'not said: the default profile of the container runtime holds wherever AppArmor is on'
        : 'the default profile of the container runtime holds wherever AppArmor is on',
    );
  }
}

function placeProbes(draft: Draft): void {
  const { values } = draft;
  const probes = `${DEPLOYMENT}.probes`;
  const [delay = 5, period = 3, failures = 40] = ['initialDelaySeconds', 'periodSeconds', 'failureThreshold'].map(
    (key) => values.number(`${probes}.startup.${key}`),
  );
  const budget = delay + period * failures;
  if (values.says(`${probes}.startup`) && budget !== 125) {
    draft.set(
      'lifecycle/startBudget',
      call('Duration.seconds', budget),
      'Delay, period and failures of the startup probe together.',
    );
  }
  for (const key of ['liveness.periodSeconds', 'readiness.initialDelaySeconds', 'readiness.periodSeconds']) {
    const usual: Readonly<Record<string, number>> = {
      'liveness.periodSeconds': 10,
      'readiness.initialDelaySeconds': 60,
      'readiness.periodSeconds': 1,
    };
    if (values.says(`${probes}.${key}`) && values.number(`${probes}.${key}`) !== usual[key]) {
      draft.lacks(
        `${probes}.${key}`,
        'by release, from the moment that the startup probe says yes; lifecycle.readinessProbe and livenessProbe take the whole probe',
      );
    } else {
      values.at(`${probes}.${key}`);
    }
  }
}
