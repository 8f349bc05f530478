import { mkdirSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { groupBy } from '../core/by-key';
import { refuse, refuseAll, sentence, verbatim } from '../core/refusal';
import type { AddCommand, Shell } from '../core/shell';
import type { DeclaredImage } from '../image/image-list';
import { lockText, readLock } from '../image/image-lock';
import { bakeText } from './bake-file';
import { type Builder, builderOf } from './builder';
import { chosen, imagesOf, type ProjectImage, requireOwnFolders } from './image-project';
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
import { refuseOtherSources } from './locked-sources';
import { carsOf } from './maven-project';
import { refreshed } from './refresh';
import { pushedUnder } from './registry';
import { addSbom } from './sbom';
import { withStaged } from './staged-folder';

interface BuildOptions extends CommonOptions {
  readonly builder?: string;
  readonly buildArg: readonly string[];
  readonly changed?: boolean;
  readonly print?: boolean;
}

/** `cdk8s-wso2-mi images`: what the fleet declares, built, pushed and locked. */
export const addImages: AddCommand = (program, shell) => {
  const images = program
    .command('images')
    .description('Builds, pushes and locks the images that the program of the fleet declares.');
  withBuilder(images.command('build'))
    .description('Builds images, each base before what is built from it.')
    .option('--print', 'print the file for docker buildx bake, and build nothing')
    .action((words: readonly string[], options: BuildOptions) => build(shell, words, options));
  withBuilder(images.command('push'))
    .description('Pushes what was built. A tag that the registry holds is never pushed over.')
    .action((words: readonly string[], options: BuildOptions) => push(shell, words, options));
  withCommon(images.command('lock'))
    .description('Asks the registries for the digest of each tag, and writes the lock file.')
    .option('--check', 'write nothing; exit with 1 if the lock is stale')
    .addHelpText('after', '\nExit code: 0 done, 1 the lock is stale (--check), 2 it could not be done.')
    .action((options: CommonOptions & { readonly check?: boolean }) => lock(shell, options));
  withCommon(images.command('refresh'))
    .description(
      'Looks whether the image that a base is built on moved, and if so writes its new digest into the Dockerfile of the base, ' +
        'and the next build of the base into the program.',
    )
    .option('--source <file>', 'the file that says build: <number> of the base', 'main.ts')
    .action(async (options: CommonOptions & { readonly source: string }) => {
      const here = imagesOf(options.folder, await declaredBy(shell, options));
      report(shell, options, await refreshed(here, options.source));
    });
  addSbom(images, shell);
};

function withBuilder(command: Command): Command {
  return withCommon(command)
    .argument('[image...]', WORDS)
    .option('--builder <name>', 'docker (with buildx), buildah or podman; the first that is installed')
    .option('--build-arg <name=value>', 'an argument of base images: PRODUCT=registry/wso2mi:4.4.0', collected, [])
    .option('--changed', 'only those that the registry does not hold under their tag');
}

async function build(shell: Shell, words: readonly string[], options: BuildOptions): Promise<void> {
  const declared = await declaredBy(shell, options);
  const here = imagesOf(options.folder, declared);
  const { wanted, held } = await wantedOf(here, words, options);
  const isBase = ({ reference }: ProjectImage) => wanted.some(({ base }) => base === reference);
  // A base that the registry holds is pulled: built again, on a product that moved, it would be another.
  const images = here.filter((image) => wanted.includes(image) || (isBase(image) && !held.has(image.reference)));
  const more = buildArguments(options.buildArg);
  const text = bakeText(images, more);
  if (options.print === true) {
    shell.stdout.write(text);
    return;
  }
  const builder = await builderOf(options.builder);
  const bakeFile = `${options.folder}/docker-bake.json`;
  mkdirSync(options.folder, { recursive: true });
  writeFileSync(bakeFile, text);
  const folders = new Map<string, readonly string[]>();
  for (const image of images) {
    folders.set(image.folder, await carsOf(image, said(shell)));
  }
  await withStaged(folders, (staged) =>
    builder.build({ images, staged, arguments: more, bakeFile, onLine: said(shell) }),
  );
  const elsewhere = declared.filter(({ reference }) => !here.some((image) => image.reference === reference));
  report(shell, options, [
    ...images.map(({ reference }) => ({ reference, state: 'built' as const })),
    ...(words.length > 0 ? [] : elsewhere.map(({ reference }) => ({ reference, state: 'not built here' as const }))),
  ]);
}

async function push(shell: Shell, words: readonly string[], options: BuildOptions): Promise<void> {
  const here = imagesOf(options.folder, await declaredBy(shell, options));
  const builder = await builderOf(options.builder);
  const all: ImageReport[] = [];
  for (const { reference } of (await wantedOf(here, words, options)).wanted) {
    const state = await pushOne(builder, reference, said(shell));
    all.push({ reference, state, digest: (await pushedUnder(reference))?.digest });
  }
  report(shell, options, all);
}

/** Other content under a tag that is used already would run somewhere without a change of any manifest. */
async function pushOne(builder: Builder, reference: string, onLine: (line: string) => void) {
  const before = await pushedUnder(reference);
  const id = await builder.idOf(reference);
  if (before !== undefined && before.id !== id && before.digest !== id) {
    refuse({
      prop: 'content',
      kind: 'image',
      id: reference,
      must: 'be what the registry holds under its tag',
      got: verbatim(`${id}, and there is ${before.id ?? before.digest}`),
      instead: 'raise the version of the application, or the build of the base',
    });
  }
  if (before === undefined) {
    await builder.push(reference, onLine);
  }
  return before === undefined ? ('pushed' as const) : ('in the registry' as const);
}

async function lock(shell: Shell, options: CommonOptions & { readonly check?: boolean }): Promise<void> {
  const declared = (await declaredBy(shell, options)).filter(({ digest }) => digest === undefined);
  const locks = [...groupBy(declared.filter(hasLock), (image) => image.lock)];
  if (locks.length === 0) {
    const instead = "say lock: ImageLock.file('images/lock.json')";
    refuse({ prop: 'lock', kind: 'base image', id: 'of the fleet', must: 'be said', got: verbatim('none'), instead });
  }
  const asked = new Map<string, string | undefined>();
  for (const { reference } of locks.flatMap(([, images]) => images)) {
    asked.set(reference, (await pushedUnder(reference))?.digest);
  }
  refuseAll(
    locks.flatMap(([, images]) =>
      images
        .filter(({ reference }) => asked.get(reference) === undefined)
        .map(({ reference }) => sentence(absent(reference))),
    ),
  );
  const all: ImageReport[] = [];
  for (const [path, images] of locks) {
    const digests = Object.fromEntries(images.map(({ reference }) => [reference, asked.get(reference) ?? '']));
    const before = readLock(path);
    const changed = options.check === true ? 'stale' : 'locked';
    all.push(
      ...images.map(({ reference }) => ({
        reference,
        state: before[reference] === digests[reference] ? ('unchanged' as const) : (changed as ImageReport['state']),
        digest: digests[reference],
      })),
    );
    if (options.check !== true && lockText(before) !== lockText(digests)) {
      writeFileSync(path, lockText(digests));
    }
  }
  report(shell, options, all);
  shell.exitCode = all.some(({ state }) => state === 'stale') ? 1 : 0;
}

function hasLock(image: DeclaredImage): image is DeclaredImage & { readonly lock: string } {
  return image.lock !== undefined;
}

async function wantedOf(here: readonly ProjectImage[], words: readonly string[], { changed }: BuildOptions) {
  const meant = chosen(here, words);
  const held = new Set<string>();
  const bases = here.filter(({ reference }) => meant.some(({ base }) => base === reference));
  for (const { reference } of changed === true ? new Set([...bases, ...meant]) : []) {
    if ((await pushedUnder(reference)) !== undefined) {
      held.add(reference);
    }
  }
  refuseOtherSources(meant.filter(({ reference }) => held.has(reference)));
  const wanted = meant.filter(({ reference }) => !held.has(reference));
  requireOwnFolders(wanted);
  return { wanted, held };
}

function buildArguments(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name = '', value = ''] =
        /^(\w+)=(.*)$/s.exec(pair) ??
        refuse({ prop: 'build-arg', kind: 'command', id: 'images', must: 'be name=value', got: pair });
      return [name, value];
    }),
  );
}

function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
