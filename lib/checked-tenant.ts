import type { Canary } from './canary';
import type { Keystore } from './keystore';
import type { MiConfig } from './mi-config';
import type { TenantRuntime } from './tenant-runtime';

/** What a tenant is, as its checks see it. */
export interface CheckedTenant extends TenantRuntime {
  readonly canary: Canary | undefined;
  /** What runs as the canary. */
  readonly canaryRuntime: TenantRuntime | undefined;
  readonly tls: Keystore | undefined;
  readonly config: MiConfig;
}
