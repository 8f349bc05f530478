import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupBy } from '../core/by-key';
import { ran } from '../core/program';
import { refuse, refuseAll, sentence, verbatim } from '../core/refusal';
import { type DeclaredImage, IMAGE_LIST } from '../image/image-list';

/** An image that is built here. */
export interface ProjectImage extends DeclaredImage {
  /** Folder with its Dockerfile and all that goes into it. */
  readonly folder: string;
}

/** Runs the program of a fleet and gives the images that it declares; what it says is not for a pipe. */
export async function imagesOfProgram(app: string, tell: (text: string) => void): Promise<readonly DeclaredImage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'images-'));
  const list = join(folder, 'list.json');
  try {
    const { code, stdout, stderr } = await ran('sh', ['-c', app], { env: { ...process.env, [IMAGE_LIST]: list } });
    if (code !== 0 || !existsSync(list)) {
      tell(`${stdout}${stderr}`);
      const got = verbatim(code === 0 ? 'no list; does it call synth()?' : `exit code ${code}`);
      return refuse({ prop: 'app', kind: 'program', id: app, must: 'list its images', got });
    }
    return JSON.parse(readFileSync(list, 'utf8')) as DeclaredImage[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command that renders the fleet, as cdk8s.yaml has it for cdk8s. */
export function appOf(cdk8sYaml: string): string {
  const about = { prop: 'app', kind: 'program', id: cdk8sYaml, instead: 'or say --app "npx tsx main.ts"' };
  if (!existsSync(cdk8sYaml)) {
    return refuse({ ...about, must: 'be said in cdk8s.yaml', got: verbatim('no such file') });
  }
  const [, app] = /^app:\s*(.+?)\s*$/m.exec(readFileSync(cdk8sYaml, 'utf8')) ?? [];
  return app ?? refuse({ ...about, must: 'be said in cdk8s.yaml', got: verbatim('none') });
}

/** Those of the images that are meant by words: a name, or name and version as `orders:1.0.0`. No word means all. */
export function chosen<T extends DeclaredImage>(images: readonly T[], words: readonly string[]): readonly T[] {
  const isMeant = (word: string, { name, version }: DeclaredImage) => word === name || word === `${name}:${version}`;
  const unknown = words.filter((word) => !images.some((image) => isMeant(word, image)));
  refuseWords(unknown, images);
  return words.length === 0 ? images : images.filter((image) => words.some((word) => isMeant(word, image)));
}

function refuseWords(unknown: readonly string[], images: readonly DeclaredImage[]): void {
  const [word] = unknown;
  if (word !== undefined) {
    const names = [...new Set(images.map(({ name }) => name))].join(', ');
    refuse({ prop: 'name', kind: 'image', id: word, must: `be one of ${names}`, got: word });
  }
}

/**
 * Those that have a folder below `root`, under their name and version (`orders-1.0.0`) or their name. What has none is
 * built elsewhere, and what the source names by a digest is built already.
 */
export function imagesOf(root: string, declared: readonly DeclaredImage[]): ProjectImage[] {
  return declared
    .filter(({ digest }) => digest === undefined)
    .flatMap((image) => {
      const folder = [`${image.name}-${image.version}`, image.name]
        .map((name) => join(root, name))
        .find((path) => existsSync(join(path, 'Dockerfile')));
      return folder === undefined ? [] : [{ ...image, folder }];
    });
}

/** Refuses two images that would be made of one folder: they would be one under two names. */
export function requireOwnFolders(images: readonly ProjectImage[]): void {
  const applications = images.filter(({ base }) => base !== undefined);
  const shared = [...groupBy(applications, ({ folder }) => folder)].filter(([, all]) => all.length > 1);
  refuseAll(
    shared.map(([folder, all]) =>
      sentence({
        prop: 'folder',
        kind: 'image',
        id: all[0]?.name ?? '',
        must: 'be of one version',
        got: verbatim(all.map(({ version }) => version).join(', ')),
        instead: `name the one that ${folder} holds (${all[0]?.name}:${all[0]?.version}), say --changed, or give a version a folder of its own (${folder}-${all[0]?.version})`,
      }),
    ),
  );
}
