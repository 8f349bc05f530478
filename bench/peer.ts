/** A program that renders the fleet. */
export interface Peer {
  readonly name: string;
  /** The command that writes so many units to one stream; nothing where it would take minutes. */
  readonly stream: (units: number) => readonly string[] | undefined;
  /** The command that writes a file a unit into an empty folder. */
  readonly files: (units: number, folder: string) => readonly string[] | undefined;
  /** Up to how many units it is run. */
  readonly limit?: string;
  /** Why there is none. */
  readonly missing?: string;
}

/** What stands in the list of programs for one that is not to be had. */
export function missing(name: string, why: string): Peer {
  return { name, stream: () => undefined, files: () => undefined, missing: why };
}

/** The unit whose objects are the template of those that others write. */
export const UNIT = 'unit-0';
