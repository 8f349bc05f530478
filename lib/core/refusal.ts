import { inspect } from 'node:util';
import { placeLine, type SourcePlace } from './caller';
import { throwRefusal } from './uncaught-refusal';

/** What a user wrote and this library does not take: one sentence in one grammar. */
export interface Refusal {
  /** The prop, or the part of a value, that is wrong. */
  readonly prop: string;
  /** The kind of thing it belongs to, in the reader's word: `tenant`, `route`, … */
  readonly kind: string;
  /** The id of that thing. */
  readonly id: string;
  /** The rule, as it follows "must". */
  readonly must: string;
  /** What was written instead. A string is shown in quotes, anything else as `String` prints it. */
  readonly got: unknown;
  /**
   * What to do about it.
   *
   * @default - the rule says it already
   */
  readonly instead?: string;
}

/** A refusal whose thing is known from where it is said. */
export type Complaint = Omit<Refusal, 'kind' | 'id'>;

/** One line of a table of checks: what must hold, said as the rule that follows "must". */
export type Check = readonly [holds: boolean, must: string, got: unknown, instead?: string | undefined];

/** What is wrong with a prop: the checks that do not hold. */
export function complaintsOf(prop: string, checks: readonly Check[]): Complaint[] {
  // Nearly all hold, and taking them apart is most of the time of a law.
  const broken = checks.filter((check) => !check[0]);
  return broken.length === 0 ? [] : broken.map(([, must, got, instead]) => ({ prop, must, got, instead }));
}

/** The sentence of a refusal: `<prop> of <kind> "<id>" must <rule>, got <value>; <what to do>`. */
export function sentence({ prop, kind, id, must, got, instead }: Refusal): string {
  const shown = typeof got === 'string' || Array.isArray(got) ? JSON.stringify(got) : String(got);
  return oneLine(`${prop} of ${kind} "${id}" must ${must}, got ${shown}${instead === undefined ? '' : `; ${instead}`}`);
}

/** A sentence is a line of its report, whatever is in the names that it repeats. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Text that a refusal shows as it stands, without quotes. */
export function verbatim(text: string): { toString(): string } {
  return { toString: () => text };
}

/** Throws the sentence, for what one value alone gets wrong; what needs the whole is collected instead. */
export function refuse(refusal: Refusal): never {
  throwRefusal(new Error(sentence(refusal)));
}

/** Throws the first of the checks that does not hold, for what one value alone gets wrong: each with its prop before it. */
export function requireThat(
  kind: string,
  id: string,
  checks: ReadonlyArray<readonly [prop: string, ...check: Check]>,
): void {
  const wrong = checks.find((check) => !check[1]);
  if (wrong !== undefined) {
    const [prop, , must, got, instead] = wrong;
    refuse({ kind, id, prop, must, got, instead });
  }
}

/** What is wrong with something that is declared. */
export interface Fault {
  readonly sentence: string;
  /** Where that is declared, the nearest first; empty if nobody knows. */
  readonly places: readonly SourcePlace[];
}

/** Throws all that is refused at once, if anything is. */
export function refuseAll(wrong: readonly string[]): void {
  refuseFaults(wrong.map((sentence) => ({ sentence, places: [] })));
}

/** Throws all faults at once, if there are any; `others` are errors that are no refusals, told as they are. */
export function refuseFaults(faults: readonly Fault[], others: readonly unknown[] = []): void {
  if (faults.length === 0) {
    return;
  }
  const count = faults.length === 1 ? '1 thing is' : `${faults.length} things are`;
  const title = `nothing was written, since ${count} refused:`;
  const message = [title, ...faults.map(({ sentence }) => `- ${sentence}`)].join('\n');
  const error = new Error(message, others.length === 0 ? {} : { cause: others });
  const lines = faults.flatMap(({ sentence, places }) => [`- ${sentence}`, ...placeLine(places)]);
  // Where the check ran says nothing about where the mistake is.
  error.stack = [`Error: ${title}`, ...lines].join('\n');
  throwRefusal(error, () => [title, ...lines, ...others.map((other) => inspect(other))].join('\n'));
}
