import { GatewayController, GatewayIngress, LoadBalancer, Peer, Route } from '../../../lib';
import { reviewOf } from '../../../lib/review/review';
import { loadBalancers } from '../../../lib/review/rules/load-balancers';
import { orphans } from '../../../lib/review/rules/orphans';
import { app, found, plain, retail } from '../changes';

type Alb = Parameters<typeof GatewayController.alb>[0];

const alb = (props: Alb = {}, id = 'public') =>
  retail((unit, fleet) => {
    const hosts = { 'a.example.com': 'retail' };
    const sources = [Peer.ranges('10.9.0.0/16')] as const;
    const via = new LoadBalancer(fleet, id, { controller: GatewayController.alb(props), hosts, sources });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http('a.example.com', { to: app(unit).http })] });
  });

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer';
const balancer = (annotations: object, spec: object = {}) =>
  plain({ kind: 'Service', metadata: { annotations }, spec: { type: 'LoadBalancer', ...spec } });
const scheme = (value?: string) => balancer(value === undefined ? {} : { [`${PREFIX}-scheme`]: value });
const ANOTHER = 'becomes another load balancer with another DNS name, and the old one is deleted:';

test('another scheme is another load balancer, which the internet reaches or does not', () => {
  expect(found(loadBalancers, scheme('internal'), scheme('internet-facing'))).toEqual([
    `warning retail: Service retail/it ${ANOTHER} the internet reaches it, and what leads to the old name finds nothing [scheme: internal → internet-facing]`,
  ]);
  expect(found(loadBalancers, scheme('internet-facing'), scheme('internal'))).toEqual([
    `warning retail: Service retail/it ${ANOTHER} the internet does not reach it any more, and what leads to the old name finds nothing [scheme: internet-facing → internal]`,
  ]);
  expect(found(loadBalancers, alb(), alb({ scheme: 'internet-facing' }))).toEqual([
    expect.stringMatching(
      /^warning : IngressClassParams public becomes another load balancer .*: the internet reaches it/,
    ),
  ]);
});

test('a scheme that is what nothing says makes no other load balancer', () => {
  expect(found(loadBalancers, scheme(), scheme('internal'))).toEqual([]);
  expect(found(loadBalancers, scheme('internet-facing'), scheme())).toEqual([]);
  expect(found(loadBalancers, scheme(), scheme('internet-facing'))).toEqual([expect.stringContaining(ANOTHER)]);
});

test('source ranges that let in more, or leave', () => {
  const ranges = (...loadBalancerSourceRanges: readonly string[]) => balancer({}, { loadBalancerSourceRanges });
  const wider = 'warning retail: the load balancer of Service retail/it lets in addresses that it did not let in [';
  for (const to of [balancer({}), ranges('0.0.0.0/0'), ranges('10.20.0.0/16', '10.30.0.0/16')]) {
    expect(found(loadBalancers, ranges('10.20.0.0/16'), to)).toEqual([expect.stringContaining(wider)]);
  }
  expect(found(loadBalancers, ranges('10.20.0.0/16'), ranges('10.20.1.0/24'))).toEqual([
    'notice retail: the load balancer of Service retail/it is told something else, on which its controller acts [spec.loadBalancerSourceRanges[0]: 10.20.0.0/16 → 10.20.1.0/24]',
  ]);
});

test('the same addresses in other words let nobody in who was not let in', () => {
  const ranges = (...loadBalancerSourceRanges: readonly string[]) => balancer({}, { loadBalancerSourceRanges });
  for (const same of [ranges('10.1.2.3/8'), ranges('10.0.0.0/9', '10.128.0.0/9')]) {
    expect(found(loadBalancers, same, ranges('10.0.0.0/8'))).toEqual([expect.stringMatching(/^notice /)]);
  }
});

test('subnets that leave take their addresses along, and those that come do not', () => {
  const subnets = (text: string) => balancer({ [`${PREFIX}-subnets`]: text });
  expect(found(loadBalancers, subnets('a,b'), subnets('c,b'))).toEqual([
    'warning retail: the load balancer of Service retail/it leaves subnets, so its addresses there go with the connections over them [aws-load-balancer-subnets: a,b → c,b]',
  ]);
  expect(found(loadBalancers, subnets('a,b'), subnets('a,b,c'))).toEqual([expect.stringMatching(/^notice /)]);
});

test('a Service that is no load balancer is none', () => {
  const service = (value: string) =>
    plain({ kind: 'Service', metadata: { annotations: { value } }, spec: { type: 'ClusterIP' } });
  expect(found(loadBalancers, service('a'), service('b'))).toEqual([]);
});

test('another group is another ALB', () => {
  expect(found(loadBalancers, alb({ group: 'a' }), alb({ group: 'b' }))).toEqual([
    'warning : IngressClassParams public is another ALB, with another DNS name: what leads to the old name finds nothing [group: a → b]',
  ]);
});

test('an ALB under another name is another one, and the old one goes when names lead to the new one', () => {
  const [before, after] = [alb(), alb({}, 'outer')];
  expect(found(loadBalancers, before, after).sort()).toEqual([
    'warning : IngressClass public leaves the file and stays in the cluster: an ALB needs it as long as an Ingress names it $ kubectl delete ingressclass/public  # when no Ingress of its class is left',
    'warning : IngressClassParams public leaves the file and stays in the cluster: an ALB needs it as long as an Ingress names it $ kubectl delete ingressclassparams.elbv2.k8s.aws/public  # when no Ingress of its class is left',
    'warning retail: Ingress retail/routes-outer-depth-0 is not on the ALB of Ingress retail/routes-public-depth-0, so it has another DNS name; the old one answers until it is deleted [ALB: public → outer] $ kubectl -n retail delete ingress routes-public-depth-0  # when its hosts lead to the new address',
  ]);
  expect(found(orphans, before, after)).toEqual([]);
});

test('an ALB whose class or group has the same name stays one', () => {
  const [before, after] = [alb({ group: 'a', ingressClass: 'one' }), alb({ group: 'a', ingressClass: 'two' })];
  expect(found(loadBalancers, before, after).filter((line) => !/ leaves the file /.test(line))).toEqual([]);
  const settled = reviewOf(alb(), alb({ tags: { team: 'a' } })).findings;
  expect(settled.filter(({ rule }) => rule === 'load-balancers')).toEqual([]);
});
