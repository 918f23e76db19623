import type { LanguageRow, Region } from './region';
import { block, lineAt, longQuoted, quoted } from './regions';

const markupComment: Region = block('<!--', '-->');

/** A tag; what stands in its quotes does not close it. */
const tag: Region = {
  kind: 'code',
  open: '<[/?!A-Za-z]',
  close: '>',
  skip: '"[^"]*"|\'[^\']*\'',
  isMultiline: true,
};

/** An element whose text nobody reads. */
function unread(name: string): Region {
  return { kind: 'code', open: `<${name}(?=[\\s>])`, close: `<\\/${name}\\s*>`, isMultiline: true };
}

/** A value of an attribute: of those that are shown, and of all others. */
function value(mark: string): readonly Region[] {
  const shown = `(?<=(?<![\\w:-])(?:value|label|tooltip|name|link)=)${mark}`;
  const other = `(?<==)${mark}`;
  return [
    { kind: 'label', open: shown, close: mark, isMultiline: true },
    { kind: 'code', open: other, close: mark, isMultiline: true },
  ];
}

const values = [...value('"'), ...value("'")];

/** A string of Graphviz: the name of a node, or an attribute that is shown or followed; no color and no font. */
const dotString: Region = longQuoted('"', {
  kind: 'label',
  open: '(?<![=]|=[ \\t]{1,8})"|(?<=(?:label|tooltip|URL|href|comment)[ \\t]{0,8}=[ \\t]{0,8})"',
});

/**
 * Languages that draw. What people read in them counts: labels, names, notes and comments; no directives, styles, or names of files.
 *
 * Sources: Mermaid 11 (`%%` begins a line, `%%{…}%%` is a directive), PlantUML language reference (`'`, `/' '/`), Graphviz DOT
 * grammar, Structurizr DSL (comments begin a line), SVG 2, mxfile of draw.io (labels are values of attributes), Excalidraw JSON schema.
 */
export const diagramLanguages: readonly LanguageRow[] = [
  {
    id: 'mermaid',
    also: ['mmd'],
    extensions: ['.mmd', '.mermaid'],
    isDiagram: true,
    rest: 'label',
    regions: [
      { kind: 'code', open: '%%\\{', close: '\\}%%', isMultiline: true },
      lineAt('^[ \\t>]*%%(?!\\{)'),
      {
        kind: 'code',
        open: '^[ \\t>]*(?:classDef|linkStyle|cssClass|style[ \\t]+[^\\s:]+[ \\t]+[a-z-]+:)(?=[ \\t\\S]).*',
      },
    ],
  },
  {
    id: 'plantuml',
    also: ['puml', 'wsd'],
    extensions: ['.puml', '.plantuml', '.pu', '.iuml', '.wsd'],
    isDiagram: true,
    rest: 'label',
    regions: [
      block("/'", "'/"),
      lineAt("^[ \\t>]*'"),
      { kind: 'code', open: '^[ \\t>]*(?:@(?:start|end)[a-z]+|!(?:include|import|theme|pragma)|skinparam)(?![a-z]).*' },
      { kind: 'code', open: '^[ \\t>]*!include_?(?:many|once|url|def|sub)(?![a-z]).*' },
      { kind: 'code', open: '<style>', close: '<\\/style>', isMultiline: true },
    ],
  },
  {
    id: 'dot',
    also: ['graphviz', 'gv'],
    extensions: ['.dot', '.gv'],
    isDiagram: true,
    regions: [
      lineAt('\\/\\/'),
      block('/*', '*/'),
      lineAt('^[ \\t>]*#'),
      dotString,
      longQuoted('"', { kind: 'code' }),
      { kind: 'label', open: '<', close: '>', nest: '<', isMultiline: true },
    ],
  },
  {
    id: 'structurizr',
    also: ['c4', 'structurizr-dsl'],
    extensions: ['.dsl', '.c4'],
    isDiagram: true,
    regions: [
      lineAt('(?:^|(?<=\\s))\\/\\/'),
      lineAt('^[ \\t>]*#'),
      block('/*', '*/', { open: '^[ \\t>]*\\/\\*' }),
      { kind: 'code', open: '^[ \\t>]*!.*' },
      longQuoted('"""', { kind: 'label' }),
      quoted('"', { kind: 'label' }),
      { kind: 'label', open: '(?<=\\burl[ \\t]{1,8})https?:' },
    ],
  },
  {
    id: 'svg',
    extensions: ['.svg'],
    isDiagram: true,
    rest: 'label',
    regions: [
      markupComment,
      { kind: 'label', open: '<!\\[CDATA\\[', close: '\\]\\]>', isMultiline: true },
      ...['style', 'script', 'metadata'].map(unread),
      tag,
    ],
  },
  {
    id: 'drawio',
    also: ['mxfile'],
    extensions: ['.drawio', '.dio', '.drawio.xml'],
    isDiagram: true,
    regions: [
      markupComment,
      { kind: 'code', open: '<[/?!A-Za-z]', close: '>', inside: () => values, isMultiline: true },
    ],
  },
  {
    id: 'excalidraw',
    extensions: ['.excalidraw', '.excalidraw.json'],
    isDiagram: true,
    regions: [
      quoted('"', { kind: 'label', open: '(?<="(?:text|name|link)"[ \\t]{0,8}:[ \\t]{0,8})"' }),
      quoted('"', { kind: 'code' }),
    ],
  },
];
