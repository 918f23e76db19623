import assert from 'node:assert/strict';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import type { IndexedCitation } from '../../src/core/citations/citationIndex';
import { KnownIds } from '../../src/core/citations/knownIds';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { cardSections } from '../../src/core/wording/card';
import { citationCard } from '../../src/core/wording/citationCard';
import { relativePath } from '../../src/core/wording/relativePath';
import { CitationPreview } from '../../src/preview/citationPreview';
import type { CitedPlaces, PreviewLibrary } from '../../src/preview/previewLibrary';
import { libraryOf, reviewOf } from '../core/wording/reviewOf';

const summerSale = reviewOf({
  title: 'Summer sale: every hold expired at once',
  path: 'docs/incidents/INC-7.md',
  surprises: ['The boats were not full'],
});

interface Told {
  readonly reviews?: readonly ReviewDocument[];
  readonly path?: string;
  readonly cited?: CitedPlaces;
  readonly spoken?: boolean;
}

/** A preview that knows some reviews, and what renders a document in it. */
function previewOf({ reviews = [summerSale], path = 'docs/design/plan.md', cited, spoken = false }: Told = {}) {
  const known = new KnownIds(libraryOf(reviews));
  const library: PreviewLibrary & { known: KnownIds; cited: CitedPlaces } = {
    known,
    cited: cited ?? { isComplete: true, citations: [] },
    documentOf: (rendered) => (rendered === 'the document' ? { path, key: keyOf(path, reviews) } : undefined),
    cardOf: (citation) =>
      citationCard(citation, { sections: cardSections, citedBy: [], closest: ['INC-7'], searched: ['docs/incidents'] }),
    linkTo: (_, key) => relativePath(path, reviews.find((review) => review.key === key)?.path ?? key),
    citedIn: () => library.cited,
    isSpoken: () => spoken,
  };
  const preview = new CitationPreview(library);
  const markdown = preview.extend(markdownIt({ html: true, linkify: true }));
  const render = (text: string, currentDocument: unknown = 'the document') => {
    const tokens = markdown.parse(text, { currentDocument: undefined });
    return markdown.renderer.render(tokens, markdown.options, { currentDocument });
  };
  return { library, preview, markdown, render };
}

/** `libraryOf` keys a file by its review and its place. */
function keyOf(path: string, reviews: readonly ReviewDocument[]): string {
  const at = reviews.findIndex((review) => review.path === path);
  return at < 0 ? path : `${reviews[at]?.key}#${at}`;
}

/** What one sees without hovering: all text but that of the cards. */
function visible(html: string): string {
  let text = html;
  for (
    let at = text.indexOf('<span class="precedent-card"');
    at >= 0;
    at = text.indexOf('<span class="precedent-card"')
  ) {
    let depth = 0;
    let end = at;
    do {
      const next = /<(\/?)span[^>]*>/g;
      next.lastIndex = end;
      const tag = next.exec(text);
      if (!tag) throw new Error('A card does not end.');
      depth += tag[1] === '/' ? -1 : 1;
      end = next.lastIndex;
    } while (depth > 0);
    text = text.slice(0, at) + text.slice(end);
  }
  return text.replace(/<[^>]+>/g, '');
}

const indexed = (path: string, line: number, sentence: string): IndexedCitation => ({
  file: path,
  start: 0,
  end: 5,
  form: 'id',
  reviews: [],
  citation: { path, line, column: 1, endColumn: 6, text: 'INC-7', id: 'INC-7', known: true, kind: 'comment', sentence },
});

describe('the Markdown preview', () => {
  it('makes an id a link with the title and the card of its review', () => {
    const html = previewOf().render('We waited, see INC-7.');
    assert.equal(visible(html), 'We waited, see INC-7 · Summer sale: every hold expired at once.\n');
    assert.match(html, /<a href="\.\.\/incidents\/INC-7\.md" aria-describedby="precedent-card-1">INC-7/);
    assert.match(html, /<span class="precedent-card" role="tooltip" id="precedent-card-1">/);
    assert.match(html, /<strong>What surprised people:<\/strong> The boats were not full/);
  });

  it('leads to the passage', () => {
    const { render } = previewOf();
    assert.match(render('INC-7#what-surprised-us'), /href="\.\.\/incidents\/INC-7\.md#what-surprised-us"/);
    assert.match(render('INC-7@14:06'), /href="\.\.\/incidents\/INC-7\.md" /);
  });

  it('tells a title once under each heading, never in one, and not where it is said', () => {
    const { render } = previewOf();
    assert.equal(visible(render('INC-7 and INC-7')).split('Summer sale').length, 2);
    assert.equal(visible(render('INC-7\n\n# Then INC-7\n\nINC-7')).split('Summer sale').length, 3);
    assert.equal(visible(render('# After INC-7')), 'After INC-7\n');
    assert.equal(visible(render('INC-7, “summer sale: every hold expired at once”')).split('ummer sale').length, 2);
  });

  it('leaves the text from which VS Code makes the anchor of a heading as it was', () => {
    const { markdown } = previewOf();
    let slug = '';
    markdown.renderer.rules.heading_open = (tokens, at) => {
      slug = (tokens[at + 1]?.children ?? []).map(({ type, content }) => (type === 'text' ? content : '')).join('');
      return '<h1>';
    };
    markdown.renderer.render(markdown.parse('# After INC-7 came', {}), markdown.options, {
      currentDocument: 'the document',
    });
    assert.equal(slug, 'After INC-7 came');
  });

  it('gives a link to a review its card, and adds the title where the words are only the id', () => {
    const { render } = previewOf();
    const named = render('[the sale](../incidents/INC-7.md)');
    assert.equal(visible(named), 'the sale\n');
    assert.match(named, /<a href="\.\.\/incidents\/INC-7\.md" aria-describedby="precedent-card-1">the sale<\/a>/);
    assert.match(visible(render('[INC-7](../incidents/INC-7.md)')), /INC-7 · Summer sale/);
    assert.match(render('[INC-7: a sale](https://example.org/)'), /role="tooltip"/);
    assert.doesNotMatch(render('[elsewhere](../other/file.md)'), /precedent/);
  });

  it('marks an id of a known family without a review, softly, and reaches it by the keyboard', () => {
    const html = previewOf().render('see INC-99');
    assert.match(html, /class="precedent-citation precedent-unknown"><span class="precedent-name" tabindex="0"/);
    assert.match(html, /No review with this id here/);
  });

  it('prefers none of the reviews that claim one id', () => {
    const other = reviewOf({ title: 'Another', path: 'docs/incidents/other.md', key: 'file:///repo/other.md' });
    const html = previewOf({ reviews: [summerSale, other] }).render('INC-7');
    assert.match(html, /Two reviews have this id/);
    assert.doesNotMatch(html, /<a /);
  });

  it('leaves code, fences, HTML and what VS Code renders itself alone', () => {
    const { render, markdown } = previewOf();
    const texts = [
      '`INC-7`',
      '```mermaid\nflowchart\n A[INC-7]\n```',
      '    INC-7',
      '<code>INC-7</code>',
      '<div>INC-7</div>',
    ];
    for (const text of texts) assert.equal(render(text), markdown.render(text), text);
  });

  it('leaves a text that is no file alone, such as release notes', () => {
    const { render } = previewOf();
    assert.equal(render('INC-7', null), '<p>INC-7</p>\n');
  });

  it('does not change the tokens, which VS Code keeps', () => {
    const { markdown } = previewOf();
    const tokens = markdown.parse('# INC-7\n\n[INC-7](x.md) INC-7', {});
    const before = JSON.stringify(tokens);
    const once = markdown.renderer.render(tokens, markdown.options, { currentDocument: 'the document' });
    assert.equal(JSON.stringify(tokens), before);
    assert.equal(markdown.renderer.render(tokens, markdown.options, { currentDocument: 'the document' }), once);
  });

  it('shows a review without citations of itself, and ends it with the places that cite it', () => {
    const citations = [
      indexed('docs/design/plan.md', 3, 'Holds wait at random.'),
      indexed('src/a b.ts', 12, 'See <b>INC-7</b>.'),
    ];
    const html = previewOf({ path: 'docs/incidents/INC-7.md', cited: { isComplete: true, citations } }).render(
      '# INC-7',
    );
    assert.match(html, /^<h1>INC-7<\/h1>/);
    assert.match(html, /<h2 id="precedent-where-cited">Where this story shows up<\/h2>/);
    assert.match(
      html,
      /Holds wait at random\.<\/span> <a class="precedent-place" href="[^"]+#L3">docs\/design\/plan\.md:3/,
    );
    assert.match(html, /See &lt;b&gt;INC-7&lt;\/b&gt;\./);
  });

  it('has words for a review that nobody cites, and for one whose citations are looked for', () => {
    const path = 'docs/incidents/INC-7.md';
    assert.match(previewOf({ path }).render(''), /Nothing in this workspace cites this review yet/);
    const cited = { isComplete: false, citations: [] };
    assert.match(previewOf({ path, cited }).render(''), /Looking for the places that cite it/);
  });

  it('says that there may be more places where not all files were searched', () => {
    const path = 'docs/incidents/INC-7.md';
    const citations = [indexed('src/a.ts', 3, 'Holds wait at random.')];
    const searching = previewOf({ path, cited: { isComplete: false, citations } }).render('');
    assert.match(searching, /Holds wait at random[\s\S]*Looking for the places that cite it/);
    const stopped = { isComplete: false, isStopped: true };
    const some = previewOf({ path, cited: { ...stopped, citations } }).render('');
    assert.match(some, /Holds wait at random[\s\S]*was stopped; there may be more/);
    const none = previewOf({ path, cited: { ...stopped, citations: [] } }).render('');
    assert.match(none, /was stopped; there may be more/);
    assert.doesNotMatch(none, /Nothing in this workspace cites/);
  });

  it('does not quote what people said', () => {
    const cited = { isComplete: true, citations: [indexed('docs/incidents/chat.txt', 3, 'Ola: it is INC-7 again')] };
    const html = previewOf({ path: 'docs/incidents/INC-7.md', cited, spoken: true }).render('');
    assert.doesNotMatch(html, /Ola/);
    assert.match(html, /chat\.txt:3/);
  });

  it('knows whether what it shows would be another today', () => {
    const path = 'docs/incidents/INC-7.md';
    const { preview, render, library } = previewOf({ path });
    render('# INC-7');
    assert.equal(preview.isOutdated(), false);
    library.cited = { isComplete: true, citations: [indexed('src/a.ts', 3, 'New.')] };
    assert.equal(preview.isOutdated(), true);
    assert.equal(preview.isOutdated(), false); // until it is rendered again
    render('# INC-7');
    library.known = new KnownIds(libraryOf([{ ...summerSale, summary: 'What the page does not show' }]));
    assert.equal(preview.isOutdated(), false);
  });

  it('shows hostile titles and ids as text', () => {
    for (const title of [
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      '[x](javascript:alert(1))',
      '&lt;b&gt;',
    ]) {
      const review = reviewOf({ ...summerSale, title, surprises: [title], people: [title] });
      const html = previewOf({ reviews: [review] }).render('INC-7');
      assert.doesNotMatch(html, /<(?:img|script)|href="javascript|&lt;b&gt;(?!.)/);
      assert.ok(
        visible(html).includes(
          title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
        ),
        html,
      );
    }
  });

  it('adds no element but its own, whatever a review says', () => {
    const tags = (html: string) => new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }), (title, sentence) => {
        const review = reviewOf({ ...summerSale, title, summary: sentence, surprises: [title] });
        const cited = { isComplete: true, citations: [indexed('src/a.ts', 1, sentence)] };
        for (const path of ['docs/incidents/INC-7.md', 'x.md']) {
          const found = tags(previewOf({ reviews: [review], path, cited }).render('see INC-7'));
          const allowed = new Set(['p', 'a', 'span', 'strong', 'section', 'h2', 'ul', 'li']);
          for (const tag of found) assert.ok(allowed.has(tag ?? ''), tag);
        }
      }),
    );
  });

  it('changes nothing of any document but what stands around its citations', () => {
    const { render, markdown } = previewOf();
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        if (/INC/i.test(text)) return;
        assert.equal(render(text), markdown.render(text));
      }),
    );
  });
});
