/** What bytes turned out to be. `unreadable` is text in an encoding that we do not read. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'unreadable' };

/** Made when first needed: every window loads this file. */
const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** How much is looked at to tell text from anything else, in bytes: what git looks at. */
const headLength = 8000;

/**
 * Reads bytes as UTF-8, or as UTF-16 where a byte order mark says so; the mark is not part of the text.
 *
 * Bytes that were cut off somewhere (`isCut`) lose the character that the cut went through.
 */
export function decodeText(bytes: Uint8Array, isCut = false): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16('utf-16le', bytes, isCut);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16('utf-16be', bytes, isCut);
  const decoded = decode('utf-8', isCut ? bytes.subarray(0, endOfUtf8(bytes)) : bytes);
  // A NUL is sooner found in text, and where there is none there was none.
  const mayBeBinary = decoded.kind !== 'text' || decoded.text.includes('\0');
  return mayBeBinary && isBinary(bytes) ? { kind: 'binary' } : decoded;
}

/** Whether bytes cannot be text: a NUL among the first ones, as git decides it. UTF-16 has to be recognised before. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, headLength).includes(0);
}

/** The same of bytes of which each is taken for a character. */
export function isBinaryText(latin1: string): boolean {
  const at = latin1.indexOf('\0');
  return at >= 0 && at < headLength;
}

/** Whether bytes say of themselves that they are UTF-16. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function decodeUtf16(encoding: string, bytes: Uint8Array, isCut: boolean): Decoded {
  const decoded = decode(encoding, isCut ? bytes.subarray(0, endOfUtf16(bytes, encoding)) : bytes);
  return decoded.kind === 'text' && decoded.text.includes('\0') ? { kind: 'binary' } : decoded;
}

function decode(encoding: string, bytes: Uint8Array): Decoded {
  try {
    const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true });
    decoders.set(encoding, decoder);
    return { kind: 'text', text: decoder.decode(bytes) };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Where the last whole character ends. */
function endOfUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function endOfUtf16(bytes: Uint8Array, encoding: string): number {
  const even = bytes.length - (bytes.length % 2);
  const high = bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0;
  return high >= 0xd8 && high <= 0xdb ? even - 2 : even;
}
