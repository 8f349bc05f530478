import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, verbatim } from '../core/refusal';
import type { ProjectImage } from './image-project';
import { pushedUnder } from './registry';

/** What became of a base image. */
export interface Refreshed {
  readonly reference: string;
  readonly state: 'unchanged' | 'refreshed';
  /** Digest of the image that it is built on. */
  readonly digest: string;
}

/** The image that a Dockerfile of a base is built on, and the digest that pins it. */
const PRODUCT = /^(ARG PRODUCT=[^\s@]+)(?:@(sha256:[0-9a-f]{64}))?$/m;
const BUILD = /\bbuild: (\d+)\b/g;

/**
 * Pins each base to what its registry now holds as the product, and where that moved raises the build of the base in the
 * program: with it every tenant is built, locked and rolled anew.
 */
export async function refreshed(images: readonly ProjectImage[], source: string): Promise<readonly Refreshed[]> {
  const bases = images.filter(({ base }) => base === undefined);
  const found = await Promise.all(bases.map(productOf));
  const moved = found.filter(({ pinned, digest }) => pinned !== digest);
  const text = moved.length === 0 ? undefined : withNextBuild(source);
  for (const { dockerfile, digest } of moved) {
    writeFileSync(dockerfile, readFileSync(dockerfile, 'utf8').replace(PRODUCT, `$1@${digest}`));
  }
  if (text !== undefined) {
    writeFileSync(source, text);
  }
  return found.map((one) => ({
    reference: one.reference,
    state: moved.includes(one) ? 'refreshed' : 'unchanged',
    digest: one.digest,
  }));
}

async function productOf({ reference, name, folder, release }: ProjectImage) {
  const dockerfile = join(folder, 'Dockerfile');
  const about = { prop: 'PRODUCT', kind: 'Dockerfile', id: dockerfile };
  const [, line, pinned] = PRODUCT.exec(readFileSync(dockerfile, 'utf8')) ?? [];
  if (line === undefined) {
    const must = `say ARG PRODUCT=<image>, which ${name} is built on`;
    return refuse({ ...about, must, got: verbatim('no such line') });
  }
  const product = line.replace('ARG PRODUCT=', '').replaceAll(/\$\{?RELEASE\}?/g, release);
  const digest = (await pushedUnder(product))?.digest;
  if (digest === undefined) {
    return refuse({ ...about, must: 'be in its registry', got: product });
  }
  return { reference, dockerfile, pinned, digest };
}

function withNextBuild(source: string): string {
  const text = existsSync(source) ? readFileSync(source, 'utf8') : '';
  const builds = [...text.matchAll(BUILD)];
  if (builds.length !== 1) {
    refuse({
      prop: 'build',
      kind: 'base image',
      id: source,
      must: 'be said once, as build: and a number',
      got: verbatim(`${builds.length} times`),
      instead: 'raise it by hand, and pin the product in the Dockerfile of the base',
    });
  }
  return text.replace(BUILD, (_, build: string) => `build: ${Number(build) + 1}`);
}
