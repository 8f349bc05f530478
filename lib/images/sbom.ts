import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { output } from '../core/program';
import { refuse } from '../core/refusal';
import type { Shell } from '../core/shell';
import type { DeclaredImage } from '../image/image-list';
import { chosen } from './image-project';
import {
  absent,
  type CommonOptions,
  declaredBy,
  type ImageReport,
  report,
  said,
  WORDS,
  withCommon,
} from './images-command';
import { pushedUnder } from './registry';

/** `cdk8s-wso2-mi images sbom`: what is in the images, as their registry holds them. */
export function addSbom(images: Command, shell: Shell): void {
  withCommon(images.command('sbom'))
    .argument('[image...]', WORDS)
    .description('Writes what an image is made of as SPDX, of the digest that its registry holds; by syft.')
    .option('--output <folder>', 'where the files go', 'sbom')
    .action(async (words: readonly string[], options: CommonOptions & { readonly output: string }) => {
      const all: ImageReport[] = [];
      for (const image of chosen(await declaredBy(shell, options), words)) {
        all.push(await listed(image, options.output, said(shell)));
      }
      report(shell, options, all);
    });
}

async function listed(
  { reference, digest: named }: DeclaredImage,
  folder: string,
  onLine: (line: string) => void,
): Promise<ImageReport> {
  const digest = named ?? (await pushedUnder(reference))?.digest ?? refuse(absent(reference));
  const sbom = join(folder, `${reference.split('/').slice(1).join('-').replace(':', '-')}.spdx.json`);
  mkdirSync(folder, { recursive: true });
  const [repository = reference] = /^.*?(?=(:[^/:]+)?(@[^@]+)?$)/.exec(reference) ?? [];
  // Whether there is a newer syft is nobody's question here.
  const env = { ...process.env, SYFT_CHECK_FOR_APP_UPDATE: 'false' };
  const args = ['scan', `registry:${repository}@${digest}`, '--quiet', `--output=spdx-json=${sbom}`];
  await output('syft', args, { env, onLine });
  return { reference, state: 'listed', digest, sbom };
}
