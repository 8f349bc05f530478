import type { SecurityContext } from '../../../imports/k8s';
import type { Manifest } from '../../diff/manifest';
import type { Finding } from '../finding';
import { nameOf, type ObjectChange } from '../object-change';
import { at, fieldsAt, listAt } from '../read';
import type { ReviewRule } from '../rule';
import { fromTo, shown, some } from '../words';
import { containersOf, type Workload } from '../workload';

/** What pods may do: rights on the API, what a namespace lets in, what a container may on its node. */
export const rights: ReviewRule = ({ objects, tenants }) => [
  ...objects.flatMap(ofObject),
  ...tenants.flatMap(({ unit, tenant, before, after }): Finding[] => {
    const had = new Set(before === undefined ? [] : powersOf(before));
    const gained = after === undefined ? [] : powersOf(after).filter((power) => !had.has(power));
    return after === undefined || gained.length === 0
      ? []
      : [
          {
            severity: 'warning',
            unit,
            tenant,
            says: `its pods may do more: ${gained.join(', ')}`,
            about: [after.object],
          },
        ];
  }),
];

const ENFORCED = /^metadata\.labels\["pod-security\.kubernetes\.io\/enforce"\]$/;

function ofObject({ unit, tenant, before, after, fields }: ObjectChange): Finding[] {
  if (after === undefined) {
    return [];
  }
  const about = { unit, tenant, about: [after], severity: 'warning' as const };
  if (/^(Cluster)?Role(Binding)?$/.test(after.kind)) {
    const [was, is] = [sentencesOf(before), sentencesOf(after)];
    const [gained, lost] = [is.filter((one) => !was.includes(one)), was.filter((one) => !is.includes(one))];
    return [
      ...(gained.length > 0 ? [{ ...about, says: `${nameOf(after)} gives rights: ${some(gained, 3)}` }] : []),
      ...(lost.length > 0
        ? [{ ...about, severity: 'notice' as const, says: `${nameOf(after)} takes rights: ${some(lost, 3)}` }]
        : []),
    ];
  }
  return fields
    .filter(({ path, to }) => after.kind === 'Namespace' && ENFORCED.test(path) && to !== 'restricted')
    .map(({ from, to }) => ({
      ...about,
      says: `${nameOf(after)} lets in pods with more power`,
      because: [`pod security: ${fromTo(from, to)}`],
    }));
}

/** What a role allows, or whom a binding gives it, a sentence each. */
function sentencesOf(object: Manifest | undefined): string[] {
  const rules = listAt(object, 'rules').map(
    (rule) =>
      `${listAt(rule, 'verbs').join(', ')} ${[...listAt(rule, 'resources'), ...listAt(rule, 'nonResourceURLs')].join(', ')}`,
  );
  const role = at(object, 'roleRef', 'name');
  const subjects = listAt(object, 'subjects').map(
    (subject) => `${shown(role)} to ${shown(at(subject, 'kind'))} ${shown(at(subject, 'name'))}`,
  );
  return [...rules, ...subjects];
}

/** What of a pod is beyond the `restricted` standard, and its token for the API. */
function powersOf({ pod }: Workload): string[] {
  const inHost = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => at(pod, field) === true);
  const paths = listAt(pod, 'volumes').flatMap((volume) => at(volume, 'hostPath', 'path') ?? []);
  return [
    ...(pod.automountServiceAccountToken === true ? ['a token for the API server'] : []),
    ...inHost,
    ...paths.map((path) => `folder ${shown(path)} of the node`),
    ...containersOf(pod).flatMap(({ name, securityContext = {} }) =>
      powersOfContainer(securityContext).map((power) => `${power} in ${name}`),
    ),
  ];
}

function powersOfContainer(context: SecurityContext): string[] {
  return [
    ...(context.privileged === true ? ['privileged'] : []),
    ...(context.allowPrivilegeEscalation === true ? ['escalation of privileges'] : []),
    ...(context.runAsUser === 0 || context.runAsNonRoot === false ? ['root'] : []),
    ...listAt(fieldsAt(context, 'capabilities'), 'add').map((capability) => `capability ${shown(capability)}`),
  ];
}
