import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { albAnnotation, albMembers } from '../../lib/rendered/alb-groups';
import type { KubernetesObject } from '../../lib/rendered/rendered-object';

const ingress = (name: string, annotations: Record<string, string>, ingressClassName?: string): KubernetesObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name, namespace: 'retail', annotations },
  spec: { ingressClassName },
});
const ofClass = (name: string, controller: string, params?: string): KubernetesObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IngressClass',
  metadata: { name },
  spec: { controller, ...(params === undefined ? {} : { parameters: { kind: 'IngressClassParams', name: params } }) },
});
const group = { name: 'shops' };
const params: KubernetesObject = {
  apiVersion: 'elbv2.k8s.aws/v1beta1',
  kind: 'IngressClassParams',
  metadata: { name: 'public' },
  spec: JSON.parse(JSON.stringify({ group, scheme: 'internal' })),
};
const scheme = { 'alb.ingress.kubernetes.io/scheme': 'internal' };

function groupsOf(...objects: readonly KubernetesObject[]): ReadonlyArray<readonly [string, string]> {
  const rendered = objects.map((object) => ({ construct: new Construct(new App(), 'any'), object }));
  return albMembers({
    objects: rendered,
    units: [],
    tenants: [],
    gateways: [],
    loadBalancers: [],
    kubernetes: '1.29',
  }).map((member) => [member.id, member.group]);
}

test('an Ingress is in the group of its class, before the one that it names itself', () => {
  const named = { 'alb.ingress.kubernetes.io/group.name': 'own' };
  const member = ingress('orders', named, 'public');
  expect(groupsOf(member, ofClass('public', 'ingress.k8s.aws/alb', 'public'), params)).toEqual([
    ['retail/orders', 'shops'],
  ]);
  expect(groupsOf(member, ofClass('public', 'ingress.k8s.aws/alb'))).toEqual([['retail/orders', 'own']]);
});

test('an Ingress without a group is a group of its own', () => {
  expect(groupsOf(ingress('orders', scheme, 'alb'), ingress('prices', scheme, 'alb'))).toEqual([
    ['retail/orders', 'retail/orders'],
    ['retail/prices', 'retail/prices'],
  ]);
});

test('an Ingress of another controller is none of an ALB, whatever its annotations say', () => {
  expect(groupsOf(ingress('orders', scheme, 'nginx'), ofClass('nginx', 'k8s.io/ingress-nginx'))).toEqual([]);
  expect(groupsOf(ingress('orders', {}, 'nginx'))).toEqual([]);
});

test('an Ingress of the old annotation is one of an ALB', () => {
  expect(groupsOf(ingress('orders', { 'kubernetes.io/ingress.class': 'alb' }))).toEqual([
    ['retail/orders', 'retail/orders'],
  ]);
});

test('what the class says is known by its field', () => {
  const objects = [ingress('orders', {}, 'public'), ofClass('public', 'ingress.k8s.aws/alb', 'public'), params];
  const rendered = objects.map((object) => ({ construct: new Construct(new App(), 'any'), object }));
  const [member] = albMembers({
    objects: rendered,
    units: [],
    tenants: [],
    gateways: [],
    loadBalancers: [],
    kubernetes: '1.29',
  });
  expect(Object.fromEntries(member?.params ?? [])).toEqual({ group, scheme: 'internal' });
});

test('an annotation is found by the name that the controller’s pages give it', () => {
  expect(albAnnotation(ingress('orders', scheme), 'scheme')).toBe('internal');
  expect(albAnnotation(ingress('orders', scheme), 'group.order')).toBeUndefined();
});
