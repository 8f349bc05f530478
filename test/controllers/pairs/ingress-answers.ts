import type { HTTPIngressPath, Ingress, IngressBackend } from '../../../imports/k8s';
import type { Manifest } from '../../manifests';
import { type Answer, type Answers, CANARY_HEADER, type Request, type Shares } from './outcome';

// What ingress-nginx makes of Ingresses (internal/ingress/controller: createServers, mergeAlternativeBackends,
// buildLocation of template.go): annotations are those of the Ingress that a location comes from, and all paths of a host
// are regular expressions as soon as one Ingress says so. A class that reads no annotations is the same without them.

type Annotations = Readonly<Record<string, string>>;

interface Place {
  readonly path: HTTPIngressPath;
  readonly annotations: Annotations;
}

const PREFIX = 'nginx.ingress.kubernetes.io';

/** How a controller that watches Ingresses answers requests. */
export function ingressAnswers(manifests: readonly Manifest[], encrypted: 'redirect' | undefined): Answers {
  const ingresses = manifests.filter(({ kind }) => kind === 'Ingress').map((one) => one as unknown as Ingress);
  return (request) => {
    const unopened = passedTo(ingresses, request);
    if (unopened !== undefined) {
      return { ...BARE, to: whole(unopened), unopened: true, seen: request.path };
    }
    const found = locate(ingresses, request);
    return found === undefined ? undefined : answerOf(ingresses, request, found, encrypted);
  };
}

const BARE: Answer = {
  to: {},
  seen: '/',
  encrypted: false,
  unopened: false,
  wait: undefined,
  maxBodyMebibytes: undefined,
  rateLimit: undefined,
  sticky: false,
  from: undefined,
  certificate: undefined,
  plainHttp: undefined,
  health: undefined,
};

function answerOf(
  ingresses: readonly Ingress[],
  request: Request,
  { path, annotations }: Place,
  encrypted: 'redirect' | undefined,
): Answer {
  const number = (key: string) => (annotations[key] === undefined ? undefined : Number.parseInt(annotations[key], 10));
  const wait = number('proxy-read-timeout');
  const tls = ingresses.flatMap(({ spec }) => spec?.tls ?? []).find(({ hosts = [] }) => hosts.some(covers(request)));
  return {
    ...BARE,
    to: shares(ingresses, request, path),
    seen: rewritten(request.path, path, annotations),
    encrypted: annotations['backend-protocol'] === 'HTTPS',
    wait: wait === number('proxy-send-timeout') ? wait : Number.NaN,
    maxBodyMebibytes: number('proxy-body-size'),
    rateLimit: number('limit-rps'),
    sticky: annotations.affinity === 'cookie',
    from: annotations['whitelist-source-range']?.split(','),
    certificate: tls?.secretName,
    plainHttp: encrypted && (tls !== undefined && annotations['ssl-redirect'] !== 'false' ? 'redirect' : 'serve'),
  };
}

function annotationsOf({ metadata }: Ingress): Annotations {
  const own = Object.entries(metadata?.annotations ?? {}).filter(([key]) => key.startsWith(`${PREFIX}/`));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(PREFIX.length + 1), value]));
}

function covers({ host }: Request): (of: string) => boolean {
  return (of) => of === host || (of.startsWith('*.') && host.slice(host.indexOf('.')) === of.slice(1));
}

/** The rules of the host: of a wildcard only where nothing has the host itself. */
function placesOf(ingresses: readonly Ingress[], request: Request): Place[] {
  const rules = ingresses.flatMap((one) =>
    (one.spec?.rules ?? []).map((rule) => ({ rule, annotations: annotationsOf(one) })),
  );
  const exact = rules.filter(({ rule }) => rule.host === request.host);
  const fitting = exact.length > 0 ? exact : rules.filter(({ rule }) => covers(request)(rule.host ?? ''));
  return fitting.flatMap(({ rule, annotations }) => (rule.http?.paths ?? []).map((path) => ({ path, annotations })));
}

function locate(ingresses: readonly Ingress[], request: Request): Place | undefined {
  const mains = ingresses.filter((one) => annotationsOf(one).canary === undefined);
  const places = placesOf(mains, request);
  const regex = places.some(
    ({ annotations }) => annotations['use-regex'] === 'true' || 'rewrite-target' in annotations,
  );
  const longest = (one: Place, other: Place) => (other.path.path ?? '').length - (one.path.path ?? '').length;
  const [best] = places.filter(({ path }) => fits(request.path, path, regex)).sort(longest);
  const [fallback] = mains.filter(({ spec }) => spec?.defaultBackend !== undefined);
  if (best !== undefined || fallback?.spec?.defaultBackend === undefined) return best;
  const backend = fallback.spec.defaultBackend;
  return { path: { pathType: 'Prefix', backend }, annotations: annotationsOf(fallback) };
}

function fits(asked: string, { path = '/', pathType }: HTTPIngressPath, regex: boolean): boolean {
  if (regex) return new RegExp(`^${path}`, 'i').test(asked);
  return asked === path || (pathType === 'Prefix' && asked.startsWith(path.endsWith('/') ? path : `${path}/`));
}

function rewritten(asked: string, { path = '/' }: HTTPIngressPath, annotations: Annotations): string {
  const target = annotations['rewrite-target'];
  return target === undefined
    ? asked
    : asked.replace(new RegExp(`^${path}.*$`, 'i'), '') + replaced(asked, path, target);
}

function replaced(asked: string, path: string, target: string): string {
  const groups = new RegExp(`^${path}`, 'i').exec(asked) ?? [];
  return target.replace(/\$(\d)/g, (_, group: string) => groups[Number(group)] ?? '');
}

/** A canary takes its part where a location has its path in the same words. */
function shares(ingresses: readonly Ingress[], request: Request, { path, pathType, backend }: HTTPIngressPath): Shares {
  const canaries = ingresses.filter((one) => annotationsOf(one).canary === 'true');
  const ofPath = placesOf(canaries, request).filter(({ path: one }) => one.path === path && one.pathType === pathType);
  const ofDefault = canaries.flatMap((one) => {
    const other = one.spec?.defaultBackend;
    return path !== undefined || other === undefined
      ? []
      : [{ path: { pathType, backend: other }, annotations: annotationsOf(one) }];
  });
  const [canary, ...others] = [...ofPath, ...ofDefault];
  if (canary === undefined || others.length > 0) return others.length > 0 ? {} : whole(backend);
  const { annotations } = canary;
  const asked = annotations['canary-by-header'] === CANARY_HEADER.header && request.canary;
  const percent = asked ? 100 : Number(annotations['canary-weight'] ?? 0);
  const parts = [[nameOf(backend), 100 - percent] as const, [nameOf(canary.path.backend), percent] as const];
  return Object.fromEntries(parts.filter(([, share]) => share > 0));
}

/** Whole connections go by the host alone, which has no other path then. */
function passedTo(ingresses: readonly Ingress[], { host }: Request): IngressBackend | undefined {
  const passing = ingresses.filter((one) => annotationsOf(one)['ssl-passthrough'] === 'true');
  const rules = passing.flatMap(({ spec }) => spec?.rules ?? []);
  return rules.find((rule) => rule.host === host)?.http?.paths[0]?.backend;
}

function nameOf({ service }: IngressBackend): string {
  return `${service?.name}:${service?.port?.number}`;
}

function whole(backend: IngressBackend): Shares {
  return { [nameOf(backend)]: 100 };
}
