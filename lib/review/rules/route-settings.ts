import { groupOf } from '../../core/api-group';
import type { FieldChange } from '../../diff/field-changes';
import type { Manifest } from '../../diff/manifest';
import { addressListOf, widened } from '../address-lists';
import type { Change } from '../change';
import { isWords, perKey } from '../field-words';
import type { Finding } from '../finding';
import { nameOf, type ObjectChange } from '../object-change';
import type { ReviewRule } from '../rule';
import { lostFilters } from '../traefik-filters';
import { fromTo } from '../words';

/** The kinds of Kubernetes that lead ways from the outside, and all of those who do nothing else. */
const ROUTING =
  /^(networking\.k8s\.io\/Ingress(Class)?|(gateway\.networking\.k8s\.io|gateway\.envoyproxy\.io|traefik\.io|elbv2\.k8s\.aws)\/.*)$/;

/** What narrows a way: its leaving opens it further. Lists of addresses are compared address by address. */
const NARROWS = /(denylist|ipAllowList|ipWhiteList|auth(?!ors?\b)|rateLimit|limit-rps|limit-rpm)/i;

/** How a way from the outside is led, limited and protected. */
export const routeSettings: ReviewRule = (change) => change.objects.flatMap((one) => findingsOf(change, one));

function findingsOf(change: Change, one: ObjectChange): Finding[] {
  const { unit, tenant, before, after } = one;
  if (before === undefined || after === undefined || !ROUTING.test(kindOf(after))) {
    return [];
  }
  const told = perKey(one.fields).filter(
    (field) =>
      !/^metadata\.(name|namespace|labels)\b/.test(field.path) && !isWords(field) && !isToldElsewhere(after, field),
  );
  const lost = lostFilters(change, one);
  const isWider =
    lost.length > 0 ||
    widened(before, after, told).length > 0 ||
    told.some((field) => field.to === undefined && narrows(field) && addressListOf(field) === undefined);
  return told.length === 0
    ? []
    : [
        {
          severity: isWider ? 'warning' : 'notice',
          unit,
          tenant,
          says: isWider ? `${nameOf(after)} loses what narrows it` : `${nameOf(after)} is led otherwise`,
          because: [...lost, ...told.map(said)],
          about: [before, after],
        },
      ];
}

/** Hosts, paths and Services have any name, in the keys of lists and of the rules of an ALB. */
function narrows({ path }: FieldChange): boolean {
  return NARROWS.test(path.replace(/\[(?!").*\]|(?<=alb\.ingress\.kubernetes\.io\/(actions|conditions)\.).*/, ''));
}

/** By which an ALB becomes another one: `load-balancers` speaks of it. */
function isToldElsewhere({ kind }: Manifest, { path }: FieldChange): boolean {
  return kind === 'IngressClassParams' && /^spec\.(scheme|group\.name)$/.test(path);
}

function kindOf({ apiVersion, kind }: Manifest): string {
  return `${groupOf(apiVersion)}/${kind}`;
}

function said({ path, from, to }: FieldChange): string {
  return `${path.replace(/^metadata\.annotations\["(?:[\w.-]+\/)?([^"]*)"\]/, '$1')}: ${fromTo(from, to)}`;
}
