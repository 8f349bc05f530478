import { CORRELATION_ARGUMENT } from '../logging/log-destination';
import { literalSecret } from '../secret/literal-secret';
import { forbiddenBecause } from '../tenant/refusals/pod';
import { DEPLOYMENT } from './chart';
import { call, fields, literal } from './code';
import type { Draft } from './draft';
import { placeImage } from './image';
import { placeScaling } from './scaling';
import { placeSecurity } from './security';
import { placeSize } from './size';

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
  // The destination of that log says its argument itself.
  const taken = wrong
    .filter(([arg, because]) => arg !== '' && arg !== CORRELATION_ARGUMENT && because === undefined)
    .map(([arg]) => arg);
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
