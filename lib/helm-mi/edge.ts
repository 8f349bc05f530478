import { type Code, call, Fields, fields, literal, name } from './code';
import type { Draft } from './draft';
import { isFull } from './values';

const MANAGEMENT =
  'The chart shows /management to everybody on this host. Here it needs a host of its own, addresses and a login: ' +
  "Route.management('admin.example.com', { to: tenant.management, from: ['10.0.0.0/8'] }), config.managementLogin.";

/** How the outside comes in: an Ingress, or the Gateway API from 4.6 on. */
export function placeEdge(draft: Draft): void {
  const { values } = draft;
  const byGateway = values.version === '4.6' && values.isOn('wso2.gatewayAPI.enabled');
  if (byGateway) {
    if (values.says('wso2.ingress.enabled') && values.isOn('wso2.ingress.enabled')) {
      draft.lacks('wso2.ingress.enabled', 'alone it does nothing in 4.6: gatewayAPI.enabled is on by default and wins');
    }
    placeGateway(draft);
  } else if (values.isOn('wso2.ingress.enabled')) {
    placeIngress(draft);
  }
  if (values.isOn('wso2.ingress.metrics')) {
    draft.lacks(
      'wso2.ingress.metrics',
      byGateway
        ? 'without effect while gatewayAPI.enabled is on'
        : 'its presence alone shows /healthz to everybody; here the kubelet asks it inside the cluster, and Route.management shows tenant.metrics to a few',
    );
  }
}

interface Way {
  readonly controller: Code;
  /** Id of the load balancer. */
  readonly id: string;
  readonly tls?: Code;
  readonly plainHttp?: string;
  /** The port that requests go to. */
  readonly to: string;
  /**
   * The port where no host is named.
   *
   * @default 'http'
   */
  readonly anyHostTo?: string;
  readonly settings?: Fields;
  readonly notes: readonly string[];
  readonly routeNotes: readonly string[];
}

function place(
  draft: Draft,
  { controller, id, tls, plainHttp, to, anyHostTo = 'http', settings, notes, routeNotes }: Way,
): void {
  const { values, about } = draft;
  const host = values.text('wso2.deployment.hostname');
  const isNamed = host.includes('.');
  const shown = isNamed ? host : '*';
  draft.before.push({
    notes,
    name: 'edge',
    code: call(
      'new LoadBalancer',
      name('fleet'),
      id,
      fields({
        controller,
        hosts: fields({ [shown]: about.namespace }),
        tls: tls === undefined || !isNamed ? undefined : fields({ [host]: tls }),
        plainHttp,
      }),
    ),
  });
  // What takes requests of every host has no name that the certificate of a pod could be for.
  const port = name(`tenant.${isNamed ? to : anyHostTo}`);
  const route = isNamed
    ? call('Route.http', host, new Fields([{ key: 'to', value: port, notes: [] }, ...(settings?.fields ?? [])]))
    : call('Route.defaultBackend', port);
  draft.after.unshift({
    notes: [
      ...routeNotes,
      MANAGEMENT,
      ...(isNamed ? [] : ['The values name no host, so requests of every host come here.']),
    ],
    code: call('new GatewayIngress', name('unit'), 'routes', fields({ via: name('edge'), routes: [route] })),
  });
}

function placeGateway(draft: Draft): void {
  const { values, about } = draft;
  const path = 'wso2.gatewayAPI';
  const [gatewayClass, gateway] = ['gatewayClassName', 'gatewayName'].map((key) => values.text(`${path}.${key}`));
  const namespace = values.text(`${path}.gatewayNamespace`) || 'default';
  const secret = values.text(`${path}.tlsSecret`);
  const backend = values.isOn(`${path}.backendTLS.enabled`);
  const creates = values.isOn(`${path}.createGateway`);
  const limit = rateLimitOf(draft);
  if (backend) {
    const ca = values.text(`${path}.backendTLS.caCertConfigMap`);
    const serverName = values.text(`${path}.backendTLS.hostname`) || 'localhost';
    draft.set(
      'tls',
      call(
        'Keystore.ofImage',
        fields({
          ca: ca === '' ? `${about.tenant}-backend-ca` : ca,
          serverName: serverName === 'localhost' ? undefined : serverName,
        }),
      ),
      ...(ca === ''
        ? [
            `The chart brings a copy of the stock certificate; put that of your image into ConfigMap ${about.tenant}-backend-ca as ca.crt.`,
          ]
        : []),
    );
  }
  const implementation = limit === undefined ? {} : { implementation: 'envoy-gateway' };
  const shared = secret === '' ? `${about.tenant}-gateway-tls` : secret;
  place(draft, {
    id: gateway || 'gateway',
    controller: creates
      ? call(
          'GatewayController.gatewayApi',
          fields({
            gatewayClass,
            namespace,
            // Requests of every host are shown one certificate.
            defaultCertificate: values.text('wso2.deployment.hostname').includes('.') ? undefined : shared,
            ...implementation,
          }),
        )
      : call('GatewayController.gatewayApi', fields({ existing: gateway, namespace, ...implementation })),
    tls: creates ? call('Tls.secret', shared) : undefined,
    plainHttp: creates ? (values.isOn(`${path}.httpListener.enabled`) ? 'serve' : undefined) : 'redirect',
    to: backend ? 'https' : 'http',
    settings: limit === undefined ? undefined : fields({ rateLimit: limit }),
    notes: creates
      ? [
          secret === ''
            ? `The chart makes a self-signed certificate anew at each render. Put one into Secret ${shared} of namespace ${namespace}, or write Tls.clusterIssuer(…).`
            : `Secret ${secret} has to be in namespace ${namespace}, beside the Gateway.`,
        ]
      : ['Whoever keeps the Gateway shows its certificates and lets this namespace in.'],
    routeNotes: [
      ...(backend
        ? []
        : ['Without backendTLS the chart sends plain HTTP to 8253, where TLS is spoken; 8290 is the port for that.']),
      ...(limit === undefined
        ? []
        : ['The chart bounds all clients of a proxy together; here each client address has the bound.']),
    ],
  });
}

function rateLimitOf({ values }: Draft): number | undefined {
  const path = 'wso2.gatewayAPI.ratelimit';
  const applies = values.isOn(`${path}.enabled`) && values.text('wso2.gatewayAPI.gatewayClassName') === 'envoy';
  return applies ? values.number(`${path}.requestsPerSecond`) : undefined;
}

function placeIngress(draft: Draft): void {
  const { values } = draft;
  const annotations = Object.fromEntries(
    Object.entries(values.table('wso2.ingress.annotations')).map(([key, value]) => [key, String(value)]),
  );
  const className = values.text('wso2.ingress.ingressClassName') || annotations['kubernetes.io/ingress.class'] || '';
  if (values.isOn('wso2.ingress.ratelimit.enabled')) {
    draft.lacks(
      'wso2.ingress.ratelimit',
      'a snippet that ingress-nginx drops by default, of a zone that nobody declares; write Route.http({ rateLimit }): requests a second of a client',
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
    draft.after.push({ notes: [], code: call('Patch.of', name('unit'), 'Ingress').calling('add', pointer, value) });
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
