import type { Finding } from '../finding';
import type { ReviewRule } from '../rule';
import { counted } from '../words';

/** Tenants that come. */
export const arrivals: ReviewRule = ({ tenants, objects }) => {
  const created = objects.filter(({ before }) => before === undefined);
  return tenants.flatMap(({ unit, tenant, before, after }): Finding[] => {
    if (after === undefined || before !== undefined) {
      return [];
    }
    const own = created.filter((one) => one.unit === unit && one.tenant === tenant).flatMap((one) => one.after ?? []);
    const { least, most } = after;
    const pods = least === most ? counted(least, 'pod') : `${least} to ${most} pods`;
    return [
      {
        severity: 'notice',
        unit,
        tenant,
        says: `comes, with ${pods}`,
        because: [`image: ${after.server?.image}`],
        about: [after.object, ...own],
      },
    ];
  });
};
