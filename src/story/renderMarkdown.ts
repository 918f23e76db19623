import createMarkdown, { type MarkdownIt, type Token } from 'markdown-it';
import { visibleTags } from './cleanHtml';

/** What the rules are told of the text they render. */
interface Told {
  /** How many lines of the file stand above the text. */
  readonly above: number;
  /** 1-based lines inside of paragraphs that one can go to. */
  readonly moments: ReadonlySet<number>;
}

const engine = makeEngine();

/**
 * Markdown as HTML, each block with the 1-based line of the file it came from. To be cleaned before it is shown.
 *
 * `above` is how many lines of the file stand above the text; `moments` are lines to which one can go though no block begins there.
 */
export function renderMarkdown(text: string, above: number, moments: ReadonlySet<number>): string {
  return [...renderPieces(text, above, moments)].join('');
}

/** More than the longest reviews have: what is beyond is not rendered. */
const mostTokens = 20_000;

/**
 * The same in pieces that stand for themselves, so that a long text need not be rendered at a stretch. Answers whether it is all there
 * is: of a text with tens of thousands of parts, the beginning is rendered.
 */
export function* renderPieces(
  text: string,
  above: number,
  moments: ReadonlySet<number>,
): Generator<string, 'whole' | 'beginning'> {
  const told: Told = { above, moments };
  const env = Object.assign(Object.create(null), told);
  engine.set({ linkify: !isChained(text) });
  const all = engine.parse(text, env);
  const tokens = beginningOf(all);
  // An element of HTML may hold the headings that follow it.
  const isWhole = tokens.some(({ type }) => type === 'html_block');
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    const token = tokens[at];
    const isBorder = !token || (!isWhole && token.type === 'heading_open' && token.level === 0);
    if (!isBorder) continue;
    yield engine.renderer.render(tokens.slice(from, at), engine.options, env);
    from = at;
  }
  return tokens === all ? 'whole' : 'beginning';
}

/** Whether a word holds so many addresses that each of them would be looked for to its end: such are no links then. */
function isChained(text: string): boolean {
  for (const [word] of text.matchAll(/\S{400,}/g)) if (word.split('://').length > 20) return true;
  return false;
}

/** As many tokens as are rendered, and what closes the elements that are open then. */
function beginningOf(tokens: Token[]): Token[] {
  let count = 0;
  const open: number[] = [];
  for (const [at, { nesting, children }] of tokens.entries()) {
    count += 1 + (children?.length ?? 0);
    if (nesting > 0) open.push(at);
    else if (nesting < 0) open.pop();
    if (count > mostTokens && nesting >= 0) return [...tokens.slice(0, at + 1), ...closersOf(tokens, open, at + 1)];
  }
  return tokens;
}

/** The tokens that close those that are open, the innermost first. */
function closersOf(tokens: readonly Token[], open: readonly number[], from: number): Token[] {
  const closers: Token[] = [];
  let depth = 0;
  for (let at = from; at < tokens.length && closers.length < open.length; at++) {
    const token = tokens[at];
    depth += token?.nesting ?? 0;
    if (token && depth < -closers.length) closers.push(token);
  }
  return closers;
}

function makeEngine(): MarkdownIt {
  const markdown = createMarkdown({ html: true, linkify: true, typographer: false });
  // Addresses without a scheme are as often names of files and hosts.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.core.ruler.push('lines', ({ tokens, env }) => addLines(tokens, env as unknown as Told));
  const { rules } = markdown.renderer;
  rules.html_inline = (tokens, at) => visibleTags(tokens[at]?.content ?? '');
  rules.html_block = (tokens, at) => visibleTags(tokens[at]?.content ?? '');
  rules.softbreak = (tokens, at) => `\n${anchor(tokens[at])}`;
  rules.hardbreak = (tokens, at) => `<br>\n${anchor(tokens[at])}`;
  rules.fence = (tokens, at) => codeBlock(tokens[at], markdown);
  rules.code_block = (tokens, at) => codeBlock(tokens[at], markdown);
  return markdown;
}

function addLines(tokens: readonly Token[], { above, moments }: Told): void {
  let row = 0;
  for (const token of tokens) {
    if (token.type === 'table_open') row = (token.map?.[0] ?? 0) + above + 1;
    if (token.type === 'tr_open') {
      token.attrSet('data-line', String(row));
      row++;
    } else if (token.type === 'thead_close') row++;
    else if (token.type === 'inline') addAnchors(token, above, moments);
    else if (token.map && token.nesting >= 0) token.attrSet('data-line', String(token.map[0] + above + 1));
  }
}

/** Lines inside of a paragraph that tell a moment get a place of their own, on a line of their own. */
function addAnchors(token: Token, above: number, moments: ReadonlySet<number>): void {
  let line = (token.map?.[0] ?? 0) + above + 1;
  // Marks leave empty texts beside them.
  const children = (token.children ?? []).filter(({ type, content }) => type !== 'text' || content !== '');
  children.forEach((child, at) => {
    if (child.type !== 'softbreak' && child.type !== 'hardbreak') return;
    line++;
    if (moments.has(line)) child.attrSet('data-line', String(line));
    else if (child.type === 'softbreak' && isLabel(children.slice(at + 1, at + 5))) child.type = 'hardbreak';
  });
}

/** Whether a line begins with a bold label: `**Date:** …`, `**Date**: …`. Who writes such lines means them to stand by themselves. */
function isLabel([open, words, close, after]: readonly Token[]): boolean {
  if (open?.type !== 'strong_open' || words?.type !== 'text' || close?.type !== 'strong_close') return false;
  return words.content.trimEnd().endsWith(':') || after?.content.trimStart().startsWith(':') === true;
}

function anchor(token: Token | undefined): string {
  const line = token?.attrGet('data-line');
  if (line === null || line === undefined) return '';
  return `${token?.type === 'softbreak' ? '<br>' : ''}<span data-line="${line}"></span>`;
}

function codeBlock(token: Token | undefined, { utils }: MarkdownIt): string {
  if (!token) return '';
  const language = /^\{?([\w+#.-]{1,40})/.exec(token.info.trim())?.[1];
  const named = language === undefined ? '' : ` class="language-${utils.escapeHtml(language.toLowerCase())}"`;
  return `<pre data-line="${token.attrGet('data-line') ?? ''}"><code${named}>${utils.escapeHtml(token.content)}</code></pre>\n`;
}
