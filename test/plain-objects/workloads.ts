import { type PlainObject, plain, type RefusedObject, workload } from './object';

const APP = { matchLabels: { app: 'a' } };

function deployment(spec: object): PlainObject {
  return workload('Deployment', APP, spec);
}

function rolling(rollingUpdate: object, type = 'RollingUpdate'): PlainObject {
  return deployment({ strategy: { type, rollingUpdate } });
}

const CONTAINERS = [{ name: 'app', image: 'registry.example.com/tools/app:1' }];

function template(restartPolicy?: string): object {
  return { spec: { containers: CONTAINERS, ...(restartPolicy === undefined ? {} : { restartPolicy }) } };
}

function job(spec: object = {}, restartPolicy?: string): PlainObject {
  return plain('batch/v1', 'Job', { template: template(restartPolicy), ...spec });
}

function cronJob(schedule: string, spec: object = {}, restartPolicy?: string): PlainObject {
  const jobTemplate = { spec: { template: template(restartPolicy) } };
  return plain('batch/v1', 'CronJob', { schedule, jobTemplate, ...spec });
}

const UPDATE = 'spec.strategy.rollingUpdate';
const SHARE = 'be a whole number, or a percentage such as "25%"';
const ENDS = 'be Never or OnFailure';
const WHY = 'a Job ends, and the default is Always';
const SCHEDULE = 'be five fields of cron such as "0 3 * * *", or @daily';

/** Of workloads; the law is valid-workloads. */
export const REFUSED_WORKLOADS: readonly RefusedObject[] = [
  {
    what: 'less than no pod',
    object: deployment({ replicas: -1 }),
    prop: 'spec.replicas',
    must: 'be 0 or more, got -1',
  },
  {
    what: 'pods by no label',
    object: workload('Deployment', {}),
    prop: 'spec.selector',
    must: 'ask for labels, got none',
  },
  {
    what: 'pods that end',
    object: plain('apps/v1', 'Deployment', {
      selector: APP,
      template: { metadata: { labels: APP.matchLabels }, ...template('Never') },
    }),
    prop: 'spec.template.spec.restartPolicy',
    must: 'be Always, got "Never"; what ends by itself is a Job',
  },
  {
    what: 'a deadline before a pod may be ready',
    object: deployment({ minReadySeconds: 600 }),
    prop: 'spec.progressDeadlineSeconds',
    must: 'be more than minReadySeconds, 600, got 600',
  },
  {
    what: 'steps without a rolling update',
    object: rolling({ maxSurge: 1 }, 'Recreate'),
    prop: UPDATE,
    must: 'be left out where type is Recreate, got it',
  },
  {
    what: 'a step that is none',
    object: rolling({ maxSurge: '1' }),
    prop: `${UPDATE}.maxSurge`,
    must: `${SHARE}, got "1"`,
  },
  {
    what: 'a step back',
    object: rolling({ maxUnavailable: -1 }),
    prop: `${UPDATE}.maxUnavailable`,
    must: `${SHARE}, got -1`,
  },
  {
    what: 'a step of more than all',
    object: rolling({ maxUnavailable: '150%' }),
    prop: `${UPDATE}.maxUnavailable`,
    must: 'be at most 100%, got "150%"',
  },
  {
    what: 'an update that goes nowhere',
    object: rolling({ maxSurge: 0, maxUnavailable: '0%' }),
    prop: `${UPDATE}.maxUnavailable`,
    must: 'not be 0 where maxSurge is 0, got "0%"; no pod could be replaced',
  },
  {
    what: 'a Job that never ends',
    object: job(),
    prop: 'spec.template.spec.restartPolicy',
    must: `${ENDS}, got none; ${WHY}`,
  },
  {
    what: 'less than no try',
    object: job({ backoffLimit: -1 }, 'Never'),
    prop: 'spec.backoffLimit',
    must: 'be 0 or more, got -1',
  },
  {
    what: 'a CronJob that never ends',
    object: cronJob('@daily', {}, 'Always'),
    prop: 'spec.jobTemplate.spec.template.spec.restartPolicy',
    must: `${ENDS}, got "Always"; ${WHY}`,
  },
  ...['daily', '0 3 * *', '0 3 * * * *', '@daily ', ''].map((schedule) => ({
    what: `the schedule "${schedule}"`,
    object: cronJob(schedule, {}, 'Never'),
    prop: 'spec.schedule',
    must: `${SCHEDULE}, got "${schedule}"`,
  })),
];

function claim(spec: object): PlainObject {
  const right = { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '1Gi' } } };
  return plain('v1', 'PersistentVolumeClaim', { ...right, ...spec });
}

function volume(spec: object): PlainObject {
  const right = { accessModes: ['ReadWriteMany'], capacity: { storage: '1Gi' } };
  return plain('v1', 'PersistentVolume', { ...right, ...spec });
}

const CSI = { driver: 'smb.csi.k8s.io', volumeHandle: 'files' };

/** Of volumes and of what claims them; the law is valid-claims. */
export const REFUSED_CLAIMS: readonly RefusedObject[] = [
  {
    what: 'no way to be used',
    object: claim({ accessModes: [] }),
    prop: 'spec.accessModes',
    must: 'have at least one, got none',
  },
  {
    what: 'no size',
    object: claim({ resources: {} }),
    prop: 'spec.resources.requests.storage',
    must: 'be more than 0, got 0',
  },
  {
    what: 'a class that is none',
    object: claim({ storageClassName: 'A B' }),
    prop: 'spec.storageClassName',
    must: 'be a DNS subdomain, or empty, got "A B"',
  },
  {
    what: 'a volume of no size',
    object: volume({ capacity: { storage: '0' }, csi: CSI }),
    prop: 'spec.capacity.storage',
    must: 'be more than 0, got "0"',
  },
  {
    what: 'no way to use a volume',
    object: volume({ accessModes: [], csi: CSI }),
    prop: 'spec.accessModes',
    must: 'have at least one, got none',
  },
  {
    what: 'a folder that begins nowhere',
    object: volume({ nfs: { server: 'nfs.example.com', path: 'export' } }),
    prop: 'spec.nfs.path',
    must: 'begin with "/", got "export"',
  },
  {
    what: 'a server without a name',
    object: volume({ nfs: { server: '', path: '/export' } }),
    prop: 'spec.nfs.server',
    must: 'be there, got ""',
  },
  {
    what: 'a volume that its driver does not find',
    object: volume({ csi: { ...CSI, volumeHandle: '' } }),
    prop: 'spec.csi',
    must: 'have a driver and a volumeHandle, got one that is empty',
  },
];

/** Servers before 1.36 take the StatefulSet, and then none of its claims. */
export const REFUSED_TEMPLATE: RefusedObject = {
  what: 'a claim for each pod without a size',
  object: workload('StatefulSet', APP, {
    serviceName: 'app',
    volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }],
  }),
  prop: 'spec.volumeClaimTemplates[0].spec.resources.requests.storage',
  must: 'be more than 0, got 0',
};

/** What is like them and right. */
export const TAKEN_WORKLOADS: readonly PlainObject[] = [
  deployment({ replicas: 0, minReadySeconds: 5, progressDeadlineSeconds: 6, strategy: { type: 'Recreate' } }),
  rolling({ maxSurge: '25%', maxUnavailable: 0 }),
  rolling({ maxSurge: '150%', maxUnavailable: '100%' }),
  rolling({ maxUnavailable: 150 }),
  rolling({ maxSurge: 0, maxUnavailable: '1%' }),
  job({ backoffLimit: 0 }, 'OnFailure'),
  ...['@daily', '@every 1h', '0 3 * * *', '*/5 0-6,12 1 JAN MON-FRI', ' 0\t3  * * * '].map((one) =>
    cronJob(one, {}, 'Never'),
  ),
  claim({ storageClassName: '' }),
  volume({ nfs: { server: 'nfs.example.com', path: '/export' } }),
  volume({ csi: CSI }),
];
