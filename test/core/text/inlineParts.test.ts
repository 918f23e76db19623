import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type InlinePart, inlineParts } from '../../../src/core/text/inlineParts';
import type { Markup } from '../../../src/core/text/markup';

/** Parts as a line: `[strong waves]`, `[link words → target]`. */
function shown(parts: readonly InlinePart[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.text;
        case 'code':
          return `[code ${part.text}]`;
        case 'image':
          return `[image ${part.words} → ${part.target}]`;
        case 'link':
          return `[link ${shown(part.parts)} → ${part.target}]`;
        default:
          return `[${part.kind} ${shown(part.parts)}]`;
      }
    })
    .join('');
}

describe('inlineParts', () => {
  const cases: Record<string, [markup: Markup, text: string, shown: string]> = {
    'reads marks of AsciiDoc': ['asciidoc', 'a *b* _c_ `d`', 'a [strong b] [emphasis c] [code d]'],
    'reads links of AsciiDoc': [
      'asciidoc',
      'see link:a.adoc[there] and <<INC-7,that>>',
      'see [link there → a.adoc] and [link that → INC-7]',
    ],
    'reads images of AsciiDoc': ['asciidoc', 'image::w.png[Waves]', '[image Waves → w.png]'],
    'reads marks of RST': ['rst', '**a** *b* ``c``', '[strong a] [emphasis b] [code c]'],
    'reads links of RST': ['rst', '`there <a.rst>`_ and `name`_', '[link there → a.rst] and [link name → b.rst]'],
    'reads links of Org': ['org', '[[file:a.org][there]] and [[w.png]]', '[link there → a.org] and [image  → w.png]'],
    'reads marks of Org': ['org', '*a* /b/ =c= ~d~', '[strong a] [emphasis b] [code c] [code d]'],
    'reads addresses': [
      'none',
      'at https://example.com/a now',
      'at [link https://example.com/a → https://example.com/a] now',
    ],
    'leaves marks that are not closed': ['asciidoc', '2 * 3 and `open', '2 * 3 and `open'],
    'leaves names with marks in them': ['asciidoc', 'a_b_c and 2*3*4', 'a_b_c and 2*3*4'],
  };
  for (const [name, [markup, text, expected]] of Object.entries(cases)) {
    it(name, () => assert.equal(shown(inlineParts(text, markup, new Map([['name', 'b.rst']]))), expected));
  }

  it('loses no letter of what is said', () => {
    const markups = fc.constantFrom<Markup>('asciidoc', 'rst', 'org', 'none');
    const text = fc.array(fc.constantFrom('*', '_', '`', '=', '~', '/', '[', ']', '<', '>', ' ', 'a', 'b', '1'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, markups, (pieces, markup) => {
        const source = pieces.join('');
        const parts = JSON.stringify(inlineParts(source, markup));
        for (const letter of source.match(/[a-z0-9]/g) ?? []) assert.ok(parts.includes(letter));
      }),
    );
  });
});
