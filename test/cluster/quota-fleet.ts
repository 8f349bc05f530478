import { Duration, Size } from 'cdk8s';
import { BusinessUnit, type Fleet, LoggingSidecar, MiSize, MiTenant, Quota, Scaling } from '../../lib';
import { base, newFleet } from '../manifests';
import type { TenantName } from './pod-watch';

const SECOND = { lifecycle: { minReady: Duration.seconds(1) } };
const CONTACT = { contact: 'integration@example.com' };

/**
 * The files of two units, each with a quota of what its one tenant needs at its most; that of the second holds one pod
 * less than there are in an update. It does so from the first on, for one that shrinks in an update may come too late.
 */
export function rationed(version: string): string[] {
  const fleet = newFleet();
  for (const { namespace, name } of [RATIONED, STARVED]) {
    const unit = new BusinessUnit(fleet, namespace, { ...CONTACT, quota: Quota.ofTenants({ headroom: 1 }) });
    new MiTenant(unit, name, {
      image: base.withApp('orders', version),
      scaling: Scaling.auto({ min: 1, max: MOST_RATIONED }),
      logging: [LoggingSidecar.toStdout({ image: 'registry.example.com/tools/busybox:1.36.1', files: ['audit.log'] })],
      ...SECOND,
    });
  }
  return [...fleet.render()].map(([name, text]) =>
    name === `${STARVED.namespace}.k8s.yaml`
      ? text.replace(/^( {4}pods:) .*$/m, `$1 "${2 * MOST_RATIONED - 1}"`)
      : text,
  );
}

/**
 * Two units whose one tenant is half as large in the next version, and their quotas with it: one with the room that is the
 * default, one with none.
 */
export function shrinking(version: string): Fleet {
  const fleet = newFleet();
  const memory = Size.gibibytes(version === '1.0.0' ? 2 : 1);
  for (const [{ namespace, name }, quota] of [
    [SHRUNK, Quota.ofTenants()],
    [TIGHT, Quota.ofTenants({ headroom: 1 })],
  ] as const) {
    new MiTenant(new BusinessUnit(fleet, namespace, { ...CONTACT, quota }), name, {
      image: base.withApp('orders', version),
      scaling: Scaling.fixed(MOST_RATIONED),
      size: MiSize.of({ memory }),
      ...SECOND,
    });
  }
  return fleet;
}

/** The tenants of `shrinking`. */
export const SHRUNK: TenantName = { namespace: 'shrunk', name: 'orders' };
/** The one of them whose quota has no room for the pods of before. */
export const TIGHT: TenantName = { namespace: 'tight', name: 'orders' };

/** The tenants of `rationed`. */
export const RATIONED: TenantName = { namespace: 'rationed', name: 'orders' };
/** The one of them whose quota the test makes too small. */
export const STARVED: TenantName = { namespace: 'starved', name: 'orders' };
/** The pods that each of them runs at the most. */
export const MOST_RATIONED = 3;
