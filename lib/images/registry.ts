import { createHash } from 'node:crypto';
import { firstOnPath, ran } from '../core/program';
import { refuse, verbatim } from '../core/refusal';

/** What a registry holds under a tag. */
export interface Pushed {
  /** Digest of the manifest, by which an image is named for ever. */
  readonly digest: string;
  /**
   * Digest of its configuration.
   *
   * @default - it is an index of several images
   */
  readonly id?: string;
}

/** Programs that ask a registry, with the login and the certificates that the user gave them. */
const READERS: Readonly<Record<string, (reference: string) => string[]>> = {
  skopeo: (reference) => ['inspect', '--raw', `docker://${reference}`],
  crane: (reference) => ['manifest', reference],
  docker: (reference) => ['buildx', 'imagetools', 'inspect', '--raw', reference],
};

/** What the registry of a reference holds under it; `undefined` if nothing. */
export async function pushedUnder(reference: string): Promise<Pushed | undefined> {
  const program = firstOnPath(Object.keys(READERS));
  const argumentsFor = READERS[program ?? ''];
  if (program === undefined || argumentsFor === undefined) {
    const must = `be one of ${Object.keys(READERS).join(', ')}`;
    return refuse({ prop: 'registry client', kind: 'command', id: 'images', must, got: verbatim('none on PATH') });
  }
  const { code, stdout, stderr } = await ran(program, argumentsFor(reference));
  if (code === 0) {
    const { config } = JSON.parse(stdout) as { readonly config?: { readonly digest: string } };
    return { digest: `sha256:${createHash('sha256').update(stdout).digest('hex')}`, id: config?.digest };
  }
  if (/manifest.unknown|name.unknown|not found|404/i.test(stderr)) {
    return undefined;
  }
  throw new Error(`${program} could not ask for ${reference}:\n${stderr.trim()}`);
}
