import { forbiddenBecause } from '../tenant/refusals/pod';
import { heapVerdict } from './heap-verdict';
import { at, fieldsOf, type Here, listOf } from './here';
import type { Leaf, Rendered } from './leaves';
import { cpuMillis, memoryMebibytes } from './quantity';
import { better, EQUAL, type Sides, same, type Verdict, worse } from './verdict';

/** How fields of the chart's Deployment are judged; the first that fits. */
const RULES: ReadonlyArray<readonly [RegExp, (field: Leaf, sides: Sides) => Verdict]> = [
  [/^\/metadata\/annotations\//, () => better('nothing to suppress: the library’s own checks hold')],
  [/^\/spec\/replicas$/, replicas],
  [/^\/spec\/strategy\/rollingUpdate\//, rolling],
  [
    /^\/spec\/strategy\/type$/,
    ({ value }, { here }) => same(value, here.field('Deployment', 'spec/strategy/type') ?? 'RollingUpdate'),
  ],
  [/^\/spec\/(selector|template\/metadata\/labels)\//, () => EQUAL],
  [/annotations\/checksum\./, () => better('a configuration named by its content rolls the pods')],
  [
    /annotations\/container\.apparmor/,
    () => better('the default profile of the runtime, by no annotation that is gone since 1.30'),
  ],
  [/^\/spec\/template\/metadata\/annotations\//, annotation],
  [/^\/spec\/template\/spec\/serviceAccountName$/, ({ value }, { here }) => same(value, here.pod.serviceAccountName)],
  [/^\/spec\/template\/spec\/imagePullSecrets\//, pullSecret],
  [/^\/spec\/template\/spec\/nodeSelector\/(.*)/, nodeSelector],
  [/\/appArmorProfile\//, () => better('the default profile of the runtime holds wherever AppArmor is on')],
  [/^\/spec\/template\/spec\/securityContext\//, podSecurity],
  [/^\/spec\/template\/spec\/affinity\//, () => better('spread over zones and nodes by topologySpreadConstraints')],
  [/^\/spec\/template\/spec\/volumes\//, volume],
  [/\/containers\/\[[^\]]*\]\/name$/, () => EQUAL],
  [/\/image$/, image],
  [/\/imagePullPolicy$/, ({ value }, { here }) => same(value, here.container.imagePullPolicy)],
  [/\/args\//, argument],
  [/\/(startup|liveness|readiness)Probe\//, probe],
  [/\/resources\//, resources],
  [/\/containers\/\[[^\]]*\]\/securityContext\//, containerSecurity],
  [/\/ports\//, port],
  [/\/env\//, variable],
  [/\/volumeMounts\//, mount],
];

/** What has become of a field of the chart's Deployment. */
export function podVerdict(_: Rendered, field: Leaf, sides: Sides): Verdict {
  const rule = RULES.find(([pattern]) => pattern.test(field.path));
  return rule === undefined ? worse(undefined) : rule[1](field, sides);
}

function pullSecret({ value }: Leaf, { here }: Sides): Verdict {
  const ours = JSON.stringify(here.pod.imagePullSecrets ?? '');
  if (ours.includes(JSON.stringify(value))) {
    return EQUAL;
  }
  return value === 'wso2micro-integrator-deployment-creds' && ours.includes('-registry')
    ? better('a Secret that somebody makes, under a name of its own')
    : worse(here.pod.imagePullSecrets);
}

function replicas({ value }: Leaf, { here }: Sides): Verdict {
  const ours = here.field('Deployment', 'spec/replicas');
  return here.one('HorizontalPodAutoscaler') === undefined
    ? same(value, ours)
    : better('the autoscaler alone says how many');
}

function rolling({ path, value }: Leaf, { here }: Sides): Verdict {
  const ours = here.field('Deployment', path.slice(1));
  return String(ours) === String(value)
    ? EQUAL
    : /%$/.test(String(value))
      ? better('a number of pods, not a share')
      : worse(ours);
}

function annotation({ path, value }: Leaf, { here }: Sides): Verdict {
  const key = path.slice('/spec/template/metadata/annotations/'.length);
  return same(value, fieldsOf(here.field('Deployment', 'spec/template/metadata/annotations'))[key]);
}

function nodeSelector({ path, value }: Leaf, { here }: Sides): Verdict {
  return same(value, fieldsOf(here.pod.nodeSelector)[path.slice('/spec/template/spec/nodeSelector/'.length)]);
}

function podSecurity({ path, value }: Leaf, { here }: Sides): Verdict {
  const ours = at(here.pod, path.slice('/spec/template/spec/'.length));
  const ids = /\/(runAsUser|fsGroup|runAsGroup)$/.test(path);
  return String(ours) === String(value)
    ? EQUAL
    : ids && ours !== undefined
      ? better(`${ours}, as the official image of the release has it`)
      : worse(ours);
}

function image({ value }: Leaf, { here }: Sides): Verdict {
  const ours = String(here.container.image);
  const text = String(value);
  if (/^\/|^@|@$|\/@|:$/.test(text) || text === '') {
    return better('an image, where the chart names none');
  }
  const whole = /^[^/]*[.:][^/]*\//.test(text) ? text : `docker.io/${text.includes('/') ? '' : 'library/'}${text}`;
  const [name = '', digest] = whole.split('@');
  return ours === whole || (digest !== undefined && ours.startsWith(name) && ours.endsWith(`@${digest}`))
    ? EQUAL
    : worse(ours);
}

function argument({ value }: Leaf, { here }: Sides): Verdict {
  const ours = listOf(here.container.args).map(String);
  const missing = String(value)
    .split(/\s+/)
    .filter((word) => !ours.includes(word));
  const [first] = missing;
  const because = first === undefined ? undefined : forbiddenBecause(first);
  return first === undefined ? EQUAL : because === undefined ? worse(ours) : better(because);
}

function probe({ path, value }: Leaf, { here, theirs }: Sides): Verdict {
  const [, name = '', rest = ''] = /\/((?:startup|liveness|readiness)Probe)\/(.*)$/.exec(path) ?? [];
  const ours = fieldsOf(here.container[name]);
  if (name === 'startupProbe') {
    return rest.startsWith('exec')
      ? better('asked over HTTP: nc is not in the images of 4.2 to 4.4')
      : budget(ours, theirs);
  }
  if (rest === 'httpGet/port') {
    const stock = name === 'livenessProbe' || name === 'readinessProbe' ? at(ours, 'httpGet/port') : undefined;
    const number = stock === 'internal-http' ? 9201 : stock;
    return String(number) === String(value) ? EQUAL : better('ports keep their numbers');
  }
  const found = at(ours, rest);
  if (String(found) === String(value)) {
    return EQUAL;
  }
  if (rest === 'initialDelaySeconds') {
    return better('asked from the moment that the startup probe says yes');
  }
  return rest === 'periodSeconds' ? better(`every ${found ?? 10} s, as the release needs it`) : worse(found);
}

/** How long a start may take: ours is not shorter. */
function budget(ours: Readonly<Record<string, unknown>>, theirs: Sides['theirs']): Verdict {
  const chart = theirs.find(({ kind }) => kind === 'Deployment');
  const container = listOf(at(chart, 'spec/template/spec/containers'))[0];
  const [mine, yours] = [ours, fieldsOf(fieldsOf(container).startupProbe)].map(
    (probe) =>
      Number(probe.initialDelaySeconds ?? 0) + Number(probe.periodSeconds ?? 10) * Number(probe.failureThreshold ?? 3),
  );
  return mine === undefined || yours === undefined || mine < yours
    ? worse(`${mine} s in all`)
    : mine === yours
      ? EQUAL
      : better(`a start may take ${mine} s, not ${yours}`);
}

function resources({ path, value }: Leaf, { here }: Sides): Verdict {
  const [, kind = '', resource = ''] = /\/resources\/(\w+)\/(\w+)$/.exec(path) ?? [];
  const ours = String(at(here.container, `resources/${kind}/${resource}`));
  if (resource === 'cpu') {
    return cpuMillis(ours) === cpuMillis(String(value)) ? EQUAL : worse(ours);
  }
  const [mine, yours] = [memoryMebibytes(ours), memoryMebibytes(String(value))];
  if (mine === yours) {
    return EQUAL;
  }
  return kind === 'requests' && (mine ?? 0) > (yours ?? 0)
    ? better(`${ours}, all that it may use: a JVM that is promised less is killed`)
    : worse(ours);
}

function containerSecurity({ path, value }: Leaf, { here }: Sides): Verdict {
  const rest = path.replace(/^.*\/securityContext\//, '');
  const ours = at(here.container.securityContext, rest) ?? at(here.pod.securityContext, rest);
  return value === 'all' && ours === 'ALL'
    ? better('ALL, the one spelling that the restricted standard takes')
    : same(value, ours);
}

function port({ path, value }: Leaf, { here }: Sides): Verdict {
  if (!path.endsWith('/containerPort')) {
    return EQUAL;
  }
  const ours = listOf(here.container.ports).map((one) => fieldsOf(one).containerPort);
  return ours.includes(value) ? EQUAL : better('ports keep their numbers');
}

function variable({ path, value }: Leaf, { here }: Sides): Verdict {
  const [, name = '', rest = ''] = /\/env\/\[([^\]]*)\]\/(.*)$/.exec(path) ?? [];
  if (name === 'JAVA_MEM_OPTS') {
    return heapVerdict(here);
  }
  if (rest === 'name' || rest.startsWith('valueFrom/fieldRef/')) {
    return name === 'POD_NAME'
      ? better('set where something reads it')
      : here.variable(name) === undefined
        ? worse(undefined)
        : EQUAL;
  }
  const ours = here.variable(name);
  return ours?.valueFrom === undefined ? same(value, ours?.value) : better('out of a Secret');
}

/** Volumes of the chart by what they bring. */
const BROUGHT: ReadonlyArray<readonly [RegExp, (here: Here, text: string) => boolean, string?]> = [
  [/toml|log4j2|file-prop|entrypoint|secret-conf/, () => true, 'one volume for all that the entrypoint copies'],
  [/keystores?|jks/i, (here, text) => !/secret/i.test(text) || JSON.stringify(here.pod.volumes).includes('"secret"')],
  [/capps/, (here) => JSON.stringify(here.pod.volumes).includes('persistentVolumeClaim')],
  [
    /secret/,
    (here) => JSON.stringify(here.pod.volumes).includes('secrets-store.csi.k8s.io'),
    'the provider’s class of this unit',
  ],
  [/icp-trust/, (here) => JSON.stringify(here.pod.volumes).includes('"authorities"')],
];

function volume({ path, value }: Leaf, { here }: Sides): Verdict {
  const [, name = ''] = /\/volumes\/\[([^\]]*)\]/.exec(path) ?? [];
  if (path.endsWith('/secretName') && !/secret-store|secretstore/.test(name)) {
    return JSON.stringify(here.pod.volumes).includes(JSON.stringify(value)) ? EQUAL : worse(here.pod.volumes);
  }
  const rule = BROUGHT.find(([pattern]) => pattern.test(name));
  return rule?.[1](here, path) === true ? (rule[2] === undefined ? EQUAL : better(rule[2])) : worse(undefined);
}

function mount({ path, value }: Leaf, { here }: Sides): Verdict {
  const [, target = ''] = /\/volumeMounts\/\[([^\]]*)\]/.exec(path) ?? [];
  const rule = BROUGHT.find(([pattern]) => pattern.test(target));
  const file = String(value).split('/').at(-1) ?? '';
  if (/\.(jks|p12)$/.test(file)) {
    return JSON.stringify(here.pod.volumes).includes(file) ? EQUAL : worse(undefined);
  }
  return rule?.[1](here, path) === true ? (rule[2] === undefined ? EQUAL : better(rule[2])) : worse(undefined);
}
