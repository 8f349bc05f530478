import { refuse } from '../core/refusal';
import { requireProps } from '../core/required';
import type { MiImage } from '../image/mi-image';
import type { HealthCheck } from './health-check';
import { Scaling } from './scaling';

/** Which requests a canary takes. */
export type CanaryShare =
  | { readonly by: 'percent'; readonly percent: number }
  | { readonly by: 'header'; readonly header: string; readonly value: string };

/** What runs as a canary. */
export interface CanaryProps {
  /** The image that is tried: the same application, or the same on another base. */
  readonly image: MiImage<'app'>;

  /**
   * Pods of it. From 1 to 1,000.
   *
   * @default 1
   */
  readonly replicas?: number;
}

/** What runs as a canary, and the value of the header that leads to it. */
export interface HeaderCanaryProps extends CanaryProps {
  /**
   * Value of the header.
   *
   * @default 'always'
   */
  readonly value?: string;
}

const IMAGE = "base.withApp('orders', '1.1.0')";

/**
 * A second image that takes a part of the requests, equally on every route and load balancer of its tenant. Promoted,
 * its image becomes the tenant's `image` and `canary` is deleted; called off, `canary` is deleted.
 */
export class Canary {
  /** A part of all requests, by chance, in whole percent from 0 to 100; 0 runs the canary without requests. */
  public static percent(percent: number, props: CanaryProps): Canary {
    requireProps('canary', `percent(${percent})`, props, { image: IMAGE });
    const { image } = props;
    if (!Number.isSafeInteger(percent) || percent < 0 || percent > 100) {
      refuse({ prop: 'percent', kind: 'canary', id: image.app, must: 'be a whole number from 0 to 100', got: percent });
    }
    return new Canary(props, { by: 'percent', percent });
  }

  /** Requests that carry a header with just this value: `Canary.header('X-Canary', { image })`. */
  public static header(header: string, props: HeaderCanaryProps): Canary {
    requireProps('canary', `header(${header})`, props, { image: IMAGE });
    const { image, value = 'always' } = props;
    if (!/^[A-Za-z][A-Za-z0-9-]{0,62}$/.test(header)) {
      const must = 'be letters, digits and "-", beginning with a letter, at most 63 characters';
      refuse({ prop: 'header', kind: 'canary', id: image.app, must, got: header });
    }
    if (!/^[A-Za-z0-9._-]{1,63}$/.test(value)) {
      const must = 'be letters, digits, ".", "_" and "-", at most 63 characters';
      refuse({ prop: 'value', kind: 'canary', id: image.app, must, got: value });
    }
    return new Canary(props, { by: 'header', header, value });
  }

  /** What runs as the canary. */
  public readonly image: MiImage<'app'>;
  /** Pods of it. */
  public readonly replicas: number;

  private constructor(
    { image, replicas = 1 }: CanaryProps,
    /** Which requests it takes. */
    public readonly share: CanaryShare,
  ) {
    if (!Number.isSafeInteger(replicas) || replicas < 1 || replicas > 1000) {
      refuse({
        prop: 'replicas',
        kind: 'canary',
        id: image.app,
        must: 'be a whole number from 1 to 1000',
        got: replicas,
      });
    }
    this.image = image;
    this.replicas = replicas;
  }

  /** How many pods of it run: as many as it says, however many the tenant has. */
  public scaling(): Scaling<'app'> {
    return Scaling.fixed(this.replicas);
  }
}

/** The running canary of a tenant, as routes see it. */
export interface TenantCanary {
  /** Name of its Service, in the tenant's namespace, with the ports of the tenant's. */
  readonly serviceName: string;
  /** Which requests it takes. */
  readonly share: CanaryShare;
  /** Its readiness as a load balancer can ask it; `undefined` if only the kubelet can. */
  readonly readiness: HealthCheck | undefined;
}
