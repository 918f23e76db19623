/** The ways in which prose writes a link. */
export type LinkMarkup = 'markdown' | 'asciidoc' | 'rst' | 'org' | 'plain';

/** How files are written that the editor takes for plain text, having no extension for them. */
const markupsOfFiles: Readonly<Record<string, LinkMarkup>> = {
  md: 'markdown',
  markdown: 'markdown',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
  rst: 'rst',
  org: 'org',
};

const markups: Readonly<Record<string, LinkMarkup>> = {
  markdown: 'markdown',
  mdx: 'markdown',
  quarto: 'markdown',
  rmd: 'markdown',
  prompt: 'markdown',
  chatagent: 'markdown',
  instructions: 'markdown',
  asciidoc: 'asciidoc',
  restructuredtext: 'rst',
  rst: 'rst',
  org: 'org',
};

/** How a document writes links, by its language and, where the editor takes it for plain text, by its name. */
export function markupOf(languageId: string, path = ''): LinkMarkup {
  const known = markups[languageId];
  if (known !== undefined || languageId !== 'plaintext') return known ?? 'plain';
  return markupsOfFiles[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'plain';
}

/** How a language writes a link: what its words must not hold, then the whole. */
interface LinkForm {
  readonly words: (words: string) => string;
  readonly link: (words: string, path: string, anchor: string) => string;
}

/** The link of each language that has links. */
export const links: Readonly<Record<Exclude<LinkMarkup, 'plain'>, LinkForm>> = {
  markdown: {
    words: (words) => words.replace(/[\\`*_[\]<>|&$~{}]/g, '\\$&'),
    link: (words, path, anchor) => `[${words}](${encodePath(path)}${anchor})`,
  },
  asciidoc: {
    words: asciidocWords,
    link: (words, path, anchor) => {
      const macro = /\.(?:adoc|asciidoc)$/.test(path) ? 'xref' : 'link';
      return `${macro}:${encodePath(path)}${anchor}[${words.includes('=') ? `"${words}"` : words}]`;
    },
  },
  rst: {
    words: (words) => words.replace(/[\\`<>]/g, (mark) => rstMarks[mark] ?? ''),
    link: (words, path, anchor) => `\`${words} <${encodePath(path)}${anchor}>\`__`,
  },
  org: { words: brackets, link: (words, path) => `[[file:${orgPath(path)}][${words}]]` },
};

const rstMarks: Readonly<Record<string, string>> = { '\\': '/', '`': "'", '<': '(', '>': ')' };

/** Brackets would end the link, braces name attributes, a bar ends the cell of a table, addresses are links themselves; `=` would make a list of them but between quotes. */
function asciidocWords(words: string): string {
  return brackets(words)
    .replace(/[{}`^\\]/g, '')
    .replaceAll('"', "'")
    .replaceAll('|', '&#124;')
    .replace(/([<>+])\1/g, '$1 $1')
    .replace(/[*_#~]/g, (mark, _at, whole: string) => (isPaired(whole, mark) ? entity(mark) : mark))
    .replace(address, entity);
}

/** Words of others as plain text: no emphasis, link, image, macro or HTML comes of them. They must be one line, and not begin a line. */
export function plainWords(words: string, markup: LinkMarkup): string {
  switch (markup) {
    case 'markdown':
      return links.markdown.words(words).replace(address, '\\$&');
    case 'asciidoc':
      return words
        .replace(/&(?=#?\w{1,20};)/g, '&#38;')
        .replace(/[*_`+^~{}[\]<>|"\\]|(?<!&)#/g, entity)
        .replace(address, entity);
    case 'rst':
      return words.replace(/[\\`*_|<>@]|(?<=[a-z]):(?=\S)/gi, '\\$&');
    case 'org':
      return brackets(words);
    case 'plain':
      return words;
  }
}

/** What makes a link of an address: the `@` of one for mail, and the colon before `//`. */
const address = /@(?=[\w-]+\.\w)|:(?=\/\/)/g;

function entity(mark: string): string {
  return `&#${mark.charCodeAt(0)};`;
}

function isPaired(words: string, mark: string): boolean {
  return words.indexOf(mark) !== words.lastIndexOf(mark);
}

function brackets(words: string): string {
  return words.replaceAll('[', '(').replaceAll(']', ')');
}

/** Org reads file links as they are, but for brackets and backslashes. */
function orgPath(path: string): string {
  return path.replace(/[\\[\]]/g, '\\$&');
}

/** A path as links of all formats take it: whatever is not plain is percent-encoded, parentheses and quotes too. */
export function encodePath(path: string): string {
  return path.split('/').map(encode).join('/').replace(/_$/, '%5F');
}

/** The anchor of a link, encoded; empty for none. */
export function fragment(anchor: string): string {
  return anchor === '' ? '' : `#${encode(anchor)}`;
}

function encode(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
