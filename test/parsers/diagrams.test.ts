import assert from 'node:assert/strict';
import { instance } from '@viz-js/viz';
import { SaxesParser } from 'saxes';
import { findCitations } from '../../src/core/citations/findCitations';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import { citationEdit } from '../../src/core/wording/citationEdit';
import { diagramSamples } from '../core/citations/diagramSamples';
import { libraryOf, reviewOf } from '../core/wording/reviewOf';
import { marked } from '../support/marked';

const review = reviewOf({ id: 'INC-7', title: 'The holds', path: 'docs/incidents/INC-7.md' });

/** A text after citing at an offset; nothing where it cannot be cited there. */
function citedAt(languageId: string, text: string, offset: number, cited = review) {
  const language = Languages.builtIn.find({ languageId });
  const edit = citationEdit(cited, undefined, { text, language, languageId }, offset);
  return edit && { text: text.slice(0, edit.offset) + edit.text + text.slice(edit.offset), edit };
}

/** What reads each language, and throws where it cannot. */
const readers: Record<string, (text: string) => Promise<unknown> | unknown> = {
  mermaid: async (text) => {
    // In Node there is no page for it to clean labels in.
    const { default: cleaner } = await import('dompurify');
    Object.assign(cleaner, { addHook: () => {}, sanitize: (label: string) => label });
    const { default: mermaid } = await import('mermaid');
    return mermaid.parse(text);
  },
  dot: async (text) => {
    const result = (await instance()).render(text, { format: 'dot' });
    assert.equal(result.status, 'success', JSON.stringify(result.errors));
  },
  svg: readXml,
  drawio: readXml,
};

function readXml(text: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

const drawings: Record<string, readonly string[]> = {
  mermaid: [
    'flowchart TD\n  B[Browsers at 14] --> W{Waiting room}\n  W -->|"a ticket"| B\n  W -->|n per second| C[claim deck space]\n  C --> H[("holds, 300 s")]\n  H -->|paid| P[/payment/]\n  style W fill:#fff\n  click H "https://example.org" "tip"\n',
    'sequenceDiagram\n  participant A as Boat\n  A->>B: key list\n  Note over A,B: wait, then 17\n  alt ok\n    B-->>A: confirmed\n  end\n',
    '---\ntitle: T\n---\nstateDiagram-v2\n  [*] --> s1: begin\n  s1 : held\n',
    'classDiagram\n  class Hold{\n    +int x\n    +free() bool\n  }\n  Hold "1" --> "n" Deck : has\n',
    'erDiagram\n  HOLD ||--o{ DECK : has\n  HOLD {\n    string name "of it"\n  }\n',
    'gantt\n  title A\n  dateFormat YYYY-MM-DD\n  section S\n  Task :a1, 2024-01-01, 3d\n',
    'pie title Holds\n  "a b" : 3\n  "c" : 4\n',
    'mindmap\n  root((holds))\n    waves\n      [of holds]\n',
    'timeline\n  title T\n  2024 : held : let go\n',
    '%%{init: {"theme": "dark",\n "look": "classic"}}%%\ngitGraph\n  commit id: "x"\n',
  ],
  dot: [
    marked(diagramSamples.dot ?? '').text,
    'graph "g" {\n  a [label="x\\l y"]; b\n  a -- b /* c */\n  c [label=<a<b>b</b>\nc>]\n}\n',
  ],
  svg: [marked(diagramSamples.svg ?? '').text],
  drawio: [
    '<mxfile>\n  <diagram name="a">\n    <mxCell id="1" value="&lt;b&gt;x&lt;/b&gt; y&#xa;z" style="a"\n      vertex="1"/>\n  </diagram>\n</mxfile>',
  ],
};

describe('a citation in a diagram', () => {
  const titles = ['The holds', '}}%% {x} --> ]"\'', '*/ --> <!-- "; // # |', '&lt; & <b> $(x) `y` \\'];

  for (const [languageId, texts] of Object.entries(drawings)) {
    for (const [index, text] of texts.entries()) {
      it(`can be read wherever it is written, ${languageId} ${index + 1}`, async () => {
        const read = readers[languageId];
        assert.ok(read);
        await read(text);
        const step = Math.max(1, Math.floor(text.length / 120));
        const seen = new Set<string>();
        for (let offset = 0; offset <= text.length; offset += step) {
          for (const title of offset % 7 === 0 ? titles : titles.slice(0, 1)) {
            const after = citedAt(languageId, text, offset, { ...review, title });
            if (!after || seen.has(after.text)) continue;
            seen.add(after.text);
            const known = new KnownIds(libraryOf([review]));
            const language = Languages.builtIn.find({ languageId });
            const found = findCitations(after.text, language, known, { matchIn: 'comments' });
            const { edit } = after;
            assert.ok(
              found.some(
                ({ start, end, kind }) =>
                  kind === 'diagram' && edit.offset <= start && end <= edit.offset + edit.text.length,
              ),
              after.text,
            );
            try {
              await read(after.text);
            } catch (error) {
              assert.fail(`${error instanceof Error ? error.message : error}\n${after.text}`);
            }
          }
        }
        assert.ok(seen.size > 3);
      }).timeout(60_000);
    }
  }
});
