import { refuse } from '../../core/refusal';

/** Refuses what is no folder of a repository, as seen from its root. */
export function requireGitFolder(kind: string, prop: string, folder: string): void {
  const elements = folder.split('/');
  if (elements.some((element) => /^\.*$/.test(element) || /[\\\p{Cc}]/u.test(element))) {
    const must = 'be a folder as seen from the root of the repository, its parts joined by "/"';
    refuse({ prop, kind, id: folder, must, got: folder, instead: 'write "dist"' });
  }
}
