import { createHash } from 'node:crypto';
import { type Entry, tar } from './tar';

/** What an image says of the process that is started from it. */
export interface ImageConfig {
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly User?: string;
  readonly WorkingDir?: string;
  readonly Env?: readonly string[];
  readonly ExposedPorts?: Readonly<Record<string, object>>;
}

/** An image of one layer. */
export interface Image {
  /** Names with a registry and a tag, under which pods ask for it. */
  readonly names: readonly string[];
  readonly config: ImageConfig;
  readonly entries: readonly Entry[];
}

/** The bytes of an archive in the form of `docker save`, which needs no daemon and no registry. */
export function archive({ names, config, entries }: Image): Buffer {
  const layer = tar(entries);
  const settings = Buffer.from(
    JSON.stringify({
      architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
      os: 'linux',
      config,
      rootfs: { type: 'layers', diff_ids: [`sha256:${sha256(layer)}`] },
    }),
  );
  const settingsFile = `${sha256(settings)}.json`;
  const manifest = [{ Config: settingsFile, RepoTags: names, Layers: ['layer.tar'] }];
  return tar([
    { path: settingsFile, mode: 0o644, is: { file: settings } },
    { path: 'layer.tar', mode: 0o644, is: { file: layer } },
    { path: 'manifest.json', mode: 0o644, is: { file: Buffer.from(JSON.stringify(manifest)) } },
  ]);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
