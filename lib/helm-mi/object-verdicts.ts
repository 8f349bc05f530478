import { at, fieldsOf, type Here, listOf } from './here';
import type { Leaf, Rendered } from './leaves';
import { memoryMebibytes } from './quantity';
import { better, EQUAL, other, type Sides, same, type Verdict, worse } from './verdict';

const MANAGEMENT = 'the Management API is on no public host; Route.management shows it to a few';
const INSIDE = 'the kubelet asks it inside the cluster; nobody else is shown it';

/** How fields of the chart's other objects are judged, by kind; the first that fits. */
const RULES: Readonly<Record<string, (object: Rendered, field: Leaf, sides: Sides) => Verdict>> = {
  Service: service,
  Ingress: ingress,
  HorizontalPodAutoscaler: autoscaler,
  PodDisruptionBudget: (_, field, { here }) => budget(field, here),
  Secret: () => better('a Secret that somebody makes; no secret passes through a render'),
  SecretProviderClass: provider,
  StorageClass: () => better('not needed: the volume is bound by its name'),
  PersistentVolume: volume,
  PersistentVolumeClaim: volume,
  Gateway: gateway,
  HTTPRoute: route,
  ReferenceGrant: () => better('not needed: the certificate is beside the Gateway, the Services beside their routes'),
  BackendTLSPolicy: backendTls,
  BackendTrafficPolicy: (_, { path, value }, { here }) =>
    path.endsWith('/requests') &&
    here.field('BackendTrafficPolicy', 'spec/rateLimit/local/rules/0/limit/requests') === value
      ? EQUAL
      : better('by the address of each client, in the form that Envoy Gateway takes'),
};

/** What has become of a field of an object of the chart that is no Deployment and no ConfigMap. */
export function objectVerdict(object: Rendered, field: Leaf, sides: Sides): Verdict {
  return RULES[object.kind]?.(object, field, sides) ?? worse(undefined);
}

function service(_: Rendered, { path, value }: Leaf, { here }: Sides): Verdict {
  if (!/\/ports\/.*\/port$/.test(path)) {
    return path.endsWith('/appProtocol') ? better('the route says how its port is spoken to') : EQUAL;
  }
  const ours = listOf(here.field('Service', 'spec/ports')).map((one) => fieldsOf(one).port);
  return ours.includes(value) ? EQUAL : better('ports keep their numbers');
}

function ingress(object: Rendered, { path, value }: Leaf, { here }: Sides): Verdict {
  if (object.metadata.name.endsWith('-metrics') || JSON.stringify(object).includes('"/healthz"')) {
    if (!JSON.stringify(at(object, 'spec/rules')).includes('8253')) {
      return better(INSIDE);
    }
  }
  if (path.startsWith('/metadata/annotations/')) {
    return annotation(path.slice('/metadata/annotations/'.length), String(value), here);
  }
  if (path === '/spec/ingressClassName') {
    const ours = here.of('Ingress').map((one) => at(one, 'spec/ingressClassName'));
    return ours.includes(value)
      ? EQUAL
      : value === 'alb'
        ? better('a class of its own, whose settings hold for all units')
        : worse(ours);
  }
  if (path.startsWith('/spec/tls/')) {
    return value === '' || here.says('Ingress', value) || here.says('IngressClassParams', 'arn:aws:acm')
      ? EQUAL
      : better('the certificate of the controller, where the chart names no Secret');
  }
  return rule(object, path, value, here);
}

function rule(object: Rendered, path: string, value: unknown, here: Here): Verdict {
  const [, index = ''] = /\/paths\/(\d+)\//.exec(path) ?? [];
  const inner = fieldsOf(listOf(at(object, 'spec/rules/0/http/paths'))[Number(index || 0)]);
  if (index !== '' && inner.path === '/management') {
    return better(MANAGEMENT);
  }
  if (path.endsWith('/host')) {
    return value === '' ? EQUAL : here.says('Ingress', value) ? EQUAL : worse(undefined);
  }
  if (path.endsWith('/port/number')) {
    const text = JSON.stringify(here.of('Ingress').map(({ spec }) => spec));
    return text.includes(`"number":${value}`)
      ? EQUAL
      : /"number":8290|"number":8253/.test(text)
        ? better('a port that speaks what the edge speaks to it')
        : worse(undefined);
  }
  return EQUAL;
}

const SNIPPET =
  'no snippet: ingress-nginx drops it unless allow-snippet-annotations is on, and its zone lives in the ConfigMap of ' +
  'the controller, which no values file shows; Route.http({ rateLimit }) bounds each client';

/** Annotations that the props of a controller say in another place. */
const MOVED: ReadonlyArray<readonly [RegExp, string]> = [
  [/^alb\.ingress\.kubernetes\.io\/listen-ports$/, '80 sends on to 443'],
  [
    /^alb\.ingress\.kubernetes\.io\/(group\.name|scheme|target-type|certificate-arn|ssl-policy|subnets|ip-address-type|inbound-cidrs|wafv2-acl-arn)$/,
    'said once for all units, in IngressClassParams',
  ],
  [/backend-protocol$/, 'the port of the route says it'],
];

function annotation(key: string, value: string, here: Here): Verdict {
  const ours = here.of('Ingress').map((one) => fieldsOf(at(one, 'metadata/annotations'))[key]);
  if (ours.some((one) => String(one) === value)) {
    return EQUAL;
  }
  if (key.endsWith('/configuration-snippet')) {
    return other(SNIPPET);
  }
  const moved = MOVED.find(([pattern]) => pattern.test(key));
  return moved === undefined ? worse(ours) : better(moved[1]);
}

function autoscaler(_: Rendered, { path, value }: Leaf, { here }: Sides): Verdict {
  const hpa = here.one('HorizontalPodAutoscaler');
  if (/scaleTargetRef/.test(path)) {
    return EQUAL;
  }
  if (hpa === undefined) {
    return /minReplicas|maxReplicas/.test(path) && here.field('Deployment', 'spec/replicas') === value
      ? EQUAL
      : better('a fixed number, since the least and the most are the same');
  }
  return same(value, at(hpa, path.slice(1).replaceAll('[', '').replaceAll(']', '')) ?? byResource(hpa, path));
}

function byResource(hpa: Rendered, path: string): unknown {
  const [, index = '', rest = ''] = /\/metrics\/(\d+)\/(.*)$/.exec(path) ?? [];
  return at(listOf(at(hpa, 'spec/metrics'))[Number(index)], rest);
}

function budget({ path, value }: Leaf, here: Here): Verdict {
  if (!path.endsWith('/minAvailable')) {
    return EQUAL;
  }
  const ours = here.field('PodDisruptionBudget', 'spec/maxUnavailable');
  const least = Number(
    here.field('HorizontalPodAutoscaler', 'spec/minReplicas') ?? here.field('Deployment', 'spec/replicas') ?? 1,
  );
  if (ours === undefined) {
    return better('none: with one pod it would forbid every drain of its node');
  }
  return least - Number(ours) === Number(value)
    ? EQUAL
    : better(`${ours} may go at a time, so that nodes can be drained`);
}

function provider(_: Rendered, { path, value }: Leaf, { here }: Sides): Verdict {
  const ours = here.one('SecretProviderClass');
  if (path.endsWith('/spec/provider')) {
    return same(value, at(ours, 'spec/provider'));
  }
  if (/\/(objects|secrets|array)$/.test(path)) {
    const names = [...String(value).matchAll(/(?:objectName|resourceName):\s*"?([^"\s]+)"?/g)].map(
      ([, name = '']) => name,
    );
    const text = JSON.stringify(ours ?? '');
    return names.every((name) => text.includes(name)) ? EQUAL : worse(at(ours, 'spec/parameters'));
  }
  if (/resourceGroup|subscriptionId/.test(path)) {
    return better('left out: the provider reads it no more');
  }
  if (/use(VMManagedIdentity|PodIdentity)/.test(path) && String(value) === 'false') {
    return EQUAL;
  }
  return JSON.stringify(ours ?? '').includes(String(value)) ? EQUAL : worse(at(ours, 'spec/parameters'));
}

function volume({ kind }: Rendered, { path, value }: Leaf, { here }: Sides): Verdict {
  if (/storageClassName|volumeMode$/.test(path)) {
    return better('bound by its name, so by no other claim');
  }
  if (/\/storage$/.test(path)) {
    const ours = String(here.field(kind, path.slice(1)));
    return memoryMebibytes(ours) === memoryMebibytes(String(value)) ? EQUAL : worse(ours);
  }
  if (/accessModes/.test(path)) {
    const ours = JSON.stringify(here.field(kind, 'spec/accessModes'));
    return ours?.includes(String(value)) ? EQUAL : better('read-only, since CARs are read');
  }
  if (/volumeName$/.test(path) || /persistentVolumeReclaimPolicy/.test(path)) {
    return String(here.field(kind, path.slice(1))) === String(value)
      ? EQUAL
      : better('kept when the claim goes, and bound by its name');
  }
  return here.says(kind, value) ? EQUAL : worse(here.field(kind, path.slice(1)));
}

function gateway(_: Rendered, { path, value }: Leaf, { here }: Sides): Verdict {
  if (/allowedRoutes/.test(path)) {
    return better('only the units of the host book may attach');
  }
  if (/certificateRefs\/.*\/namespace$/.test(path)) {
    return better('the certificate is in the namespace of the Gateway, so it needs no grant');
  }
  if (/certificateRefs/.test(path)) {
    return here.says('Gateway', value)
      ? EQUAL
      : better('a certificate that somebody keeps, not one made anew at each render');
  }
  if (/\/listeners\/\[[^\]]*\]\/name$/.test(path) || /certificateRefs/.test(path)) {
    return EQUAL;
  }
  return here.says('Gateway', value) ? EQUAL : worse(undefined);
}

function route(object: Rendered, { path, value }: Leaf, { here }: Sides): Verdict {
  const [, index = ''] = /\/rules\/(\d+)\//.exec(path) ?? [];
  const match = at(listOf(at(object, 'spec/rules'))[Number(index || -1)], 'matches/0/path/value');
  if (index !== '' && match !== '/') {
    return better(match === '/management' ? MANAGEMENT : INSIDE);
  }
  if (/\/backendRefs\/.*\/(name|port)$/.test(path) || /\/parentRefs\//.test(path)) {
    return here.says('HTTPRoute', value) || path.endsWith('/name')
      ? EQUAL
      : better('a port that speaks what the Gateway speaks to it');
  }
  return value === '' || here.says('HTTPRoute', value) ? EQUAL : worse(undefined);
}

function backendTls(_: Rendered, { path, value }: Leaf, { here }: Sides): Verdict {
  if (path.endsWith('/hostname')) {
    return same(value, here.field('BackendTLSPolicy', 'spec/validation/hostname'));
  }
  if (/caCertificateRefs\/.*\/name$/.test(path)) {
    return here.says('BackendTLSPolicy', value)
      ? EQUAL
      : better('a ConfigMap with the certificate of the image that runs');
  }
  return EQUAL;
}
