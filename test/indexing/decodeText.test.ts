import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../src/indexing/decodeText';

const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

describe('decodeText', () => {
  const cases: Record<string, [bytes: Uint8Array, expected: ReturnType<typeof decodeText>]> = {
    'reads UTF-8': [Buffer.from('größer 🚢'), { kind: 'text', text: 'größer 🚢' }],
    'leaves a byte order mark out': [Buffer.from('\ufeff# Title'), { kind: 'text', text: '# Title' }],
    'reads UTF-16 little endian by its mark': [utf16('Fähre 🚢'), { kind: 'text', text: 'Fähre 🚢' }],
    'reads UTF-16 big endian by its mark': [utf16('Fähre 🚢', true), { kind: 'text', text: 'Fähre 🚢' }],
    'reads nothing as an empty text': [new Uint8Array(), { kind: 'text', text: '' }],
    'takes latin-1 for text it cannot read': [Buffer.from('größer', 'latin1'), { kind: 'unreadable' }],
    'takes a NUL for a sign of something else than text': [Buffer.from('PK\u0003\u0004\0\0'), { kind: 'binary' }],
    'takes UTF-16 without a mark for something else than text': [Buffer.from('ab', 'utf16le'), { kind: 'binary' }],
    'cannot read half of a UTF-16 unit': [utf16('ab').subarray(0, 5), { kind: 'unreadable' }],
  };

  for (const [name, [bytes, expected]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(decodeText(bytes), expected));
  }

  it('leaves out the character that a cut went through, and nothing else', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.nat(),
        fc.constantFrom('utf8', 'le', 'be'),
        (written, at, encoding) => {
          const text = written.replaceAll('\0', '').replace(/^\ufeff+/, '');
          const bytes = encoding === 'utf8' ? Buffer.from(text) : utf16(text, encoding === 'be');
          const mark = encoding === 'utf8' ? 0 : 2;
          const decoded = decodeText(bytes.subarray(0, mark + (at % (bytes.length - mark + 1))), true);
          assert.equal(decoded.kind, 'text');
          if (decoded.kind !== 'text') return;
          assert.ok(text.startsWith(decoded.text));
          assert.equal(Buffer.from(decoded.text).toString(), decoded.text);
          const missing = mark + (at % (bytes.length - mark + 1)) - bytes.length;
          const size = (part: string) => (encoding === 'utf8' ? Buffer.byteLength(part) : part.length * 2);
          assert.ok(size(text) + missing - size(decoded.text) < 4);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.boolean(), (bytes, isCut) => {
        decodeText(bytes, isCut);
      }),
    );
  });
});
