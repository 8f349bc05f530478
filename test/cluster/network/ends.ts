import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PORTS } from '../../network/fleet-ends';
import type { Image } from '../image/archive';
import { builtGo } from '../image/built-go';
import { busyboxEntries } from '../image/busybox';

/** The program that is at both ends of a connection. */
export const ENDS = (): string => builtGo(join(__dirname, 'ends'), 'ends', 'ends');

/** Where each of them listens. */
export const PORT_ARGUMENTS: readonly string[] = [...[...PORTS, 53].map((port) => `${port}/TCP`), '53/UDP', '8290/UDP'];

/** Name of the image of its pods. */
export const ENDS_IMAGE = 'stand-in.example/ends:1';

/** The image of its pods. */
export const endsImage = (): Image => ({
  names: [ENDS_IMAGE],
  config: { Entrypoint: ['/bin/ends', 'serve', ...PORT_ARGUMENTS], Env: ['PATH=/bin'] },
  entries: [...busyboxEntries(), { path: 'bin/ends', mode: 0o755, is: { file: readFileSync(ENDS()) } }],
});
