import { drawnBlocks, drawnFences } from './drawnRegions';
import type { LanguageRow, Region } from './region';

/** A fence: the rest of its first line tells the language, it ends with a line of as many marks or more. */
const fence: Region = {
  kind: 'code',
  open: '^(?:[ \\t>]*|[ \\t>]*(?:[-*+]|\\d{1,9}[.)])[ \\t]+)(`{3,}(?=[^`]*$)|~{3,})',
  close: '^[ \\t>]*%delimiter%[`~]*[ \\t]*$',
  isMultiline: true,
};
/** Backticks that close on the same line. */
const codeSpan: Region = { kind: 'code', open: '(?<!\\\\)`+', when: 'codeSpan' };
const htmlCode: readonly Region[] = [
  { kind: 'code', open: '<code(?=[\\s>])[^<>]*>', close: '<\\/code>' },
  { kind: 'code', open: '<pre(?=[\\s>])[^<>]*>', close: '<\\/pre>', isMultiline: true },
];

/** Between two lines of the same marks: `----`. */
function between(marks: string): Region {
  return { kind: 'code', open: `^(${marks})[ \\t]*$`, close: '^%delimiter%[ \\t]*$', isMultiline: true };
}

/** `\begin{verbatim} … \end{verbatim}` */
const environments: Region = {
  kind: 'code',
  open: '\\\\begin\\{(verbatim|Verbatim|lstlisting|minted|alltt)\\*?\\}',
  close: '\\\\end\\{%delimiter%\\*?\\}',
  isMultiline: true,
};

/** Text for people: everything counts but code spans and fences; fences that draw count as diagrams do. */
export const proseLanguages: readonly LanguageRow[] = [
  {
    id: 'markdown',
    also: [
      'mdx',
      'quarto',
      'rmd',
      'juliamarkdown',
      'chatagent',
      'prompt',
      'instructions',
      'skill',
      'mdc',
      'myst',
      'djot',
    ],
    extensions: [
      ...[
        '.md',
        '.markdown',
        '.mdown',
        '.mkd',
        '.mkdn',
        '.mdwn',
        '.mdx',
        '.qmd',
        '.rmd',
        '.mdc',
        '.ronn',
        '.dj',
        '.livemd',
      ],
      ...['.mdtext', '.mdtxt', '.workbook'],
    ],
    isProse: true,
    regions: [...drawnFences, fence, codeSpan, ...htmlCode],
  },
  {
    id: 'asciidoc',
    also: ['adoc', 'asciidoctor'],
    extensions: ['.adoc', '.asciidoc', '.asc', '.ad'],
    isProse: true,
    regions: [
      ...drawnBlocks,
      ...drawnFences,
      between('-{4,}'),
      between('\\.{4,}'),
      between('\\+{4,}'),
      fence,
      codeSpan,
      { kind: 'code', open: '(?<!\\w)\\+(?=[^\\s+])', close: '\\+' },
    ],
  },
  {
    id: 'restructuredtext',
    also: ['rst', 'restructured-text'],
    extensions: ['.rst', '.rest'],
    isProse: true,
    regions: [
      {
        kind: 'code',
        open: '^[ \\t]*\\.\\. (?:code-block|code|sourcecode|highlight|literalinclude|parsed-literal|math|prompt)::.*',
        isIndented: true,
      },
      { kind: 'code', open: '::[ \\t]*$', isIndented: true },
      { kind: 'code', open: '``', close: '``' },
      { kind: 'code', open: ':(?:code|file|command|envvar|option|literal|samp|kbd|math):`', close: '`' },
    ],
  },
  {
    id: 'org',
    also: ['org-mode'],
    extensions: ['.org'],
    isProse: true,
    regions: [
      {
        kind: 'code',
        open: '^[ \\t]*#\\+(?:begin|BEGIN)_(src|SRC|example|EXAMPLE|export|EXPORT)\\b.*',
        close: '^[ \\t]*#\\+(?:end|END)_%delimiter%',
        isMultiline: true,
      },
      { kind: 'code', open: '^[ \\t]*: .*' },
      { kind: 'code', open: '(?<![\\w~])~(?=[^\\s~])', close: '~' },
      { kind: 'code', open: '(?<![\\w=])=(?=[^\\s=])', close: '=' },
    ],
  },
  {
    id: 'latex',
    also: ['tex', 'context', 'doctex', 'latex-expl3', 'texinfo'],
    extensions: ['.tex', '.latex', '.ltx', '.sty', '.dtx', '.texi', '.texinfo'],
    isProse: true,
    regions: [
      environments,
      {
        kind: 'code',
        open: '\\\\(?:verb|lstinline|mintinline)\\*?(?:\\{[a-z]{1,20}\\})?([|!+/@])',
        close: '%delimiter%',
      },
      { kind: 'code', open: '\\\\(?:lstinline|code)\\{', close: '\\}', nest: '\\{' },
    ],
  },
  { id: 'typst', extensions: ['.typ'], isProse: true, regions: [fence, codeSpan] },
  {
    id: 'mediawiki',
    also: ['wikitext', 'textile', 'creole', 'dokuwiki', 'confluence'],
    extensions: ['.mediawiki', '.wiki', '.textile', '.creole'],
    isProse: true,
    regions: [
      ...htmlCode,
      { kind: 'code', open: '<nowiki>', close: '<\\/nowiki>', isMultiline: true },
      { kind: 'code', open: '\\{\\{\\{', close: '\\}\\}\\}', isMultiline: true },
    ],
  },
  {
    id: 'git-commit',
    also: ['gitcommit', 'commit', 'git-commit-message', 'jj-commit', 'hgcommit'],
    fileNames: ['commit_editmsg', 'merge_msg', 'squash_msg', 'tag_editmsg', 'pullreq_editmsg'],
    isProse: true,
    regions: [
      { kind: 'code', open: '^# -{8,} >8 -{8,}.*', close: '(?!)', isMultiline: true },
      { kind: 'code', open: '^#(?!\\w).*' },
    ],
  },
  {
    id: 'git-rebase',
    also: ['gitrebase'],
    fileNames: ['git-rebase-todo'],
    isProse: true,
    regions: [{ kind: 'code', open: '^#.*' }],
  },
  {
    id: 'plaintext',
    also: ['text', 'scminput', 'txt'],
    extensions: ['.txt', '.text'],
    fileNames: [
      ...[
        'readme',
        'changelog',
        'changes',
        'news',
        'contributing',
        'authors',
        'todo',
        'notes',
        'history',
        'install',
        'bugs',
      ],
      ...['roadmap', 'runbook'],
    ],
    isProse: true,
    regions: [],
  },
];
