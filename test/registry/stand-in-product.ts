import { copyFileSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MI_RELEASES } from '../../lib';
import { output } from '../../lib/core/program';

/** Builds and pushes what stands in for the product's image, of which a test needs no more: its user, its folders, a shell. */
export async function pushProduct(
  folder: string,
  reference: string,
  env: NodeJS.ProcessEnv,
  patch = '',
): Promise<void> {
  const context = mkdtempSync(join(folder, 'product-'));
  cpSync(join(__dirname, 'product'), context, { recursive: true });
  copyFileSync('/bin/busybox', join(context, 'busybox'));
  const { user } = MI_RELEASES['4.4.0'];
  writeFileSync(join(context, 'passwd'), `wso2carbon:x:${user}:${user}::/home/wso2carbon:/bin/sh\n`);
  writeFileSync(join(context, 'group'), `wso2:x:${user}:\n`);
  for (const name of ['conf', 'lib', 'repository/resources/security', 'repository/deployment/server/carbonapps']) {
    mkdirSync(join(context, 'home/wso2mi-4.4.0', name), { recursive: true });
  }
  writeFileSync(join(context, 'home/wso2mi-4.4.0/patch.txt'), patch);
  const options = { env: { ...process.env, ...env } };
  await output('buildah', ['build', '--timestamp=0', `--tag=${reference}`, context], options);
  await output('buildah', ['push', reference], options);
}

/** Where buildah keeps its images, so that those of this machine and of another run are not seen. */
export function imageStore(folder: string, name: string): Readonly<Record<string, string>> {
  const path = join(folder, `${name}.conf`);
  const [graph, run] = ['graph', 'run'].map((part) => join(folder, name, part));
  writeFileSync(path, `[storage]\ndriver = "vfs"\ngraphroot = "${graph}"\nrunroot = "${run}"\n`);
  return { CONTAINERS_STORAGE_CONF: path, BUILDAH_ISOLATION: 'chroot' };
}
