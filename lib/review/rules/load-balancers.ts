import type { FieldChange } from '../../diff/field-changes';
import type { Manifest } from '../../diff/manifest';
import { widened } from '../address-lists';
import type { Change } from '../change';
import { isWords, keyOf, perKey } from '../field-words';
import type { Finding } from '../finding';
import { albOf } from '../load-balancer-of';
import { nameOf, type ObjectChange } from '../object-change';
import { textAt } from '../read';
import type { ReviewRule } from '../rule';
import { fromTo } from '../words';

/** Load balancers of a cloud that become others, with another address, or let in more than before. */
export const loadBalancers: ReviewRule = (change) =>
  change.objects.flatMap((one) => [
    ...anotherScheme(one),
    ...anotherAlb(change, one),
    ...classLeaves(one),
    ...service(one),
  ]);

/** AWS cannot change the scheme of a load balancer, so its controller makes another (docs/guide, annotations). */
function anotherScheme({ unit, tenant, before, after, isUpdate, fields }: ObjectChange): Finding[] {
  const scheme = perKey(fields).find(isScheme);
  if (before === undefined || after === undefined || !isUpdate || scheme === undefined || !isOfAws(after)) {
    return [];
  }
  // What is left out of a Service stays as it is, and what nothing says is internal.
  const to = scheme.to ?? (after.kind === 'Service' ? scheme.from : 'internal');
  if (to === (scheme.from ?? 'internal')) {
    return [];
  }
  const who = to === 'internet-facing' ? 'the internet reaches it' : 'the internet does not reach it any more';
  return [
    {
      severity: 'warning',
      unit,
      tenant,
      says: `${nameOf(after)} becomes another load balancer with another DNS name, and the old one is deleted: ${who}, and what leads to the old name finds nothing`,
      because: [`scheme: ${fromTo(scheme.from, scheme.to)}`],
      about: [after],
    },
  ];
}

function isScheme({ path }: FieldChange): boolean {
  return /^spec\.scheme$|^metadata\.annotations\["(service\.beta\.kubernetes\.io\/aws-load-balancer-scheme|alb\.ingress\.kubernetes\.io\/scheme)"\]$/.test(
    path,
  );
}

function isOfAws({ kind }: Manifest): boolean {
  return /^(Service|Ingress|IngressClassParams)$/.test(kind);
}

/** Another group is another ALB. */
function anotherAlb(change: Change, { unit, tenant, before, after, isUpdate, fields }: ObjectChange): Finding[] {
  if (after?.kind === 'IngressClassParams' && before !== undefined && isUpdate) {
    const group = fields.find(({ path }) => /^spec\.group(\.name)?$/.test(path));
    const says = `${nameOf(after)} is another ALB, with another DNS name: what leads to the old name finds nothing`;
    const because = [`group: ${fromTo(group?.from, group?.to)}`];
    return group === undefined ? [] : [{ severity: 'warning', unit, tenant, says, because, about: [after] }];
  }
  const [was, is] = [before && albOf(change, 'before', before), after && albOf(change, 'after', after)];
  if (before === undefined || after === undefined || was === undefined || is?.group === was.group) {
    return [];
  }
  const moves = isUpdate && was.className === is?.className && !fields.some(({ path }) => /group\.name/.test(path));
  const because = [`ALB: ${fromTo(was.group, is?.group)}`];
  const about = { severity: 'warning' as const, unit, tenant, because, about: [before, after] };
  if (moves) {
    return [];
  }
  return isUpdate
    ? [{ ...about, says: `${nameOf(after)} leaves its ALB: what leads to the DNS name of the old one finds nothing` }]
    : [
        {
          ...about,
          says: `${nameOf(after)} is not on the ALB of ${nameOf(before)}, so it has another DNS name; the old one answers until it is deleted`,
          run: [
            `kubectl ${before.metadata.namespace === undefined ? '' : `-n ${before.metadata.namespace} `}delete ingress ${before.metadata.name}  # when its hosts lead to the new address`,
          ],
        },
      ];
}

/** A class of an ALB, and what holds for all its Ingresses: without it the controller gives them up. */
function classLeaves({ unit, tenant, before, after, isUpdate }: ObjectChange): Finding[] {
  const isAlbs =
    before?.kind === 'IngressClassParams' || textAt(before, 'spec', 'controller') === 'ingress.k8s.aws/alb';
  if (before === undefined || !isAlbs || (after !== undefined && isUpdate)) {
    return [];
  }
  const resource = before.kind === 'IngressClass' ? 'ingressclass' : 'ingressclassparams.elbv2.k8s.aws';
  return [
    {
      severity: 'warning',
      unit,
      tenant,
      says: `${nameOf(before)} leaves the file and stays in the cluster: an ALB needs it as long as an Ingress names it`,
      run: [`kubectl delete ${resource}/${before.metadata.name}  # when no Ingress of its class is left`],
      about: [before],
    },
  ];
}

/** All else that is said to a load balancer. */
function service({ unit, tenant, before, after, isUpdate, fields }: ObjectChange): Finding[] {
  if (before === undefined || after === undefined || !isUpdate || !isBalanced(before) || !isBalanced(after)) {
    return [];
  }
  const told = perKey(fields).filter((field) => isToBalancer(field) && !isWords(field) && !isScheme(field));
  const isWider = widened(before, after, told).length > 0;
  const left = told.find((field) => keyOf(field) === SUBNETS && leavesOf(field).length > 0);
  const says = [
    ...(isWider ? ['lets in addresses that it did not let in'] : []),
    ...(left === undefined ? [] : ['leaves subnets, so its addresses there go with the connections over them']),
  ];
  return told.length === 0
    ? []
    : [
        {
          severity: says.length > 0 ? 'warning' : 'notice',
          unit,
          tenant,
          says: `the load balancer of ${nameOf(after)} ${says.join(', and ') || 'is told something else, on which its controller acts'}`,
          because: told.map(
            ({ path, from, to }) =>
              `${path.replace(/^metadata\.annotations\["(?:[\w.-]+\/)?([^"]*)"\]/, '$1')}: ${fromTo(from, to)}`,
          ),
          about: [after],
        },
      ];
}

const SUBNETS = 'service.beta.kubernetes.io/aws-load-balancer-subnets';

function isBalanced(object: Manifest): boolean {
  return object.kind === 'Service' && textAt(object, 'spec', 'type') === 'LoadBalancer';
}

function isToBalancer({ path }: FieldChange): boolean {
  return /^metadata\.annotations\b/.test(path) || /^spec\.loadBalancer(SourceRanges|IP)\b/.test(path);
}

/** Items of a text with commas that leave it, where it says others. */
function leavesOf({ from, to }: FieldChange): string[] {
  const items = (text: unknown) => (typeof text === 'string' ? text.split(',').map((item) => item.trim()) : []);
  const kept = new Set(items(to));
  return kept.size === 0 ? [] : items(from).filter((item) => !kept.has(item));
}
