import { firstOnPath, output, type ProgramProps, ran } from '../core/program';
import { refuse, verbatim } from '../core/refusal';
import { argumentsOf, labelsOf, targetOf } from './bake-file';
import type { ProjectImage } from './image-project';
import { EPOCH } from './staged-folder';

/** Programs that can build. */
export const BUILDERS = ['docker', 'buildah', 'podman'] as const;
/** One of them. */
export type BuilderName = (typeof BUILDERS)[number];

/** What is to be built, and how. */
export interface Build {
  /** Each base before what is built from it. */
  readonly images: readonly ProjectImage[];
  /** The folder to build from, instead of each image's own. */
  readonly staged: ReadonlyMap<string, string>;
  /** Arguments of base images beside their release. */
  readonly arguments: Readonly<Record<string, string>>;
  /** Path of the file for `docker buildx bake`. */
  readonly bakeFile: string;
  /** Told what the builder says. */
  readonly onLine: (line: string) => void;
}

/** A program that builds images and pushes them, with the login and the certificates that it has. */
export interface Builder {
  readonly name: BuilderName;
  build(build: Build): Promise<void>;
  /**
   * The id of what was built under a reference: the digest of its configuration, whatever its layers are packed as. Where
   * docker keeps images in containerd, that of its manifest.
   */
  idOf(reference: string): Promise<string>;
  push(reference: string, onLine: (line: string) => void): Promise<void>;
}

/** The builder of this name, or the first that is installed; docker is one with its plugin buildx alone. */
export async function builderOf(name: string | undefined): Promise<Builder> {
  const wanted = name ?? (await firstInstalled());
  const found = BUILDERS.find((one) => one === wanted);
  if (found === undefined) {
    const got = name ?? verbatim('none on PATH');
    const must = 'be one of docker with its plugin buildx, buildah, podman';
    return refuse({ prop: 'builder', kind: 'command', id: 'images', must, got });
  }
  return found === 'docker' ? DOCKER : withoutDaemon(found);
}

async function firstInstalled(): Promise<string | undefined> {
  const docker = firstOnPath(['docker']) !== undefined && (await ran('docker', ['buildx', 'version'])).code === 0;
  return docker ? 'docker' : firstOnPath(BUILDERS.filter((one) => one !== 'docker'));
}

/** BuildKit, by the plugin `buildx` of docker. */
const DOCKER: Builder = {
  name: 'docker',
  async build({ images, staged, bakeFile, onLine }) {
    const contexts = images.map((image) => `--set=${targetOf(image)}.context=${staged.get(image.folder)}`);
    // Not rewrite-timestamp: a docker that keeps images in containerd refuses it, any other does nothing by it.
    const outputs = '--set=*.output=type=docker';
    const allow = [...new Set(staged.values())].map((folder) => `--allow=fs.read=${folder}`);
    const env: ProgramProps['env'] = { ...process.env, SOURCE_DATE_EPOCH: `${EPOCH}` };
    const args = ['buildx', 'bake', `--file=${bakeFile}`, '--progress=plain', outputs, ...contexts, ...allow];
    await output('docker', [...args, ...images.map(targetOf)], { env, onLine });
  },
  async idOf(reference) {
    return (await output('docker', ['image', 'inspect', '--format', '{{.Id}}', reference])).trim();
  },
  async push(reference, onLine) {
    await output('docker', ['push', '--quiet', reference], { onLine });
  },
};

/** buildah and podman, which share their code and most of their words. */
function withoutDaemon(name: 'buildah' | 'podman'): Builder {
  return {
    name,
    async build({ images, staged, arguments: more, onLine }) {
      for (const image of images) {
        const context = staged.get(image.folder) ?? image.folder;
        const given = Object.entries(argumentsOf(image, more)).map(([key, value]) => `--build-arg=${key}=${value}`);
        const labels = Object.entries(labelsOf(image)).map(([key, value]) => `--label=${key}=${value}`);
        // The base was built a moment ago; what is there is not asked of a registry.
        const fixed = ['--layers', `--timestamp=${EPOCH}`, '--pull=false'];
        await output(name, ['build', ...fixed, ...given, ...labels, `--tag=${image.reference}`, context], { onLine });
      }
    },
    async idOf(reference) {
      const args =
        name === 'buildah'
          ? ['inspect', '--type=image', '--format', '{{.FromImageID}}', reference]
          : ['image', 'inspect', '--format', '{{.Id}}', reference];
      return `sha256:${(await output(name, args)).trim().replace(/^sha256:/, '')}`;
    },
    async push(reference, onLine) {
      await output(name, ['push', '--quiet', reference], { onLine });
    },
  };
}
