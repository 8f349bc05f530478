import type { ProjectImage } from './image-project';

/** Labels of an image, in the words of OCI. No time and no commit: the same input is the same image. */
export function labelsOf({ name, version, base }: ProjectImage): Readonly<Record<string, string>> {
  return {
    'org.opencontainers.image.title': name,
    'org.opencontainers.image.version': version,
    ...(base === undefined ? {} : { 'org.opencontainers.image.base.name': base }),
  };
}

/** Arguments of the Dockerfile: what its FROM names. */
export function argumentsOf({ base, release }: ProjectImage, more: Readonly<Record<string, string>>): typeof more {
  return base === undefined ? { RELEASE: release, ...more } : { BASE: base };
}

/** Name of an image among the targets of a bake file, which takes neither "." nor ":". */
export function targetOf({ name, version }: ProjectImage): string {
  return `${name}_${version}`.replace(/[^a-zA-Z0-9_-]/g, '_');
}

/**
 * The file for `docker buildx bake`: each image, tenants out of the base that is built beside them. JSON of HCL, outside
 * of `dist/`, so that nobody takes it for a manifest.
 */
export function bakeText(images: readonly ProjectImage[], more: Readonly<Record<string, string>>): string {
  const targets = images.map((image) => {
    const base = images.find(({ reference }) => reference === image.base);
    return [
      targetOf(image),
      {
        context: image.folder,
        args: argumentsOf(image, more),
        ...(base === undefined ? {} : { contexts: { [base.reference]: `target:${targetOf(base)}` } }),
        labels: labelsOf(image),
        tags: [image.reference],
        attest: ['type=provenance,disabled=true'],
      },
    ] as const;
  });
  const file = {
    '//': 'Written by cdk8s-wso2-mi images build, out of what the program of the fleet declares.',
    group: { default: { targets: images.map(targetOf) } },
    target: Object.fromEntries(targets),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
