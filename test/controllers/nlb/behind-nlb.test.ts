import {
  type BehindNlbProps,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
} from '../../../lib';
import { base, errorOf, manifestsOf, newFleet, newUnit, theOne } from '../../manifests';

const nginx = GatewayController.nginx();
const pods: BehindNlbProps = { namespace: 'ingress-nginx', selector: { 'app.kubernetes.io/component': 'controller' } };

function fleetOf(props: BehindNlbProps) {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.behindNlb(nginx, props),
    hosts: { 'shop.example.com': 'retail', 'till.example.com': 'retail' },
  });
  const tenant = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(1),
    tls: Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' }),
  });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough('shop.example.com', tenant)] });
  expect(errorOf(() => fleet.render())).toBe('');
  return { unit, via };
}

test('the NLB is the load balancer’s, and all else the controller’s', () => {
  const { unit, via } = fleetOf(pods);
  expect(manifestsOf(via)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'public-nlb',
        namespace: 'ingress-nginx',
        labels: { 'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi' },
        annotations: {
          'service.beta.kubernetes.io/aws-load-balancer-attributes': 'load_balancing.cross_zone.enabled=true',
          'service.beta.kubernetes.io/aws-load-balancer-ip-address-type': 'ipv4',
          'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
          'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',
          'service.beta.kubernetes.io/aws-load-balancer-target-group-attributes': 'preserve_client_ip.enabled=true',
        },
      },
      spec: {
        type: 'LoadBalancer',
        loadBalancerClass: 'service.k8s.aws/nlb',
        allocateLoadBalancerNodePorts: false,
        selector: { 'app.kubernetes.io/component': 'controller' },
        ports: [
          { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' },
          { name: 'https', port: 443, targetPort: 'https', protocol: 'TCP' },
        ],
      },
    },
  ]);
  expect(theOne(unit, 'Ingress')).toMatchObject({
    metadata: { name: 'routes-public-passthrough' },
    spec: { ingressClassName: 'nginx' },
  });
});

test('every prop reaches the Service', () => {
  const everything: Required<BehindNlbProps> = {
    namespace: 'traefik',
    selector: { 'app.kubernetes.io/name': 'traefik' },
    httpPort: 8000,
    httpsPort: 'websecure',
    scheme: 'internet-facing',
    ipAddressType: 'dualstack',
    subnets: ['subnet-0a'],
    addresses: ['eipalloc-0a'],
    sources: ['192.0.2.0/24'],
    crossZone: false,
    attributes: { 'deletion_protection.enabled': 'true' },
    tags: { team: 'platform' },
  };
  const { via } = fleetOf(everything);
  expect(theOne(via, 'Service')).toMatchObject({
    metadata: {
      namespace: 'traefik',
      annotations: {
        'service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags': 'team=platform',
        'service.beta.kubernetes.io/aws-load-balancer-attributes':
          'deletion_protection.enabled=true,load_balancing.cross_zone.enabled=false',
        'service.beta.kubernetes.io/aws-load-balancer-eip-allocations': 'eipalloc-0a',
        'service.beta.kubernetes.io/aws-load-balancer-ip-address-type': 'dualstack',
        'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing',
        'service.beta.kubernetes.io/aws-load-balancer-subnets': 'subnet-0a',
      },
    },
    spec: {
      selector: { 'app.kubernetes.io/name': 'traefik' },
      loadBalancerSourceRanges: ['192.0.2.0/24'],
      ports: [{ targetPort: 8000 }, { targetPort: 'websecure' }],
    },
  });
});

test('it can what the controller can', () => {
  const alone = GatewayController.nginx();
  const behind = GatewayController.behindNlb(alone, pods);
  const { https } = new MiTenant(newUnit(), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(1),
  });
  const route = Route.defaultBackend(https);
  expect(behind.name).toBe('nginx behind an NLB');
  expect(behind.cannot).toBe(alone.cannot);
  expect(behind.refuses(route)).toBe(alone.refuses(route));
});

test.each<[Partial<BehindNlbProps>, string]>([
  [{ namespace: 'Ingress' }, 'namespace of controller "nginx behind an NLB" must name a namespace, got "Ingress"'],
  [
    { selector: {} },
    'selector of controller "nginx behind an NLB" must have at least one label, got none; ' +
      'without one every pod of the namespace would be the controller',
  ],
  [
    { selector: { app: 'a b' } },
    'selector.app of controller "nginx behind an NLB" must be letters, digits, "-", "_" and ".", at most 63 characters, ' +
      'got "a b"',
  ],
  [{ subnets: [] }, 'subnets of controller "nlb" must name at least one, without ",", and none twice, got []'],
])('fails for %j', (props, error) => {
  expect(errorOf(() => GatewayController.behindNlb(nginx, { ...pods, ...props }))).toBe(error);
});
