import type { Manifest } from '../../diff/manifest';
import type { Finding } from '../finding';
import { nameOf } from '../object-change';
import { listAt, numberAt, textAt } from '../read';
import type { ReviewRule } from '../rule';
import { fromTo } from '../words';

/** Ports of Services that open or close, and Services that are reached from outside the cluster. */
export const ports: ReviewRule = ({ objects }) =>
  objects.flatMap(({ unit, tenant, before, after, isUpdate, fields }): Finding[] => {
    if (after?.kind !== 'Service' || (before !== undefined && !isUpdate)) {
      return [];
    }
    const about = { unit, tenant, about: [after] };
    const [from, to] = [typeOf(before), typeOf(after)];
    const outside = from !== to && to !== 'ClusterIP' && to !== 'ExternalName';
    const [old, next] = [new Set(portsOf(before)), new Set(portsOf(after))];
    const opened = before === undefined ? [] : [...next].filter((port) => !old.has(port));
    const closed = [...old].filter((port) => !next.has(port));
    const selector = fields.some(({ path }) => path.startsWith('spec.selector'));
    return [
      ...(outside
        ? [
            {
              ...about,
              severity: 'warning' as const,
              says: `${nameOf(after)} is reached from outside the cluster`,
              because: [`type: ${fromTo(before && from, to)}`],
            },
          ]
        : []),
      ...(opened.length > 0
        ? [{ ...about, severity: 'notice' as const, says: `opens in the cluster: port ${opened.join(', ')}` }]
        : []),
      ...(closed.length > 0
        ? [{ ...about, severity: 'warning' as const, says: `closes in the cluster: port ${closed.join(', ')}` }]
        : []),
      ...(selector ? [{ ...about, severity: 'warning' as const, says: `${nameOf(after)} leads to other pods` }] : []),
    ];
  });

function typeOf(service: Manifest | undefined): string {
  return textAt(service, 'spec', 'type') ?? 'ClusterIP';
}

function portsOf(service: Manifest | undefined): string[] {
  return listAt(service, 'spec', 'ports').map(
    (port) => `${numberAt(port, 'port')} (${textAt(port, 'name') ?? 'no name'})`,
  );
}
