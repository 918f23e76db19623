import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/**
 * The files in a zip archive, in alphabetical order: `name`, `size` and `packed` size in bytes, `read()` for the content.
 *
 * Reads what vsce writes (no archive comment, no zip64); the layout is APPNOTE.TXT's, 4.3.12 and 4.3.16.
 */
export function readZip(path) {
  const zip = readFileSync(path);
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error(`${path} is no zip archive that we can read.`);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const files = [];
  for (let index = 0; index < count; index++) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const entry = {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
    };
    const header = zip.readUInt32LE(at + 42);
    const deflated = zip.readUInt16LE(at + 10) === 8;
    files.push({ ...entry, read: () => content(zip, header, entry.packed, deflated) });
    at += 46 + nameLength + extra + comment;
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function content(zip, header, packed, deflated) {
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(start, start + packed);
  return deflated ? inflateRawSync(bytes) : bytes;
}
