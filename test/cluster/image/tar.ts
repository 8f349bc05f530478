/** A file, a folder or a link of an image. */
export interface Entry {
  /** Path without a slash in front, such as "bin/sh". */
  readonly path: string;
  readonly mode: number;
  /**
   * Id of its user and group.
   *
   * @default 0
   */
  readonly user?: number;
  readonly is: 'folder' | { readonly file: Buffer } | { readonly linkTo: string };
}

const BLOCK = 512;

/** The bytes of a tar archive; the same entries give the same bytes. */
export function tar(entries: readonly Entry[]): Buffer {
  return Buffer.concat([...entries.flatMap(blocks), Buffer.alloc(2 * BLOCK)]);
}

function blocks(entry: Entry): Buffer[] {
  const content = typeof entry.is === 'object' && 'file' in entry.is ? entry.is.file : Buffer.alloc(0);
  const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
  return [header(entry, content.length), content, padding];
}

function header({ path, mode, user = 0, is }: Entry, size: number): Buffer {
  const name = is === 'folder' ? `${path}/` : path;
  if (Buffer.byteLength(name) > 100) throw new Error(`path of an entry must have at most 100 bytes, got "${name}"`);
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0);
  octal(block, mode, 100, 8);
  octal(block, user, 108, 8);
  octal(block, user, 116, 8);
  octal(block, size, 124, 12);
  octal(block, 0, 136, 12);
  block.write(kindOf(is), 156);
  if (typeof is === 'object' && 'linkTo' in is) block.write(is.linkTo, 157);
  block.write('ustar\u000000', 257, 'latin1');
  // The sum is taken as if its own field were blank.
  block.fill(' ', 148, 156);
  octal(
    block,
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  );
  return block;
}

function kindOf(is: Entry['is']): string {
  if (is === 'folder') return '5';
  return 'linkTo' in is ? '2' : '0';
}

function octal(block: Buffer, value: number, offset: number, length: number): void {
  block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset);
}
