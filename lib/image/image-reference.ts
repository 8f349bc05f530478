import { refuse } from '../core/refusal';

/** The parts of the name under which a registry keeps an image. */
export interface ImageReference {
  /** Registry and path: `registry.example.com/integration/mi-base`. */
  readonly repository: string;

  /**
   * The tag.
   *
   * @default - the digest alone names the image
   */
  readonly tag?: string;

  /**
   * The digest: `sha256:` and 64 hexadecimal digits.
   *
   * @default - the tag alone names the image
   */
  readonly digest?: string;
}

const REPOSITORY = /^[a-z0-9][-a-zA-Z0-9.]*(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Takes a reference apart: `registry:5000/a/b:tag@sha256:…`. */
export function parseImageReference(reference: string): ImageReference {
  const at = reference.indexOf('@');
  const name = at < 0 ? reference : reference.slice(0, at);
  const digest = at < 0 ? undefined : reference.slice(at + 1);
  const colon = name.lastIndexOf(':');
  const tagged = colon > name.lastIndexOf('/');
  return {
    repository: tagged ? name.slice(0, colon) : name,
    tag: tagged ? name.slice(colon + 1) : undefined,
    digest,
  };
}

/** Puts a reference together, tag and digest where they are given. */
export function formatImageReference({ repository, tag, digest }: ImageReference): string {
  return `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

/**
 * Refuses a reference that does not name one image for ever: no tag and no digest, the tag `latest`, or a
 * repository that no registry takes.
 */
export function requirePinned(kind: string, id: string, reference: ImageReference): void {
  const { repository, tag, digest } = reference;
  if (!REPOSITORY.test(repository)) {
    refuse({
      prop: 'repository',
      kind,
      id,
      must: 'be a registry and a path in lower case, such as "registry.example.com/integration/mi-base"',
      got: repository,
      instead: repository.includes('/') ? strange(repository) : 'write the registry too',
    });
  }
  if (tag === 'latest' || (tag === undefined && digest === undefined)) {
    refuse({
      prop: 'tag',
      kind,
      id,
      must: 'name one build',
      got: tag ?? '',
      instead: 'a moving tag changes what runs without changing the manifest, so nothing rolls out or back',
    });
  }
  if (tag !== undefined && !TAG.test(tag)) {
    const must = 'be letters, digits, "_", "." and "-", at most 128 characters';
    const instead = tag.length > 128 ? `it has ${tag.length}; shorten the version or the tag of the base` : undefined;
    refuse({ prop: 'tag', kind, id, must, got: tag, instead });
  }
  if (digest !== undefined && !DIGEST.test(digest)) {
    refuse({ prop: 'digest', kind, id, must: 'be "sha256:" and 64 hexadecimal digits', got: digest });
  }
}

/** What to do about a repository that no registry takes: the character that does not belong there, or a tag in it. */
function strange(repository: string): string {
  const [character] = repository.match(/[^-a-zA-Z0-9._:/@]/u) ?? [];
  return character === undefined ? 'give tag and digest apart from it' : `leave out "${character}"`;
}
