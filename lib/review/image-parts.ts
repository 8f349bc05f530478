import { parseImageReference } from '../image/image-reference';

/** What the reference of a tenant's image says, as `MiBaseImage` writes it: `orders:1.0.0-mi4.4.0-3`. */
export interface ImageParts {
  readonly repository: string;
  /** Version of the application, or the whole tag. */
  readonly version: string;
  /**
   * Release of Micro Integrator.
   *
   * @default - the tag does not say it
   */
  readonly release?: string;
  /**
   * Release and build of the base.
   *
   * @default - the tag does not say it
   */
  readonly base?: string;
  readonly digest?: string;
  /** Tag and digest as they stand. */
  readonly rest: string;
}

/** Takes the reference of an image apart. */
export function partsOfImage(reference: string): ImageParts {
  const { repository, tag = '', digest } = parseImageReference(reference);
  const [, version = tag, release, build] = /^(.*)-mi(\d+\.\d+\.\d+)(?:-(.+))?$/.exec(tag) ?? [];
  const base = release === undefined ? undefined : [release, build].filter((part) => part !== undefined).join('-');
  return { repository, version, release, base, digest, rest: [tag, digest].filter(Boolean).join('@') };
}
