import { refuse } from './refusal';

/** The names of props that must be given. */
type RequiredName<Props> = Extract<
  { [Name in keyof Props]-?: undefined extends Props[Name] ? never : Name }[keyof Props],
  string
>;

/** Every prop that must be given, with an example of how; the compiler misses none. */
export type RequiredExamples<Props> = Readonly<Record<RequiredName<Props>, string>>;

/**
 * Refuses props of which one is missing that must be given: the compiler says so too, but neither to JavaScript nor of a
 * row of a table that has no such column.
 */
export function requireProps<Props extends object>(
  kind: string,
  id: string,
  props: Props,
  examples: RequiredExamples<Props>,
): void {
  const given: Readonly<Record<string, unknown>> = Object(props);
  for (const [prop, example] of Object.entries<string>(examples)) {
    const got = given[prop];
    if (got === undefined || got === null) {
      refuse({ prop, kind, id, must: 'be given', got, instead: `write ${prop}: ${example}` });
    }
  }
}
