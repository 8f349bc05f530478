import type { EnvSource } from '../secret/env-source';
import type { EnvValue } from '../secret/env-value';
import type { Keystore } from './keystore';
import type { MiConfig } from './mi-config';
import type { JoinedPart } from './pod-part';

/** Who is told a configuration, as its checks see it. */
export interface Configured {
  readonly config: MiConfig;
  readonly tls: Keystore | undefined;
  readonly env: Readonly<Record<string, string | EnvValue>>;
  readonly envFrom: readonly EnvSource[];
  /** What its values add. */
  readonly part: Pick<JoinedPart, 'env'>;
}
