import { type Code, call, fields, literal, name } from './code';
import type { Draft } from './draft';
import { isFull } from './values';
import { place } from './way';

/** An Ingress, by the controller that its class and annotations are for. */
export function placeIngress(draft: Draft): void {
  const { values } = draft;
  const annotations = Object.fromEntries(
    Object.entries(values.table('wso2.ingress.annotations')).map(([key, value]) => [key, String(value)]),
  );
  const className = values.text('wso2.ingress.ingressClassName') || annotations['kubernetes.io/ingress.class'] || '';
  if (values.isOn('wso2.ingress.ratelimit.enabled')) {
    draft.lacks(
      'wso2.ingress.ratelimit',
      'a snippet, which ingress-nginx drops by default, and whose zone lives in the ConfigMap of the controller, which no values file shows; write Route.http({ rateLimit }): requests a second of a client',
    );
  }
  const isAlb =
    className === 'alb' || Object.keys(annotations).some((key) => key.startsWith('alb.ingress.kubernetes.io/'));
  if (isAlb) {
    placeAlb(draft, annotations);
  } else if (
    className === '' ||
    /nginx/.test(className) ||
    Object.keys(annotations).some((key) => key.startsWith('nginx.'))
  ) {
    placeNginx(draft, className, annotations);
  } else {
    placeClass(draft, className, annotations);
  }
}

function secretTls({ values }: Draft): Code | undefined {
  const secret = values.text('wso2.ingress.tlsSecret');
  return secret === '' ? undefined : call('Tls.secret', secret);
}

/** Annotations of ingress-nginx that a route says in words. */
const SAID = new Set(['backend-protocol', 'ssl-redirect', 'configuration-snippet', 'force-ssl-redirect']);

function placeNginx(draft: Draft, className: string, annotations: Readonly<Record<string, string>>): void {
  const prefix = 'nginx.ingress.kubernetes.io/';
  const redirect = annotations[`${prefix}ssl-redirect`] ?? annotations[`${prefix}force-ssl-redirect`];
  const others = Object.entries(annotations).filter(
    ([key]) => !(key.startsWith(prefix) && SAID.has(key.slice(prefix.length))) && key !== 'kubernetes.io/ingress.class',
  );
  place(draft, {
    id: 'public',
    controller: call(
      'GatewayController.nginx',
      ...(className === '' || className === 'nginx' ? [] : [fields({ ingressClass: className })]),
    ),
    tls: secretTls(draft),
    plainHttp: redirect === 'false' ? 'serve' : undefined,
    to: 'https',
    notes:
      className === ''
        ? ['The chart names no class, which means that of the cluster’s default; name it: kubectl get ingressclass.']
        : [],
    routeNotes: [],
  });
  for (const [key, value] of others) {
    const pointer = `/metadata/annotations/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    draft.after.push({ notes: [], code: call('Patch.of', name('wayIn'), 'Ingress').calling('add', pointer, value) });
  }
}

function placeClass(draft: Draft, className: string, annotations: Readonly<Record<string, string>>): void {
  const kept = Object.fromEntries(Object.entries(annotations).filter(([key]) => key !== 'kubernetes.io/ingress.class'));
  place(draft, {
    id: 'public',
    controller: call(
      'GatewayController.ingressClass',
      className,
      ...(isFull(kept) ? [fields({ annotations: literal(kept) })] : []),
    ),
    tls: secretTls(draft),
    to: 'http',
    notes: [],
    routeNotes: ['An Ingress has no word for TLS up to the pod, so requests go to 8290 inside the cluster.'],
  });
}

const ALB = 'alb.ingress.kubernetes.io/';

function placeAlb(draft: Draft, annotations: Readonly<Record<string, string>>): void {
  const of = (key: string) => annotations[`${ALB}${key}`];
  const certificates = (of('certificate-arn') ?? '').split(',').filter((arn) => arn !== '');
  const [arn] = certificates;
  const ports = of('listen-ports') ?? '';
  const known = new Set(
    [
      'group.name',
      'scheme',
      'target-type',
      'listen-ports',
      'certificate-arn',
      'backend-protocol',
      'ssl-redirect',
      'subnets',
      'ip-address-type',
      'inbound-cidrs',
      'ssl-policy',
      'wafv2-acl-arn',
    ]
      .concat('healthcheck-protocol', 'healthcheck-port', 'healthcheck-path', 'success-codes')
      .map((key) => `${ALB}${key}`),
  );
  for (const key of Object.keys(annotations).filter((one) => !known.has(one))) {
    draft.lacks(`wso2.ingress.annotations["${key}"]`, 'the props of GatewayController.alb say what an ALB is told');
  }
  place(draft, {
    id: 'public',
    controller: call(
      'GatewayController.alb',
      fields({
        group: of('group.name'),
        scheme: of('scheme') === 'internal' ? undefined : of('scheme'),
        ipAddressType: of('ip-address-type') === 'ipv4' ? undefined : of('ip-address-type'),
        subnets:
          of('subnets') === undefined
            ? undefined
            : fields({ ids: (of('subnets') ?? '').split(',').map((one) => one.trim()) }),
        inboundCidrs: of('inbound-cidrs')
          ?.split(',')
          .map((one) => one.trim()),
        sslPolicy: of('ssl-policy'),
        webAcl: of('wafv2-acl-arn'),
      }),
    ),
    tls: arn === undefined ? undefined : call('Tls.acm', arn),
    to: of('backend-protocol') === 'HTTP' ? 'http' : 'https',
    anyHostTo: of('backend-protocol') === 'HTTP' ? 'http' : 'https',
    notes: [
      'One ALB for all units: its class, group and settings are rendered once, and the health check is that of the release.',
      ...(ports.includes('80') || ports === '' ? [] : ['The chart listens on 443 alone; here 80 sends on to it.']),
    ],
    routeNotes: [],
  });
}
