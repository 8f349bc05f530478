import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An image in a folder of OCI, as `skopeo copy` leaves it there. */
export interface ImageFiles {
  readonly user: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Of each layer the digest, and what is in it, as `tar -tv` says it: mode, owner, name. */
  readonly layers: ReadonlyArray<{ readonly digest: string; readonly files: readonly string[] }>;
}

interface Described {
  readonly digest: string;
}

/** What is in an image. */
export function imageFiles(folder: string): ImageFiles {
  const blob = (digest: string) => join(folder, 'blobs', digest.replace(':', '/'));
  const json = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;
  const [manifest] = json<{ manifests: Described[] }>(join(folder, 'index.json')).manifests;
  const { config, layers } = json<{ config: Described; layers: Described[] }>(blob(manifest?.digest ?? ''));
  const { User, Labels } = json<{ config: { User: string; Labels: Record<string, string> } }>(
    blob(config.digest),
  ).config;
  return {
    user: User,
    labels: Labels,
    layers: layers.map(({ digest }) => ({ digest, files: listed(blob(digest)) })),
  };
}

function listed(tar: string): string[] {
  const lines = execFileSync('tar', ['--numeric-owner', '--full-time', '-tvf', tar], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
  });
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [mode = '', owner = '', , day = '', time = '', name = ''] = line.split(/\s+/);
      return `${mode} ${owner} ${day} ${time} ${name}`;
    });
}
