import type { Finding } from '../finding';
import { nameOf } from '../object-change';
import type { ReviewRule } from '../rule';
import { fromTo } from '../words';

/** Who pods are for the API server and the cloud: another service account, or another role of it. */
export const serviceAccounts: ReviewRule = ({ objects, tenants }) => [
  ...tenants.flatMap(({ unit, tenant, before, after, update }): Finding[] => {
    const [from, to] = [before?.pod.serviceAccountName, after?.pod.serviceAccountName];
    return after === undefined || update === undefined || from === to
      ? []
      : [
          {
            severity: 'warning',
            unit,
            tenant,
            says: `its pods run under another service account`,
            because: [fromTo(from, to)],
            about: [after.object],
          },
        ];
  }),
  ...objects.flatMap(({ unit, tenant, after, fields }): Finding[] => {
    const told = fields.filter(
      ({ path }) =>
        /^(metadata\.annotations|secrets|automountServiceAccountToken)/.test(path) && !path.includes('/contact'),
    );
    return after?.kind !== 'ServiceAccount' || told.length === 0
      ? []
      : [
          {
            severity: 'warning',
            unit,
            tenant,
            says: `${nameOf(after)} stands for another identity; pods take it at their next start`,
            because: told.map(({ path, from, to }) => `${path}: ${fromTo(from, to)}`),
            about: [after],
          },
        ];
  }),
];
