import type { MiImage, Work } from './mi-image';
import { refuse } from './refusal';

/** Which requests a canary takes. */
export type CanaryShare =
  | { readonly by: 'percent'; readonly percent: number }
  | { readonly by: 'header'; readonly header: string; readonly value: string };

/**
 * A second image that takes a part of the requests, equally on every route and load balancer of its tenant. Promoted,
 * its image becomes the tenant's `image` and `canary` is deleted; called off, `canary` is deleted.
 */
export class Canary<in out W extends Work = Work> {
  /**
   * A part of all requests, by chance.
   *
   * @param percent from 0 to 100, whole; 0 runs the canary without requests
   */
  public static percent<W extends Work>(percent: number, { image }: { readonly image: MiImage<W> }): Canary<W> {
    if (!Number.isSafeInteger(percent) || percent < 0 || percent > 100) {
      refuse({ prop: 'percent', kind: 'canary', id: image.app, must: 'be a whole number from 0 to 100', got: percent });
    }
    return new Canary(image, { by: 'percent', percent });
  }

  /**
   * Requests that carry a header with just this value.
   *
   * @param header name of the header, letters, digits and "-": `X-Canary`
   */
  public static header<W extends Work>(
    header: string,
    { image, value = 'always' }: { readonly image: MiImage<W>; readonly value?: string },
  ): Canary<W> {
    if (!/^[A-Za-z][A-Za-z0-9-]{0,62}$/.test(header)) {
      const must = 'be letters, digits and "-", beginning with a letter, at most 63 characters';
      refuse({ prop: 'header', kind: 'canary', id: image.app, must, got: header });
    }
    if (!/^[A-Za-z0-9._-]{1,63}$/.test(value)) {
      const must = 'be letters, digits, ".", "_" and "-", at most 63 characters';
      refuse({ prop: 'value', kind: 'canary', id: image.app, must, got: value });
    }
    return new Canary(image, { by: 'header', header, value });
  }

  private constructor(
    /** What runs as the canary. */
    public readonly image: MiImage<W>,
    /** Which requests it takes. */
    public readonly share: CanaryShare,
  ) {}
}

/** The running canary of a tenant, as routes see it. */
export interface TenantCanary {
  /** Name of its Service, in the tenant's namespace, with the ports of the tenant's. */
  readonly serviceName: string;
  /** Which requests it takes. */
  readonly share: CanaryShare;
}
