import { scanText } from '../citations/scanText';
import { readFileName } from '../reviews/fileName';
import { readFrontMatter } from '../reviews/frontMatter';
import { readOutline } from '../reviews/readOutline';
import type { DocumentFormat } from '../reviews/review';
import { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';
import { textLines } from '../text/textLine';
import type { CheckedDocument } from './checkedDocument';
import { touching } from './touching';

/** The target of a link, where it stands in the text. */
export interface LinkTarget extends Span {
  readonly target: string;
  readonly isImage: boolean;
}

type TextFormat = Exclude<DocumentFormat, 'yaml' | 'json'>;

const formats: Readonly<Record<string, TextFormat>> = {
  markdown: 'markdown',
  mdx: 'markdown',
  quarto: 'markdown',
  rmd: 'markdown',
  asciidoc: 'asciidoc',
  restructuredtext: 'rst',
  rst: 'rst',
  org: 'org',
};

/** How far behind the beginning of its line a target is looked for, in UTF-16 units: paragraphs are broken over lines. */
const reach = 2000;

/** The relative links and images of a prose document, in order; none in code, and none of addresses, wikis and modules. */
export function linkTargets(document: CheckedDocument): LinkTarget[] {
  const format = formatOf(document);
  if (!format) return [];
  const { text } = document;
  const lines = textLines(text);
  const { links, fields } = readOutline(lines.slice(readFrontMatter(lines).lineCount), format);
  // Images are sought elsewhere then.
  const isElsewhere = format === 'asciidoc' && (fields.has('imagesdir') || /^:imagesdir:/m.test(text));
  const index = new LineIndex(text);
  const isInCode = codeIn(document);
  const references = referencesIn(text);
  const found = new Map<number, LinkTarget>();
  let last = 0;
  for (const { kind, target, line } of links) {
    if (kind === 'wiki' || target === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target)) continue;
    if (kind === 'image' && isElsewhere) continue;
    const from = Math.max(index.startOf(line), last);
    const start = placeOf(text, target, from) ?? references.get(target);
    if (start === undefined || isInCode({ start, end: start + 1 })) continue;
    // CommonMark 0.31, § 6.3: blanks only between angle brackets.
    if (format === 'markdown' && /\s/.test(target) && text[start - 1] !== '<') continue;
    const end = start + target.length;
    if (start >= from) last = end;
    found.set(start, { start, end, target, isImage: kind === 'image' });
  }
  return [...found.values()];
}

/** Tells of places whether they stand in a code span or a fence. */
function codeIn({ text, language }: CheckedDocument): (place: Span) => boolean {
  const code: Span[] = [];
  if (language?.isProse) {
    scanText(text, language, (_line, start, spans) => {
      for (const span of spans) code.push({ start: start + span.start, end: start + span.end });
    });
  }
  return touching(code);
}

function formatOf({ language, reviews, path }: CheckedDocument): TextFormat | undefined {
  const format = reviews[0]?.format;
  if (format !== undefined) return format === 'yaml' || format === 'json' ? undefined : format;
  if (!language?.isProse) return undefined;
  const byName = readFileName(path);
  const named = byName.hasExtension ? byName.format : undefined;
  return formats[language.id] ?? (named === 'yaml' || named === 'json' ? undefined : named);
}

/** Where the targets of reference links stand: `[name]: target`. */
function referencesIn(text: string): ReadonlyMap<string, number> {
  const definitions = text.matchAll(/^[ \t]{0,3}\[[^\]\r\n]{1,200}\]:[ \t]{1,4}([^\s<>]{1,500})/gm);
  return new Map(
    [...definitions].map((match) => [match[1] ?? '', match.index + match[0].length - (match[1] ?? '').length]),
  );
}

/** Where a target next stands behind what opens one; without, the words of a link that say the same would be taken for it. */
function placeOf(text: string, target: string, from: number): number | undefined {
  const piece = text.slice(from, from + reach);
  for (let at = piece.indexOf(target); at >= 0; at = piece.indexOf(target, at + 1)) {
    if (/(?:[(<"':]|\[\[)$/.test(piece.slice(Math.max(0, at - 2), at))) return from + at;
  }
  return undefined;
}
