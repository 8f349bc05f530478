/** Where in the records of a zip what is needed stands (APPNOTE.TXT, local and central headers). */
const END = { mark: 'PK\u0005\u0006', size: 22, entries: 10, index: 16 };
const ENTRY = { size: 46, time: 12, lengths: [28, 30, 32], local: 42 };
const LOCAL_TIME = 10;

/** 1980-01-01 00:00, the first moment that a zip can say: time 0, and this as its date. */
const FIRST = 0x210000;

/** The bytes of a zip with one time for all that is in it. What is no zip stays as it is. */
export function withoutTimes(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(END.mark, undefined, 'latin1');
  if (end < 0 || bytes.length < end + END.size) {
    return bytes;
  }
  let at = bytes.readUInt32LE(end + END.index);
  for (let left = bytes.readUInt16LE(end + END.entries); left > 0; left -= 1) {
    const local = bytes.readUInt32LE(at + ENTRY.local);
    bytes.writeUInt32LE(FIRST, at + ENTRY.time);
    bytes.writeUInt32LE(FIRST, local + LOCAL_TIME);
    at += ENTRY.size + ENTRY.lengths.reduce((sum, field) => sum + bytes.readUInt16LE(at + field), 0);
  }
  return bytes;
}
