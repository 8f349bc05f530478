import type {
  CronJobSpec,
  DeploymentSpec,
  IntOrString,
  JobSpec,
  PodTemplateSpec,
  RollingUpdateDeployment,
} from '../../imports/k8s';
import { type Complaint, complaintsOf, verbatim } from '../core/refusal';
import { allOf, lawOfKinds } from '../rendered/law-of-kinds';

/**
 * What the API server asks of workloads beyond their schema (pkg/apis/apps/validation and pkg/apis/batch/validation of
 * Kubernetes); of their pods other laws.
 */
export const validWorkloads = allOf(
  lawOfKinds(['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet'], (spec) =>
    servingComplaints(Object(spec)),
  ),
  lawOfKinds(['apps/Deployment'], (spec) => updateComplaints(Object(spec))),
  lawOfKinds(['batch/Job'], (spec) => jobComplaints('spec', Object(spec))),
  lawOfKinds(['batch/CronJob'], (spec) => scheduleComplaints(Object(spec))),
);

function servingComplaints({ selector, template, ...spec }: DeploymentSpec): Complaint[] {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const { restartPolicy = 'Always' } = template.spec ?? {};
  return [
    ...numberComplaints('spec', spec, ['replicas', 'minReadySeconds', 'revisionHistoryLimit']),
    ...complaintsOf('spec.selector', [
      [Object.keys(matchLabels).length + matchExpressions.length > 0, 'ask for labels', verbatim('none')],
    ]),
    ...complaintsOf('spec.template.spec.restartPolicy', [
      [restartPolicy === 'Always', 'be Always', restartPolicy, 'what ends by itself is a Job'],
    ]),
  ];
}

function updateComplaints({
  minReadySeconds = 0,
  progressDeadlineSeconds = 600,
  strategy = {},
}: DeploymentSpec): Complaint[] {
  const { type = 'RollingUpdate', rollingUpdate } = strategy;
  return [
    ...complaintsOf('spec.progressDeadlineSeconds', [
      [
        progressDeadlineSeconds > minReadySeconds,
        `be more than minReadySeconds, ${minReadySeconds}`,
        progressDeadlineSeconds,
      ],
    ]),
    ...complaintsOf('spec.strategy.rollingUpdate', [
      [rollingUpdate === undefined || type === 'RollingUpdate', `be left out where type is ${type}`, verbatim('it')],
    ]),
    ...(rollingUpdate === undefined ? [] : stepComplaints('spec.strategy.rollingUpdate', rollingUpdate)),
  ];
}

function stepComplaints(
  path: string,
  { maxSurge = '25%', maxUnavailable = '25%' }: RollingUpdateDeployment,
): Complaint[] {
  const must = 'be a whole number, or a percentage such as "25%"';
  return [
    ...complaintsOf(`${path}.maxSurge`, [[isShare(maxSurge), must, maxSurge]]),
    ...complaintsOf(`${path}.maxUnavailable`, [
      [isShare(maxUnavailable), must, maxUnavailable],
      [!isMoreThanAll(maxUnavailable), 'be at most 100%', maxUnavailable],
      [
        !isZero(maxUnavailable) || !isZero(maxSurge),
        'not be 0 where maxSurge is 0',
        maxUnavailable,
        'no pod could be replaced',
      ],
    ]),
  ];
}

function isShare(amount: IntOrString): boolean {
  return typeof amount === 'number' ? amount >= 0 : /^\d+%$/.test(amount);
}

function isMoreThanAll(amount: IntOrString): boolean {
  return typeof amount === 'string' && isShare(amount) && Number.parseInt(amount, 10) > 100;
}

function isZero(amount: IntOrString): boolean {
  return /^0+%?$/.test(`${amount}`);
}

function jobComplaints(path: string, { template, ...spec }: JobSpec): Complaint[] {
  return [
    ...numberComplaints(path, spec, [
      'activeDeadlineSeconds',
      'backoffLimit',
      'completions',
      'parallelism',
      'ttlSecondsAfterFinished',
    ]),
    ...endComplaints(`${path}.template.spec.restartPolicy`, template),
  ];
}

/** The default of pods, Always, is refused of those of a Job. */
function endComplaints(path: string, { spec: pod }: PodTemplateSpec): Complaint[] {
  const { restartPolicy } = pod ?? {};
  return complaintsOf(path, [
    [
      restartPolicy === 'Never' || restartPolicy === 'OnFailure',
      'be Never or OnFailure',
      restartPolicy ?? verbatim('none'),
      'a Job ends, and the default is Always',
    ],
  ]);
}

const SCHEDULE =
  /^(@(yearly|annually|monthly|weekly|daily|midnight|hourly)|@every \S+|\s*[\d*?/,\-A-Za-z]+(\s+[\d*?/,\-A-Za-z]+){4}\s*)$/;

function scheduleComplaints({ schedule, jobTemplate, ...rest }: CronJobSpec): Complaint[] {
  const job = jobTemplate.spec;
  return [
    ...complaintsOf('spec.schedule', [
      [SCHEDULE.test(schedule), 'be five fields of cron such as "0 3 * * *", or @daily', schedule],
    ]),
    ...numberComplaints('spec', rest, [
      'failedJobsHistoryLimit',
      'startingDeadlineSeconds',
      'successfulJobsHistoryLimit',
    ]),
    ...(job === undefined ? [] : jobComplaints('spec.jobTemplate.spec', job)),
  ];
}

function numberComplaints(path: string, spec: object, names: readonly string[]): Complaint[] {
  const numbers: Readonly<Record<string, number>> = Object(spec);
  return names.flatMap((name) => {
    const { [name]: number = 0 } = numbers;
    return complaintsOf(`${path}.${name}`, [[number >= 0, 'be 0 or more', number]]);
  });
}
