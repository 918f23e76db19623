import type { DiagramPiece } from '../citations/diagramAround';
import { type CommentMarks, type Language, Languages } from '../citations/languages';
import { scanText } from '../citations/scanText';
import type { ReviewDocument } from '../reviews/review';
import type { Span } from '../text/span';
import type { CitationEdit } from './citationEdit';
import { formatCitation, recognisedName } from './citationFormats';
import { takesName } from './diagramLabel';

/** How each language begins a comment on a line of its own. What is not here has none: Excalidraw keeps JSON. */
const marks: Readonly<Record<string, CommentMarks>> = {
  mermaid: { line: ['%%'] },
  plantuml: { line: ["'"] },
  dot: { line: ['//'] },
  structurizr: { line: ['//'] },
  svg: { block: [['<!--', '-->']] },
  drawio: { block: [['<!--', '-->']] },
};

/** How many lines above the cursor a place for a comment is looked for. */
const farthest = 60;

/**
 * How to cite a review at an offset of a diagram: in the comment that is there, in the label that is there, or in a comment on a line of
 * its own, at the cursor or above it. Nothing where there is no such edit.
 *
 * As elsewhere, what comes of it is looked at by the scanner before it is handed out: one comment or label is longer, or one comment more,
 * and everything else is what it was. Offsets are those of `text`, 0-based UTF-16 units.
 */
export function diagramEdit(
  review: ReviewDocument,
  passage: string | undefined,
  {
    text,
    piece,
    citations = [],
  }: { readonly text: string; readonly piece: DiagramPiece; readonly citations?: readonly Span[] },
  offset: number,
): CitationEdit | undefined {
  const language = Languages.builtIn.find({ languageId: piece.languageId });
  const drawn = text.slice(piece.start, piece.end);
  if (!language) return undefined;
  const touched = citations.find(({ start, end }) => start <= offset && offset <= end && end <= piece.end);
  const at = (touched?.end ?? offset) - piece.start;
  const diagram = { text: drawn, language, spans: spansOf(drawn, language), isListed: touched !== undefined };
  const edit =
    inComment(review, passage, diagram, at) ??
    inLabel(review, passage, diagram, at) ??
    onOwnLine(review, passage, diagram, at);
  return edit && { offset: edit.offset + piece.start, text: edit.text };
}

interface Diagram {
  readonly text: string;
  readonly language: Language;
  readonly spans: readonly Scanned[];
  /** Whether the place is just behind a citation. */
  readonly isListed: boolean;
}

type Edit = CitationEdit | undefined;

function inComment(review: ReviewDocument, passage: string | undefined, diagram: Diagram, at: number): Edit {
  const { text, language, spans, isListed } = diagram;
  const comment = spans.find(({ kind, start, end }) => kind === 'comment' && start < at && at <= end);
  // Behind the end of a block comment is not in it.
  if (!comment || (at === comment.end && /(?:-->|\*\/|'\/)$/.test(comment.written))) return undefined;
  const around = lineAround(text, at);
  const before = isListed ? `${around.before}, ` : around.before;
  const said = formatCitation(review, {
    ...placeOf(language, passage),
    isInComment: true,
    at: { before, after: isListed ? '' : around.after },
  });
  if (said === undefined) return undefined;
  const edit = { offset: at, text: isListed ? `, ${said}` : said };
  return changesOneOnly(diagram, edit, 'comment') ? edit : undefined;
}

function inLabel(review: ReviewDocument, passage: string | undefined, diagram: Diagram, at: number): Edit {
  const { text, language, spans, isListed } = diagram;
  const label = spans.find(({ kind, start, end }) => kind === 'label' && start <= at && at <= end);
  if (!label) return undefined;
  const { before, after } = lineAround(text, at);
  const isInWord = /[\p{L}\p{N}_.@#-]$/u.test(before) && /^[\p{L}\p{N}_@#-]/u.test(after);
  if (isInWord && !isListed) return undefined;
  const quoted = label.written.startsWith('"') && label.start < at && at < label.end ? { quoted: label } : {};
  const name = recognisedName(review, passage);
  if (!takesName({ languageId: language.id, text, offset: at, before, after, ...quoted }, name)) return undefined;
  const gap = /[\p{L}\p{N}_$.:,;)\]]$/u.test(before) ? ' ' : '';
  const said = isListed ? `, ${name}` : `${gap}${name}${/^[\p{L}\p{N}_$([]/u.test(after) ? ' ' : ''}`;
  const edit = { offset: at, text: said };
  return changesOneOnly(diagram, edit, 'label') ? edit : undefined;
}

function onOwnLine(review: ReviewDocument, passage: string | undefined, diagram: Diagram, at: number): Edit {
  const { text, language } = diagram;
  const commentMarks = marks[language.id];
  const first = firstPlace(text, language.id);
  if (!commentMarks || first === undefined) return undefined;
  let line = lineAround(text, Math.max(at, first));
  const isBlank = at >= first && /^[ \t>]*$/.test(line.before) && line.after.trim() === '';
  for (let count = 0; count < farthest; count++) {
    const { indentation, lineEnd, start } = line;
    const said = formatCitation(review, {
      ...placeOf(language, passage),
      commentMarks,
      isInComment: false,
      at: { before: indentation.replaceAll('>', ' '), after: '' },
    });
    if (said === undefined) return undefined;
    const isHere = isBlank && count === 0;
    const edit = { offset: isHere ? at : start, text: isHere ? said : `${indentation}${said}${lineEnd}` };
    if (addsOneOnly(diagram, edit)) return edit;
    if (start <= first) return undefined;
    line = lineAround(text, start - 1);
  }
  return undefined;
}

function placeOf({ id }: Language, passage: string | undefined) {
  return { languageId: id, isProse: false, ...(passage === undefined ? {} : { passage }) };
}

/** Before it nothing may stand: the front matter of Mermaid and the declaration of XML come first. Nothing where they do not end. */
function firstPlace(text: string, languageId: string): number | undefined {
  if (languageId === 'mermaid' && /^\s*---[ \t]*[\r\n]/.test(text)) {
    const end = /[\r\n][ \t>]*---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(text.indexOf('---') + 3));
    return end ? text.indexOf('---') + 3 + end.index + end[0].length : undefined;
  }
  if (!text.startsWith('<?xml')) return 0;
  const end = /^<\?xml[^<>]{0,500}\?>[ \t]*(?:\r\n|\n|\r)/.exec(text);
  return end ? end[0].length : undefined;
}

/** A span of one line, and what stands in it. */
interface Scanned extends Span {
  readonly kind: string;
  readonly written: string;
}

function spansOf(text: string, language: Language): Scanned[] {
  const spans: Scanned[] = [];
  scanText(text, language, (line, from, found) => {
    for (const { kind, start, end } of found) {
      spans.push({ kind, start: from + start, end: from + end, written: line.slice(start, end) });
    }
  });
  return spans;
}

/** Whether an edit adds a comment and leaves everything else as it was; blanks do not count. */
function addsOneOnly({ text, language, spans }: Diagram, edit: CitationEdit): boolean {
  const now = spoken(spansOf(edited(text, edit), language));
  const was = spoken(spans);
  const own = now.findIndex((each, index) => each !== was[index]);
  return (
    own >= 0 && now[own] === `comment ${edit.text.replace(/^[ \t>]+/, '').trim()}` && isSame(now.toSpliced(own, 1), was)
  );
}

/** Whether an edit changes one span of a kind and leaves everything else as it was. */
function changesOneOnly({ text, language, spans }: Diagram, edit: CitationEdit, kind: string): boolean {
  const now = spoken(spansOf(edited(text, edit), language));
  const was = spoken(spans);
  const changed = now.findIndex((each, index) => each !== was[index]);
  return (
    changed >= 0 &&
    now[changed]?.startsWith(`${kind} `) === true &&
    isSame(now.toSpliced(changed, 1), was.toSpliced(changed, 1))
  );
}

function spoken(spans: readonly Scanned[]): string[] {
  return spans
    .map(({ kind, written }) => `${kind} ${written.replace(/^[ \t>]+/, '').trim()}`)
    .filter((each) => / ./.test(each));
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

function edited(text: string, { offset, text: inserted }: CitationEdit): string {
  return text.slice(0, offset) + inserted + text.slice(offset);
}

function lineAround(text: string, offset: number) {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = /[\r\n]/.exec(text.slice(offset));
  const end = rest ? offset + rest.index : text.length;
  return {
    start,
    before: text.slice(start, offset),
    after: text.slice(offset, end),
    indentation: /^[ \t>]*/.exec(text.slice(start, end))?.[0] ?? '',
    lineEnd: text.includes('\r\n') ? '\r\n' : text.includes('\n') || !text.includes('\r') ? '\n' : '\r',
  };
}
