import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IConstruct } from 'constructs';
import { type DeclaredImage, IMAGE_LIST } from '../image/image-list';
import { formatImageReference, parseImageReference } from '../image/image-reference';
import type { MiImage } from '../image/mi-image';
import { MiTenant } from '../tenant/mi-tenant';

/** The images of all tenants and canaries below some constructs, each base before what is built from it. */
export function declaredImages(roots: readonly IConstruct[]): DeclaredImage[] {
  const images = roots
    .flatMap((root) => root.node.findAll())
    .filter(MiTenant.isMiTenant)
    .flatMap(({ images }) => images);
  return distinct([...images.map(baseOf), ...images.map(applicationOf)]);
}

/**
 * Adds the images to the file that whoever runs this program has named, beside those of its other fleets; says whether
 * that was all that is wanted.
 */
export function listImages(roots: readonly IConstruct[]): boolean {
  const path = process.env[IMAGE_LIST];
  if (path !== undefined) {
    const others = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as DeclaredImage[]) : [];
    writeFileSync(path, JSON.stringify(distinct([...others, ...declaredImages(roots)])));
  }
  return path !== undefined;
}

function distinct(images: readonly DeclaredImage[]): DeclaredImage[] {
  return [...new Map(images.map((one) => [one.reference, one])).values()];
}

function baseOf({ base, release, lock }: MiImage): DeclaredImage {
  const { repository, tag = '', digest } = parseImageReference(base);
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  return {
    name,
    version: tag,
    reference: formatImageReference({ repository, tag }),
    release,
    digest,
    lock: lock?.path,
  };
}

function applicationOf({ app, version, reference, base, release, lock }: MiImage): DeclaredImage {
  const { repository, tag, digest } = parseImageReference(reference);
  const from = parseImageReference(base);
  return {
    name: app,
    version,
    reference: formatImageReference({ repository, tag }),
    release,
    base: formatImageReference({ repository: from.repository, tag: from.tag }),
    digest,
    lock: lock?.path,
  };
}
