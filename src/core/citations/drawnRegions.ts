import type { Region } from './region';

/** The languages of diagrams as documents name them, by the id of ours. */
const diagrams: Readonly<Record<string, string>> = {
  mermaid: 'mermaid|mmd',
  plantuml: 'plantuml|puml|uml|c4plantuml',
  dot: 'dot|graphviz|gv',
  structurizr: 'structurizr(?:-dsl)?',
};

const lineStart = '^(?:[ \\t>]*|[ \\t>]*(?:[-*+]|\\d{1,9}[.)])[ \\t]+)';

/** Fences of Markdown that draw: ` ```mermaid `, `~~~ dot`, ` ```{mermaid} `, and `::: mermaid` of Azure DevOps. */
export const drawnFences: readonly Region[] = Object.entries(diagrams).flatMap(([language, names]) =>
  ['`', '~', ':'].map((mark): Region => {
    const end = `^[ \\t>]*${mark}{3,}[ \\t]*$`;
    const rest = mark === '`' ? '(?=[^`]*$)' : '';
    return {
      kind: 'code',
      open: `${lineStart}${mark}{3,}[ \\t]*\\{?\\.?(?:${names})(?![\\w-])${rest}`,
      close: end,
      endsAll: end,
      language,
      isMultiline: true,
    };
  }),
);

/** Blocks of AsciiDoc that draw: a line `[plantuml]`, perhaps a title, then what stands between two lines `----` or `....`. */
export const drawnBlocks: readonly Region[] = Object.entries(diagrams).map(([language, names]) => {
  const drawn: Region = {
    kind: 'code',
    open: '^(-{4,}|\\.{4,})[ \\t]*$',
    close: '^%delimiter%[ \\t]*$',
    endsAll: '^(?:-{4,}|\\.{4,})[ \\t]*$',
    language,
    isMultiline: true,
  };
  return {
    kind: 'code',
    open: `^\\[(?:source[ \\t]*,[ \\t]*)?(?:${names})(?![\\w-])`,
    // Anything but a title, more attributes, or the block itself.
    close: '^(?!(?:-{4,}|\\.{4,})[ \\t]*$|\\.[^. \\t]|\\[)',
    inside: () => [],
    becomes: () => drawn,
    isMultiline: true,
  };
});
