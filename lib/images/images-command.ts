import type { Command } from 'commander';
import { type Refusal, verbatim } from '../core/refusal';
import type { Shell } from '../core/shell';
import type { DeclaredImage } from '../image/image-list';
import { appOf, imagesOfProgram } from './image-project';

/** What became of an image. */
export interface ImageReport {
  readonly reference: string;
  readonly state:
    | 'built'
    | 'pushed'
    | 'in the registry'
    | 'locked'
    | 'unchanged'
    | 'stale'
    | 'refreshed'
    | 'not built here'
    | 'listed';
  /** @default - it was not asked for */
  readonly digest?: string;
  /** @default - its parts were not asked for */
  readonly sbom?: string;
}

/** What each of these commands is told. */
export interface CommonOptions {
  /**
   * What renders the fleet.
   *
   * @default - `app` of cdk8s.yaml
   */
  readonly app?: string;
  /** Where the folders of the images are. */
  readonly folder: string;
  /**
   * Whether the report is JSON.
   *
   * @default false
   */
  readonly json?: boolean;
}

/** How a command is told which images it means. */
export const WORDS = 'an image by its name (orders) or its name and version (orders:1.0.0)';

/** Options that each of these commands has. */
export function withCommon(command: Command): Command {
  return command
    .option('--app <command>', 'what renders the fleet', undefined)
    .option('--folder <folder>', 'where the folders of the images are', 'images')
    .option('--json', 'the outcome for programs');
}

/** The images that the program of the fleet declares. */
export async function declaredBy(shell: Shell, { app }: CommonOptions): Promise<readonly DeclaredImage[]> {
  return imagesOfProgram(app ?? appOf('cdk8s.yaml'), (text) => shell.stderr.write(text));
}

/** Why nothing is known of what a registry does not hold. */
export function absent(reference: string): Refusal {
  const got = verbatim('nothing there');
  const instead = 'run npx cdk8s-wso2-mi images build, then images push';
  return { prop: 'tag', kind: 'image', id: reference, must: 'be in its registry', got, instead };
}

/** What the builder says goes where progress goes, indented, so that the outcome stands out. */
export function said(shell: Shell): (line: string) => void {
  return (line) => shell.stderr.write(`  ${line}\n`);
}

/** Says what became of images, in lines or for programs. */
export function report(shell: Shell, { json }: CommonOptions, images: readonly ImageReport[]): void {
  const lines = images.map(({ reference, state, digest = '', sbom = '' }) =>
    [state, reference, digest, sbom].filter((word) => word !== '').join(' '),
  );
  shell.stdout.write(json === true ? `${JSON.stringify({ images }, undefined, 2)}\n` : `${lines.join('\n')}\n`);
}
