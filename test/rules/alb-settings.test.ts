import { ApiObject } from 'cdk8s';
import { GatewayController, LoadBalancer } from '../../lib';
import { errorOf, newFleet, newUnit, refusalOf } from '../manifests';

type Annotations = Readonly<Record<string, string>>;

const ALB = 'alb.ingress.kubernetes.io';
const defaultBackend = { service: { name: 'shop', port: { number: 80 } } };

/** A fleet of plain Ingresses, the first of our class, each in the group "public". */
function fleetOf(...all: readonly Annotations[]) {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  new LoadBalancer(fleet, 'public', {
    controller: GatewayController.alb({ subnets: { ids: ['subnet-0a', 'subnet-0b'] }, inboundCidrs: ['192.0.2.0/24'] }),
    hosts: {},
  });
  all.forEach((annotations, index) => {
    new ApiObject(unit, `shop-${index}`, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: `shop-${index}`, annotations: { [`${ALB}/group.name`]: 'public', ...annotations } },
      spec: { ingressClassName: index === 0 ? 'public' : 'alb', defaultBackend },
    });
  });
  return fleet;
}

test.each([
  ['scheme', 'internet-facing', 'internal'],
  ['ssl-redirect', '8443', '443'],
  ['ssl-policy', 'ELBSecurityPolicy-2016-08', 'ELBSecurityPolicy-TLS13-1-2-2021-06'],
  ['ip-address-type', 'dualstack', 'ipv4'],
  ['inbound-cidrs', '10.0.0.0/8', '192.0.2.0/24'],
  ['subnets', 'subnet-0a', '{"ids":["subnet-0a","subnet-0b"]}'],
])('fails when an Ingress that joins the group has another %s than its class', (name, value, given) => {
  expect(errorOf(() => fleetOf({}, { [`${ALB}/${name}`]: value }).render())).toBe(
    refusalOf(
      `${name} of Ingress "retail/shop-1" must be the same in all of group "public", got "${value}", and "${given}" in ` +
        '"retail/shop-0"; say it once, in the IngressClassParams of the group',
    ),
  );
});

test('fails when two Ingresses say a setting differently that the class leaves open', () => {
  const name = { [`${ALB}/load-balancer-name`]: 'shops' };
  const other = { [`${ALB}/load-balancer-name`]: 'tills' };
  expect(errorOf(() => fleetOf(name, name, other).render())).toBe(
    refusalOf(
      'load-balancer-name of Ingress "retail/shop-2" must be the same in all of group "public", got "tills", and "shops" ' +
        'in "retail/shop-0"; say it once, in the IngressClassParams of the group',
    ),
  );
});

/** Annotations that are called exclusive in docs/guide/ingress/annotations.md of aws-load-balancer-controller. */
test.each([
  'customer-owned-ipv4-pool',
  'enable-frontend-nlb',
  'frontend-nlb-scheme',
  'inbound-cidrs',
  'ip-address-type',
  'ipam-ipv4-pool-id',
  'load-balancer-name',
  'manage-backend-security-group-rules',
  'mutual-authentication',
  'scheme',
  'security-group-prefix-lists',
  'security-groups',
  'shield-advanced-protection',
  'ssl-policy',
  'ssl-redirect',
  'subnets',
  'waf-acl-id',
  'wafv2-acl-arn',
  'wafv2-acl-name',
])('fails when two Ingresses of a group without parameters of its class say %s differently', (name) => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  ['one', 'other'].forEach((value) => {
    new ApiObject(unit, value, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: value, annotations: { [`${ALB}/group.name`]: 'public', [`${ALB}/${name}`]: value } },
      spec: { ingressClassName: 'alb', defaultBackend },
    });
  });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      `${name} of Ingress "retail/other" must be the same in all of group "public", got "other", and "one" in ` +
        '"retail/one"; say it once, in the IngressClassParams of the group',
    ),
  );
});

test('a setting may be said again, by some of the group, and lists in another order', () => {
  const groups = { [`${ALB}/security-groups`]: 'sg-1, sg-2' };
  const turned = { [`${ALB}/security-groups`]: 'sg-2,sg-1' };
  expect(errorOf(() => fleetOf(groups, {}, turned).render())).toBe('');
});

test('what the class overrules may say anything', () => {
  expect(errorOf(() => fleetOf({ [`${ALB}/scheme`]: 'internet-facing' }).render())).toBe('');
});

test.each([
  ['load-balancer-name', { loadBalancerName: 'shops' }],
  ['security-group-prefix-lists', { prefixListsIDs: ['pl-1'] }],
  ['wafv2-acl-arn', { wafv2AclArn: 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/1' }],
  ['wafv2-acl-name', { wafv2AclName: 'shops' }],
])('a class that says %s overrules what its Ingresses say', (name, spec) => {
  const said = (params: object) => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const [kind, group] = ['IngressClassParams', 'elbv2.k8s.aws'];
    new ApiObject(unit, 'params', {
      apiVersion: `${group}/v1beta1`,
      kind,
      metadata: { name: 'own' },
      ...{ spec: params },
    });
    new ApiObject(unit, 'class', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'own' },
      ...{ spec: { controller: 'ingress.k8s.aws/alb', parameters: { apiGroup: group, kind, name: 'own' } } },
    });
    ['one', 'other'].forEach((value) => {
      new ApiObject(unit, value, {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: value, annotations: { [`${ALB}/group.name`]: 'public', [`${ALB}/${name}`]: value } },
        ...{ spec: { ingressClassName: 'own', defaultBackend } },
      });
    });
    return errorOf(() => fleet.render());
  };
  expect(said({})).toContain(`${name} of Ingress "retail/other" must be the same in all of group "public"`);
  expect(said(spec)).toBe('');
});

test('two groups may differ', () => {
  const other = { [`${ALB}/group.name`]: 'other', [`${ALB}/scheme`]: 'internet-facing' };
  expect(errorOf(() => fleetOf({}, other).render())).toBe('');
});
