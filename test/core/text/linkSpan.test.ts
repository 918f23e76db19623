import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkSpan } from '../../../src/core/text/linkSpan';
import { marked } from '../../support/marked';

describe('linkSpan', () => {
  const links: Record<string, string> = {
    'the words of Markdown': 'As «[«INC-7»: sale](INC-7.md)» says',
    'the target of Markdown, its title included': 'As «[the sale](../«INC-7.md» "Doors")» says',
    'the target of AsciiDoc': 'As «xref:«INC-7.adoc»[the sale]» says',
    'the words of AsciiDoc': 'As «link:sale.adoc[«INC-7»: sale]» says',
    'the target of Org': 'As «[[file:«INC-7.org»][the sale]]» says',
    'the target of reStructuredText': 'As «`the sale <«INC-7.rst»>`_» says',
    nothing: 'As ««INC-7»» (says)',
  };
  for (const [name, source] of Object.entries(links)) {
    it(`goes around ${name}`, () => {
      const { text, spans } = marked(source.replace(/«(?=.*«)/, '').replace(/»(?!.*»)/, ''));
      const whole = /«(.*)»/.exec(source)?.[1]?.replace(/[«»]/g, '') ?? '';
      const [piece] = spans;
      assert.ok(piece);
      const { start, end } = linkSpan(text, piece);
      assert.equal(text.slice(start, end), whole);
    });
  }

  it('holds the piece it is asked for, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(50), fc.nat(50), (text, from, length) => {
        const piece = { start: Math.min(from, text.length), end: Math.min(from + length, text.length) };
        const { start, end } = linkSpan(text, piece);
        assert.ok(start >= 0 && start <= piece.start && end >= piece.end && end <= text.length);
      }),
    );
  });
});
