import { Duration } from 'cdk8s';
import {
  type AlbProps,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  type LoadBalancerProps,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { base, errorOf, manifestsOf, newFleet, newUnit, refusalOf, theOne } from '../../manifests';

const ARN = 'arn:aws:acm:eu-central-1:111122223333:certificate/shop';
const OTHER_ARN = 'arn:aws:acm:eu-central-1:111122223333:certificate/till';
const WEB_ACL = 'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/edge/3ab78708-85b0-49d3-b4e1-7a9615a6613b';

function fleetOf(
  props?: AlbProps,
  rest: Partial<LoadBalancerProps> = {},
  routesOf: (tenant: MiTenant) => readonly Route[] = ({ http }) => [Route.http('shop.example.com', { to: http })],
) {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.alb(props),
    hosts: { 'shop.example.com': 'retail', 'till.example.com': 'retail', '*': 'retail' },
    ...rest,
  });
  const tenant = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    // The ALB of some tests leaves connections open for an hour.
    config: { toml: { transport: { http: { socket_timeout: 3_610_000 } } } },
  });
  new GatewayIngress(unit, 'routes', { via, routes: routesOf(tenant) });
  return { fleet, unit, via };
}

test('the platform owns the class of all Ingresses, and what is the same for all of them', () => {
  const { fleet, via } = fleetOf();
  expect(errorOf(() => fleet.render())).toBe('');
  expect(manifestsOf(via)).toEqual([
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'public', labels: { 'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi' } },
      spec: {
        controller: 'ingress.k8s.aws/alb',
        parameters: { apiGroup: 'elbv2.k8s.aws', kind: 'IngressClassParams', name: 'public' },
      },
    },
    {
      apiVersion: 'elbv2.k8s.aws/v1beta1',
      kind: 'IngressClassParams',
      metadata: { name: 'public', labels: { 'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi' } },
      spec: {
        group: { name: 'public' },
        namespaceSelector: {
          matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['retail'] }],
        },
        scheme: 'internal',
        ipAddressType: 'ipv4',
        sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        sslRedirectPort: '443',
        targetType: 'ip',
        loadBalancerAttributes: [{ key: 'idle_timeout.timeout_seconds', value: '60' }],
      },
    },
  ]);
});

test('every prop of the controller reaches the manifest', () => {
  const everything: Required<AlbProps> = {
    ingressClass: 'alb-public',
    group: 'shops.public',
    scheme: 'internet-facing',
    ipAddressType: 'dualstack',
    subnets: { ids: ['subnet-0a', 'subnet-0b'] },
    inboundCidrs: ['192.0.2.0/24', '2001:db8::/32'],
    sslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
    idleTimeout: Duration.hours(1),
    attributes: { 'deletion_protection.enabled': 'true' },
    tags: { team: 'platform', cost: '42' },
    webAcl: WEB_ACL,
    quotas: { rules: 200, targetGroups: 300, certificates: 50 },
  };
  const { fleet, unit, via } = fleetOf(everything);
  expect(errorOf(() => fleet.render())).toBe('');
  expect(theOne(unit, 'Ingress').spec).toMatchObject({ ingressClassName: 'alb-public' });
  expect(theOne(via, 'IngressClass').metadata.name).toBe('alb-public');
  expect(theOne(via, 'IngressClassParams')).toMatchObject({
    metadata: {
      name: 'alb-public',
      annotations: { 'cdk8s-wso2-mi/alb-quotas': 'certificates=50,rules=200,targetGroups=300' },
    },
    spec: {
      group: { name: 'shops.public' },
      scheme: 'internet-facing',
      ipAddressType: 'dualstack',
      subnets: { ids: ['subnet-0a', 'subnet-0b'] },
      inboundCIDRs: ['192.0.2.0/24', '2001:db8::/32'],
      sslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
      loadBalancerAttributes: [
        { key: 'deletion_protection.enabled', value: 'true' },
        { key: 'idle_timeout.timeout_seconds', value: '3600' },
      ],
      tags: [
        { key: 'cost', value: '42' },
        { key: 'team', value: 'platform' },
      ],
      wafv2AclArn: WEB_ACL,
    },
  });
});

test('certificates are given once, in the order of the book', () => {
  const tls = { 'till.example.com': Tls.acm(OTHER_ARN), 'shop.example.com': Tls.acm(ARN) } as const;
  const { fleet, via } = fleetOf({}, { tls });
  expect(errorOf(() => fleet.render())).toBe('');
  expect(theOne(via, 'IngressClassParams').spec).toMatchObject({ certificateArn: [ARN, OTHER_ARN] });
  const shared = { 'till.example.com': Tls.acm(ARN), 'shop.example.com': Tls.acm(ARN) } as const;
  expect(theOne(fleetOf({}, { tls: shared }).via, 'IngressClassParams').spec).toMatchObject({ certificateArn: [ARN] });
});

test('plain HTTP is answered where that is asked for', () => {
  const { via } = fleetOf({}, { plainHttp: 'serve' });
  expect(theOne(via, 'IngressClassParams').spec).not.toHaveProperty('sslRedirectPort');
});

test('the class is for the namespaces of all units in the book', () => {
  const { fleet, via } = fleetOf(
    {},
    { hosts: { 'shop.example.com': { '/': 'retail', '/a': 'clinic' }, 'x.example.com': 'clinic' } },
  );
  newUnit(fleet, 'clinic');
  expect(theOne(via, 'IngressClassParams').spec).toMatchObject({
    namespaceSelector: {
      matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['clinic', 'retail'] }],
    },
  });
});

test('an empty book allows nobody anything, since no empty list may be asked for', () => {
  const fleet = newFleet();
  const via = new LoadBalancer(fleet, 'public', { controller: GatewayController.alb(), hosts: {} });
  expect(theOne(via, 'IngressClassParams').spec).not.toHaveProperty('namespaceSelector');
});

test('fails when one host has a certificate and another has none', () => {
  const { fleet } = fleetOf({}, { tls: { 'shop.example.com': Tls.acm(ARN) } });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'tls["till.example.com"] of load balancer "public" must be Tls.acm(…), as it is for "shop.example.com", got none; ' +
        'an ALB that is given one certificate looks for no other; give all of them, or none',
    ),
  );
});

test('says of each thing that an ALB cannot do what does it instead', () => {
  const acm = 'an ALB takes its certificates from ACM: Tls.acm(…)';
  expect(GatewayController.alb().cannot).toEqual({
    crossUnit: 'an Ingress cannot reach into another namespace',
    passthrough: 'an ALB opens TLS; GatewayController.nlb hands it on',
    tcp: 'an ALB speaks HTTP; GatewayController.nlb hands connections on',
    timeout: 'an ALB has one idle timeout for all routes: GatewayController.alb({ idleTimeout })',
    maxBody: 'a web ACL of AWS WAF bounds bodies: GatewayController.alb({ webAcl })',
    rateLimit: 'a rate-based rule of AWS WAF bounds requests: GatewayController.alb({ webAcl })',
    tlsSecret: acm,
    tlsIssuer: acm,
  });
});
