import { existsSync, readFileSync } from 'node:fs';
import { refuse, verbatim } from '../core/refusal';
import { isListing } from './image-list';

/** Digests of images, each under the reference by its tag: `registry.example.com/a/orders:1.0.0-mi4.4.0-3`. */
export type LockedDigests = Readonly<Record<string, string>>;

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/**
 * A committed file that says which digest each tag has in its registry, written by `cdk8s-wso2-mi images lock`. With it
 * manifests name images by tag and digest: what runs is what was locked, whatever becomes of a tag.
 */
export class ImageLock {
  /** The lock in this file, from the folder that the program is run in: `images/lock.json`. A missing file knows nothing. */
  public static file(path: string): ImageLock {
    // While images are only listed, so that they can be built and locked, no digest is known yet.
    return new ImageLock(path, isListing() ? undefined : readLock(path));
  }

  private constructor(
    /** Where it is kept. */
    public readonly path: string,
    private readonly digests: LockedDigests | undefined,
  ) {}

  /** The digest of a reference by tag. */
  public digestOf(reference: string): string | undefined {
    return this.digests?.[reference];
  }
}

/** The digests of a lock file; none of one that is not there. */
export function readLock(path: string): LockedDigests {
  if (!existsSync(path)) {
    return {};
  }
  const about = { prop: 'text', kind: 'lock', id: path, instead: 'run npx cdk8s-wso2-mi images lock' };
  const parsed = parsedJson(readFileSync(path, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return refuse({ ...about, must: 'be one object of JSON', got: verbatim('something else') });
  }
  for (const [reference, digest] of Object.entries(parsed)) {
    if (typeof digest !== 'string' || !DIGEST.test(digest)) {
      const must = `be "sha256:" and 64 hexadecimal digits`;
      refuse({ ...about, prop: `digest of ${reference}`, must, got: String(digest) });
    }
  }
  return parsed as LockedDigests;
}

/** The text of a lock file, sorted, so that a change of one image is a change of one line. */
export function lockText(digests: LockedDigests): string {
  const sorted = Object.entries(digests).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
