/** All props of an interface, each named, also those that are not drawn this time. */
export type Drawn<P> = { [K in keyof Required<P>]: P[K] };

const given = new Map<string, Map<string, boolean>>();

/**
 * The props of an exported interface as random fleets give them. A prop that is new in the interface does not compile
 * until it is named here; generators.test.ts sees that each one is given at times.
 */
export function drawn<P extends object>(of: string, props: Drawn<P>): Drawn<P> {
  const known = given.get(of) ?? new Map<string, boolean>();
  given.set(of, known);
  for (const [name, value] of Object.entries(props)) {
    known.set(name, known.get(name) === true || value !== undefined);
  }
  return props;
}

/** Of each interface that was drawn, the props that never had a value. */
export function neverGiven(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...given].map(([of, known]) => [of, [...known].flatMap(([name, there]) => (there ? [] : [name]))] as const),
  );
}
