import type { Keystore } from '../config/keystore';
import type { MiConfig } from '../config/mi-config';
import type { Canary } from './canary';
import type { TenantRuntime } from './runtime';

/** What a tenant is, as its checks see it. */
export interface CheckedTenant extends TenantRuntime {
  readonly canary: Canary | undefined;
  /** What runs as the canary. */
  readonly canaryRuntime: TenantRuntime | undefined;
  readonly tls: Keystore | undefined;
  readonly config: MiConfig;
}
