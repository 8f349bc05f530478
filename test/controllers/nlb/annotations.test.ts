import { GatewayController, type NlbProps } from '../../../lib';
import { nlbAnnotations, nlbHealthCheck, nlbSpec } from '../../../lib/controllers/nlb/annotations';
import { errorOf } from '../../manifests';

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer';

test('every prop reaches the Service', () => {
  const everything: Required<NlbProps> = {
    scheme: 'internet-facing',
    ipAddressType: 'dualstack',
    subnets: ['subnet-0a', 'public-b'],
    addresses: ['eipalloc-0a', 'eipalloc-0b'],
    sources: ['192.0.2.0/24'],
    crossZone: false,
    attributes: { 'deletion_protection.enabled': 'true' },
    tags: { team: 'platform', cost: '42' },
  };
  expect(nlbAnnotations(everything)).toEqual({
    [`${PREFIX}-nlb-target-type`]: 'ip',
    [`${PREFIX}-scheme`]: 'internet-facing',
    [`${PREFIX}-ip-address-type`]: 'dualstack',
    [`${PREFIX}-subnets`]: 'subnet-0a,public-b',
    [`${PREFIX}-eip-allocations`]: 'eipalloc-0a,eipalloc-0b',
    [`${PREFIX}-attributes`]: 'deletion_protection.enabled=true,load_balancing.cross_zone.enabled=false',
    [`${PREFIX}-additional-resource-tags`]: 'cost=42,team=platform',
  });
  expect(nlbSpec(everything)).toEqual({
    type: 'LoadBalancer',
    loadBalancerClass: 'service.k8s.aws/nlb',
    allocateLoadBalancerNodePorts: false,
    loadBalancerSourceRanges: ['192.0.2.0/24'],
  });
});

test('without props it is internal, and all zones lead to all pods', () => {
  expect(nlbAnnotations({})).toEqual({
    [`${PREFIX}-nlb-target-type`]: 'ip',
    [`${PREFIX}-scheme`]: 'internal',
    [`${PREFIX}-ip-address-type`]: 'ipv4',
    [`${PREFIX}-attributes`]: 'load_balancing.cross_zone.enabled=true',
  });
  expect(nlbSpec({}).loadBalancerSourceRanges).toBeUndefined();
});

test('a pod is asked for its health where the release answers', () => {
  expect(nlbHealthCheck({ protocol: 'HTTP', port: 9201, path: '/healthz' })).toEqual({
    [`${PREFIX}-healthcheck-protocol`]: 'http',
    [`${PREFIX}-healthcheck-port`]: '9201',
    [`${PREFIX}-healthcheck-path`]: '/healthz',
    [`${PREFIX}-healthcheck-success-codes`]: '200-399',
  });
});

test.each<[NlbProps, string]>([
  [
    { scheme: 'public' as 'internal' },
    'scheme of controller "nlb" must be one of internal, internet-facing, got "public"',
  ],
  [{ ipAddressType: 'ipv6' as 'ipv4' }, 'ipAddressType of controller "nlb" must be one of ipv4, dualstack, got "ipv6"'],
  [{ subnets: [] }, 'subnets of controller "nlb" must name at least one, without ",", and none twice, got []'],
  [
    { subnets: ['a,b'] },
    'subnets of controller "nlb" must name at least one, without ",", and none twice, got ["a,b"]',
  ],
  [
    { subnets: ['a', 'a'] },
    'subnets of controller "nlb" must name at least one, without ",", and none twice, got ["a","a"]',
  ],
  [
    { subnets: ['a'], addresses: ['eipalloc-0a'] },
    'addresses of controller "nlb" must be one for each of subnets, and be of the internet, ' +
      'got 1 for 1 subnets of an NLB that is internal',
  ],
  [
    { scheme: 'internet-facing', addresses: ['eipalloc-0a'] },
    'addresses of controller "nlb" must be one for each of subnets, and be of the internet, ' +
      'got 1 for 0 subnets of an NLB that is internet-facing',
  ],
  [
    { sources: ['10.0.0.0/33'] },
    'sources of controller "nlb" must be ranges of addresses, such as "10.20.0.0/16", got "10.0.0.0/33"',
  ],
  [{ tags: { team: 'a,b' } }, 'tags of controller "nlb" must have no "," in it, and no "=" in a name, got "team=a,b"'],
  [
    { attributes: { 'a=b': 'c' } },
    'attributes of controller "nlb" must have no "," in it, and no "=" in a name, got "a=b=c"',
  ],
  [
    { attributes: { 'load_balancing.cross_zone.enabled': 'true' } },
    'attributes of controller "nlb" must leave the zones to crossZone, got "load_balancing.cross_zone.enabled"',
  ],
])('fails for %j', (props, error) => {
  expect(errorOf(() => GatewayController.nlb(props))).toBe(error);
});
