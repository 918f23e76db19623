import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findCitations } from '../../../src/core/citations/findCitations';
import { KnownIds } from '../../../src/core/citations/knownIds';
import { Languages } from '../../../src/core/citations/languages';
import { marked } from '../../support/marked';
import { diagramSamples } from './diagramSamples';
import { libraryOf } from './libraryOf';

const known = new KnownIds(libraryOf(Array.from({ length: 30 }, (_, index) => `INC-${index}`)));

function citationsOf(languageId: string, text: string) {
  return findCitations(text, Languages.builtIn.find({ languageId }), known, { matchIn: 'comments' });
}

/** Each citation as `kind INC-7 at 12`. */
function told(languageId: string, text: string): string[] {
  return citationsOf(languageId, text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)} at ${start}`);
}

/** Compares with the marked places: «INC-7» of a diagram, «‹INC-7›» of prose. */
function compare(languageId: string, source: string): void {
  const { text: between, spans } = marked(source);
  const text = between.replace(/[‹›]/g, '');
  const expected = spans.map(({ start, end }) => {
    const before = between.slice(0, start).replace(/[^‹›]/g, '').length;
    const written = between.slice(start, end);
    const bare = written.replace(/[‹›]/g, '');
    return `${written === bare ? 'diagram' : 'prose'} ${bare} at ${start - before}`;
  });
  assert.deepEqual(told(languageId, text), expected);
}

describe('citations in diagrams', () => {
  for (const [languageId, sample] of Object.entries(diagramSamples)) {
    it(`are of the kind diagram in ${languageId}`, () => {
      const { text } = marked(sample);
      assert.deepEqual(new Set(citationsOf(languageId, text).map(({ kind }) => kind)), new Set(['diagram']));
    });
  }

  const paths: Record<string, [path: string, languageId: string | undefined, language: string]> = {
    'an SVG that VS Code takes for XML': ['docs/flow.svg', 'xml', 'svg'],
    'a drawing of draw.io exported to SVG': ['docs/flow.drawio.svg', undefined, 'svg'],
    'a drawing of draw.io': ['docs/flow.drawio', 'xml', 'drawio'],
    'a drawing of Excalidraw that VS Code takes for JSON': ['docs/flow.excalidraw', 'json', 'excalidraw'],
    'a file of Graphviz': ['docs/flow.gv', 'plaintext', 'dot'],
    'other XML': ['pom.xml', 'xml', 'xml'],
    'other JSON': ['package.json', 'json', 'jsonc'],
  };
  for (const [name, [path, languageId, language]] of Object.entries(paths)) {
    it(`are read in ${name} by its own rules`, () => {
      const clues = { path, ...(languageId === undefined ? {} : { languageId }) };
      assert.equal(Languages.builtIn.find(clues)?.id, language);
    });
  }

  const documents: Record<string, [languageId: string, text: string]> = {
    'a Mermaid fence': [
      'markdown',
      '«‹INC-1›»\n```mermaid\nA[«INC-2»]\nstyle A fill:INC-3\n%% «INC-4»\n```\n«‹INC-5›»',
    ],
    'fences in lists and quotes': [
      'markdown',
      '- ~~~ dot\n  // «INC-1»\n  ~~~\n> ```{mermaid}\n> A[«INC-2»]\n> ```\n«‹INC-3›»',
    ],
    'a block of Azure DevOps': ['markdown', '::: mermaid\nA[«INC-1»]\n:::\n«‹INC-2›»'],
    'no other fence': ['markdown', '```mermaid-cli\nINC-1\n```\n```yaml\nINC-2\n```\n«‹INC-3›»'],
    'a fence within a fence, not': ['markdown', '````md\n```mermaid\nA[INC-1]\n```\n````\n«‹INC-2›»'],
    'a comment that is not closed, up to the end of the fence': [
      'markdown',
      '```plantuml\n/\' «INC-1»\n```\n«‹INC-2›»\n```dot\n"«INC-3»\n```\n«‹INC-4›» `INC-5`',
    ],
    'a block of AsciiDoc': [
      'asciidoc',
      '«‹INC-1›»\n\n[plantuml, flow, svg]\n.About «‹INC-2›»\n----\na -> b : «INC-3»\n!include INC-4\n----\n«‹INC-5›»\n----\nINC-6\n----',
    ],
    'a literal block of AsciiDoc': ['asciidoc', '[mermaid]\n....\nA[«INC-1»]\n----\n%% «INC-2»\n....\n«‹INC-3›»'],
    'a line of attributes alone': ['asciidoc', '[plantuml]\n«‹INC-1›»\n\n----\nINC-2\n----\n'],
  };
  for (const [name, [languageId, text]] of Object.entries(documents)) {
    it(`are read in ${name}`, () => compare(languageId, text));
    it(`are read in ${name}, with CRLF`, () => compare(languageId, text.replaceAll('\n', '\r\n')));
  }

  it('are told from what stands in fences of a review, which is the review itself', () => {
    const review = libraryOf([{ id: 'INC-1' }, { id: 'INC-2' }]);
    const options = { matchIn: 'comments', path: 'docs/incidents/INC-1.md' } as const;
    const text = '```mermaid\nA[INC-1] --> B[INC-2]\n```';
    const found = findCitations(
      text,
      Languages.builtIn.find({ languageId: 'markdown' }),
      new KnownIds(review),
      options,
    );
    assert.deepEqual(
      found.map(({ id, kind }) => [id, kind]),
      [['INC-2', 'review']],
    );
  });

  it('are found in drawings written on one very long line, quickly', () => {
    const labels = Array.from({ length: 3000 }, (_, at) => `<text x="${at}">label ${at}</text>`).join('');
    const text = `<svg>${labels}<text>see INC-7</text></svg>`;
    assert.deepEqual(told('svg', text), [`diagram INC-7 at ${text.indexOf('INC-7')}`]);
  });

  /** Text that no language of the list takes for a mark, to be put into a label. */
  const words = fc
    .array(fc.constantFrom('waves', 'of', 'holds', 'ø', '漢字', '7', '(x)', '—', 'a.b'), { maxLength: 6 })
    .map((all) => all.join(' '));
  const labels: Record<string, readonly ((label: string) => string)[]> = {
    mermaid: [
      (label) => `flowchart LR\n  A["${label}"] --> B`,
      (label) => `sequenceDiagram\n  A->>B: ${label}`,
      (label) => `%% ${label}`,
    ],
    plantuml: [
      (label) => `A -> B : ${label}`,
      (label) => `note over A\n ${label}\nend note`,
      (label) => `/' ${label} '/`,
    ],
    dot: [(label) => `digraph { a [label="${label}"] }`, (label) => `graph { a -- b } // ${label}`],
    structurizr: [(label) => `x = person "${label}"`, (label) => `  # ${label}\nworkspace { }`],
    svg: [(label) => `<svg><text\n x="1">${label}</text></svg>`, (label) => `<svg><!-- ${label} --></svg>`],
    drawio: [(label) => `<mxCell id="2" value="${label}" style="x"/>`, (label) => `<mxfile><!-- ${label} --></mxfile>`],
    excalidraw: [(label) => `{"elements": [{"text": "${label}"}]}`],
  };
  for (const [languageId, forms] of Object.entries(labels)) {
    it(`are found in any label of ${languageId}`, () => {
      fc.assert(
        fc.property(words, words, fc.constantFrom(...forms), (before, after, form) => {
          const text = form(`${before} INC-7 ${after}`);
          assert.deepEqual(told(languageId, text), [`diagram INC-7 at ${text.indexOf('INC-7')}`]);
        }),
      );
    });
  }

  const elsewhere: Record<string, readonly ((text: string) => string)[]> = {
    mermaid: [(text) => `%%{init: {"a": "${text}"}}%%`, (text) => `classDef ${text} fill:#fff`],
    plantuml: [(text) => `@startuml ${text}`, (text) => `!include ${text}.puml`],
    dot: [(text) => `a [fontname="${text}"]`],
    structurizr: [(text) => `!include ${text}`],
    svg: [(text) => `<svg id="${text}">`, (text) => `<style>${text}</style>`],
    drawio: [(text) => `<mxCell style="${text}"/>`, (text) => `<mxfile>${text}</mxfile>`],
    excalidraw: [(text) => `{"id": "${text}", "originalText": "${text}", "${text}": 1}`],
  };
  for (const [languageId, forms] of Object.entries(elsewhere)) {
    it(`are not found outside of the labels of ${languageId}`, () => {
      fc.assert(
        fc.property(words, fc.constantFrom(...forms), (before, form) => {
          assert.deepEqual(told(languageId, form(`${before} INC-7`)), []);
        }),
      );
    });
  }
});
