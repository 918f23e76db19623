import assert from 'node:assert/strict';
import { quotedText } from '../../../src/core/reviews/quotedText';

describe('quotedText', () => {
  const cases: Record<string, [text: string, plain: string]> = {
    'reduces links and images to their words': ['![a](b.png) see [the **doc**](c.md "t")', 'see the doc'],
    'reduces wiki links': ['[[INC-9]] and [[a/b|the page]]', 'INC-9 and the page'],
    'drops emphasis and code marks': ['**bold** _it_ `code` ~~no~~', 'bold it code no'],
    'keeps names and products': ['snake_case 2 * 3 ~5 min', 'snake_case 2 * 3 ~5 min'],
    'drops tags but keeps addresses': ['<b>x</b> <https://example.com> 1 < 2', 'x https://example.com 1 < 2'],
    'joins list items': ['- one\n* two\n1. three\n- [ ] four', 'one two three four'],
    'joins table cells': ['| Time | What |\n|---|:--|\n| 14:06 | it broke |', 'Time · What 14:06 · it broke'],
    'drops fences, rules and directives': ['```sh\nls\n```\n---\n.. note::\n|===\ntext', 'ls text'],
    'drops drawings': ['before\n```mermaid\ngraph TD\nA-->B\n```\nafter', 'before after'],
    'drops quote marks': ['> > quoted', 'quoted'],
  };
  for (const [name, [text, plain]] of Object.entries(cases)) {
    it(name, () => assert.equal(quotedText(text, 'markdown'), plain));
  }

  it('comes to an end with 100,000 times the same', () => {
    for (const piece of ['[', '[[', '<a', '![](', '*', '> ', '|']) quotedText(piece.repeat(100_000), 'markdown');
  }).timeout(20_000);
});
