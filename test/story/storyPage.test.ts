import assert from 'node:assert/strict';
import fc from 'fast-check';
import { narrativeOf } from '../../src/story/narrative';
import { pageFile } from '../../src/story/pageFile';
import { indexedCitation } from '../core/citations/indexedCitation';
import { readOne } from '../core/reviews/readOne';
import { contextOf, pageOf } from './pageOf';

/** The page of a review in Markdown below a title. */
function pageOfText(text: string): string {
  return pageOf(readOne('INC-7-pump.md', `# The pump\n\n${text}`)).html;
}

describe('the page of a story', () => {
  const told: Record<string, [text: string, page: RegExp]> = {
    'keeps what an author marks': ['a **b** <kbd>c</kbd>', /a <strong>b<\/strong> <kbd>c<\/kbd>/],
    'shows a tag that is none as words': ['the <service-name> was down', /the &#x3C;service-name> was down/],
    'puts headings below its title': [
      '## What surprised us\n\nWaves.',
      /<div class="head"><h2 data-line="3">What surprised us<\/h2><button/,
    ],
    'numbers links into the workspace': ['[a](../src/a.ts)', /<a href="#" data-follow="\d+" title="src\/a.ts">a<\/a>/],
    'leaves addresses as they are': ['<https://example.com>', /<a href="https:\/\/example.com" title/],
    'makes a link of an image elsewhere': [
      '![a](https://example.com/a.png)',
      /<a href="https:\/\/example.com\/a.png"[^>]*>a \(opens outside/,
    ],
    'says that an image is not there': ['![Waves](waves.png)', /<span class="missing">Waves \(not there\)<\/span>/],
    'makes steps of a timeline': [
      '## Timeline\n\n- 14:00 Sale opens.\n- 14:05 Waves.',
      /<li data-line="5" id="moment-5" class="moment" tabindex="-1" data-passage="14:00">/,
    ],
    'makes steps of rows': [
      '## Timeline\n\n| When | What |\n|--|--|\n| 14:00 | Sale |',
      /<tr data-line="7" id="moment-7" class="moment"/,
    ],
    'makes steps of lines': [
      '## Timeline\n\n14:00 Sale opens.\n14:05 Waves.',
      /<br>\n?<span data-line="6" id="moment-6" class="moment"/,
    ],
    'gives a drawing a place, with its text': [
      '```mermaid\nflowchart LR\n  a --> b\n```',
      /data-drawing[\s\S]*a --> b/,
    ],
    'tells follow-ups last': [
      '## Action items\n\nFix it.\n\n## Timeline\n\nWaves.',
      /Timeline[\s\S]*Waves[\s\S]*Where this story shows up[\s\S]*Action items[\s\S]*Fix it/,
    ],
    'lets a line with a label begin anew': [
      '**Incident:** INC-7\n**Date**: 7 June\nand **more** of it',
      /INC-7<br>\n<strong>Date<\/strong>: 7 June\nand <strong>more/,
    ],
    'names each speaker once': [
      '## Transcript\n\n14:05 ada: waves\n14:06 ada: again',
      /<p class="who">ada<\/p>[\s\S]*waves[\s\S]*again/,
    ],
  };
  it('names the services of data once', () => {
    const { html } = pageOf(
      readOne(
        'INC-7.yaml',
        'id: INC-7\ntitle: Pump\ndate: 2024-01-02\nservices:\n  - quay\n  - boats\nsurprises:\n  - Waves.\n',
      ),
    );
    assert.match(html, /<dd>quay, boats<\/dd>[\s\S]*Waves/);
    assert.doesNotMatch(html, /<li[^>]*>quay/);
  });

  for (const [name, [text, page]] of Object.entries(told)) {
    it(name, () => assert.match(pageOfText(text), page));
  }

  it('keeps to the source what the library keeps from readers', () => {
    const html = pageOfText('## Sensitive findings\n\nThe password.\n\n## Timeline\n\nWaves.');
    assert.doesNotMatch(html, /The password/);
    assert.match(html, /“Sensitive findings” is shown in the source only/);
  });

  it('shows an image of the library as a button that enlarges it', () => {
    const review = readOne('INC-7.md', '# The pump\n\n![Waves](waves.png)');
    const pictures = new Map([
      ['incidents/waves.png', { state: 'there' as const, address: 'https://webview/waves.png' }],
    ]);
    assert.match(
      pageOf(review, { pictures }).html,
      /<button type="button" class="zoom" aria-label="Enlarge: Waves"><img src="https:\/\/webview\/waves.png" alt="Waves"><\/button>/,
    );
  });

  it('leads to code that is there, and to reviews that it names', () => {
    const review = readOne('INC-7.md', '# The pump\n\nAs in INC-8, see `src/a.ts:4`, not `src/b.ts`.');
    const other = readOne('INC-8.md', '# The other');
    const { html, targets } = pageOf(review, {
      codePlaces: new Map([['src/a.ts:4', { path: 'src/a.ts', line: 4 }]]),
      named: {
        first: [{ review: other, sentence: 'As in INC-8.', line: 3 }],
        meanings: new Map([['INC-8', { review: other }]]),
      },
    });
    assert.match(
      html,
      /As in <a href="#" data-follow="\d+" title="The other">INC-8<\/a>, see <a href="#" data-follow="\d+" title="src\/a.ts"><code>src\/a.ts:4<\/code><\/a>, not <code>src\/b.ts<\/code>/,
    );
    assert.ok(targets.some((target) => target.kind === 'file' && target.path === 'src/a.ts' && target.line === 4));
    assert.ok(targets.some((target) => target.kind === 'story' && target.id === 'INC-8'));
  });

  it('says of the places that cite it when not all files were searched, also where there are more than are listed', () => {
    const review = readOne('INC-7.md', '# The pump\n\nWaves.');
    const citations = Array.from({ length: 102 }, (_, at) => indexedCitation(`src/${at}.ts`, 'INC-7'));
    const page = (gathering: 'stopped' | 'gathering' | 'ready') => pageOf(review, { citations, gathering }).html;
    assert.match(page('stopped'), /2 more\. Find All References[\s\S]*was stopped; there may be more/);
    assert.match(page('gathering'), /2 more\. Find All References[\s\S]*Still looking through the workspace/);
    assert.doesNotMatch(page('ready'), /was stopped|Still looking/);
  });

  it('says that a document is longer than what is shown', () => {
    const review = readOne('INC-7.md', '# The pump\n\nWaves.', { isTruncated: true });
    assert.match(pageOf(review).html, /longer than 256 kB/);
  });

  it('leads from what was said to the moment in which it was, and back', () => {
    const html = pageOfText('## Timeline\n\n- 14:05 Waves.\n\n## Transcript\n\n14:06 ada: again\n14:40 teun: over');
    assert.match(html, /<a class="jump" href="#said-9">/);
    assert.match(html, /<a href="#moment-5"[^>]*>14:06<\/a>/);
    assert.match(html, /<span class="time">14:40<\/span>/);
  });

  it('leads from the timeline to a transcript that lies beside the review', () => {
    const review = readOne('INC-7.md', '# The pump\n\n## Timeline\n\n- 14:05 Waves.');
    const material = { path: 'incidents/transcript.md', kind: 'transcript' } as const;
    const text = '14:06 ada: again\n14:40 teun: over\n';
    const { html } = pageOf(review, { materials: [{ material, state: 'there', text }] });
    assert.match(html, /<a class="jump" href="#said-0-1">/);
    assert.match(html, /<p class="said" id="said-0-1"><span class="time"><a href="#moment-5"/);
  });

  it('has the outermost headings right below the title, whatever their level', () => {
    const levels = (text: string) => [...pageOfText(text).matchAll(/<h(\d) data-line/g)].map(([, level]) => level);
    assert.deepEqual(levels('## What surprised us\n\nWaves.\n\n### In the end\n\nA pump.'), ['2', '3']);
    assert.deepEqual(levels('# What surprised us\n\nWaves.\n\n## In the end\n\nA pump.'), ['2', '3']);
  });

  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">a</a></svg>',
    '[a](javascript:alert(1)) [b](vscode://file/etc/passwd) [c](command:workbench.action.quit) [d](data:text/html,x)',
    '<a href="&#106;avascript:alert(1)">a</a><a href="command:x">b</a>',
    '<iframe src="https://example.com"></iframe><object data=x></object><embed src=x>',
    '<style>*{background:url(https://example.com)}</style><p style="background:url(https://example.com)">a</p>',
    '<form action="https://example.com"><input name=a><button formaction=x>b</button></form>',
    '<meta http-equiv=refresh content="0;https://example.com"><base href="https://example.com">',
    '<p data-follow="0" data-copy="x" id="page" name="page" class="moment">a</p>',
    '<math><mtext><table><mglyph><style><!--</style><img src onerror=alert(1)>',
    '<!-- <script>alert(1)</script> --><!--><script>alert(1)</script>',
    '![a](//example.com/a.png) ![b](file:///etc/passwd) ![c](../../../../etc/passwd.png)',
  ];
  for (const text of hostile) {
    it(`runs and loads nothing of ${text.slice(0, 60)}`, () => assertHarmless(pageOfText(text)));
  }

  it('runs and loads nothing, whatever a review says', function () {
    this.timeout(60_000);
    const piece = fc.constantFrom(
      ...hostile.flatMap((each) => each.split(/(?=[<>"'= ])/)),
      '\n\n',
      '`',
      '|',
      '# ',
      '- ',
      '> ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => assertHarmless(pageOfText(pieces.join('')))),
      { numRuns: 300 },
    );
  });

  it('is a file of its own that loads nothing and links nowhere into the workspace', () => {
    const review = readOne('INC-7.md', '# The pump\n\n[a](../src/a.ts) [b](https://example.com)\n\n<script>x</script>');
    const file = pageFile(review, narrativeOf(review), contextOf({}), 'body { color: red }');
    assert.match(file, /default-src 'none'/);
    assert.doesNotMatch(file, /<script|data-follow|<button|class="actions"/);
    assert.match(file, /<span>a<\/span>/);
  });
});

/** Fails where a page has an element, attribute or address by which something could run or load. */
function assertHarmless(html: string): void {
  const tags = [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)];
  for (const [, name = '', attributes = ''] of tags) {
    assert.doesNotMatch(name, /^(?:script|style|iframe|object|embed|form|input|meta|base|link|svg|math|template)$/i);
    for (const [, attribute = '', value = ''] of attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) {
      assert.doesNotMatch(attribute, /^(?:on|style$|srcset$|formaction$|xlink|name$)/i);
      if (attribute === 'href') assert.match(value, /^(?:#|https?:|mailto:)/i);
      if (attribute === 'src') assert.fail(`it loads ${value}`);
    }
  }
}
