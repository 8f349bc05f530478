import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

// Packs a folder of artifacts into a CAR, which is a zip: `tsx tools/car.ts images/signpost/artifacts out.car`. Stored as
// they are and of one time, so that the same files give the same bytes. What Maven builds needs none of this.

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** 1980-01-01 00:00, the first moment that a zip can say. */
const DATE = 0x21;

interface Entry {
  readonly name: string;
  readonly content: Buffer;
}

/** The bytes of a zip of these files. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = Buffer.concat([numbers([LOCAL, 4]), header(entry), Buffer.from(entry.name), entry.content]);
    const place = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    index.push(Buffer.concat([numbers([CENTRAL, 4], [20, 2]), header(entry), place, Buffer.from(entry.name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(index);
  const count: readonly [number, number] = [entries.length, 2];
  const end = numbers([END, 4], [0, 2], [0, 2], count, count, [central.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...parts, central, end]);
}

function header({ name, content }: Entry): Buffer {
  const sizes = [[content.length, 4] as const, [content.length, 4] as const];
  const what = [[20, 2] as const, [0, 2] as const, [0, 2] as const, [0, 2] as const, [DATE, 2] as const];
  return numbers(...what, [crc32(content), 4], ...sizes, [Buffer.byteLength(name), 2], [0, 2]);
}

function numbers(...all: ReadonlyArray<readonly [value: number, bytes: number]>): Buffer {
  return Buffer.concat(
    all.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}

/** The files of a folder, in the order of their names. */
export function entriesOf(folder: string): Entry[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => ({ name, content: readFileSync(join(folder, name)) }));
}

if (require.main === module) {
  const [folder = '', car = ''] = process.argv.slice(2);
  mkdirSync(dirname(car), { recursive: true });
  writeFileSync(car, zipOf(entriesOf(folder)));
}
