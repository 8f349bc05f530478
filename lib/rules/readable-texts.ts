import { sentence, verbatim } from '../core/refusal';
import { idOf, type Rule } from '../rendered/rendered-object';
import { unusualTexts } from '../rendered/texts';

/**
 * What is half a character or none, and control characters that a server-side apply cannot carry: kubectl sends JSON,
 * which leaves them as they are, and the API server reads it as YAML, where U+0085 ends a line and the others are refused.
 */
const UNREADABLE = /\p{Surrogate}|\p{Noncharacter_Code_Point}|[\u007f-\u009f]/u;

/** Text that no file and no apply holds: what is reviewed would not be what arrives. */
export const readableTexts: Rule = ({ objects }) =>
  unusualTexts(objects).suspect.flatMap(({ object }) =>
    placesOf(object, '')
      .filter(([, text]) => UNREADABLE.test(text))
      .map(([path, text]) =>
        sentence({
          prop: path,
          kind: object.kind,
          id: idOf(object),
          must: 'be text that every reader of YAML sees alike',
          got: verbatim(codePoint(text)),
          instead: 'write it another way',
        }),
      ),
  );

function placesOf(value: unknown, path: string): ReadonlyArray<readonly [string, string]> {
  if (typeof value === 'string') {
    return [[path, value]];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) => {
        const below = path === '' ? key : `${path}.${key}`;
        return [[below, key] as const, ...placesOf(child, below)];
      })
    : [];
}

function codePoint(text: string): string {
  const [character = ''] = UNREADABLE.exec(text) ?? [];
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} in it`;
}
