import { quotedText } from '../../core/reviews/quotedText';
import type { DocumentFormat } from '../../core/reviews/review';
import { type TextLine, textLines } from '../../core/text/textLine';
import { oneLine } from '../../core/wording/oneLine';

/** Remarks to authors, which no reader of the rendered document sees, by format: a whole line each. */
const remarks: Readonly<Partial<Record<DocumentFormat, RegExp>>> = {
  asciidoc: /^\/\//,
  rst: /^\.\. (?!\w[\w-]{0,40}::)/,
  org: /^# /,
};

/**
 * A stretch of a document as a reader sees it, a paragraph, item or row each: plain text on one line, lines of code as they stand.
 *
 * Comments are left out: what readers of the document do not see, agents are not told either. Linear; never throws.
 */
export function storyLines(text: string, format: DocumentFormat): readonly string[] {
  const told: string[] = [];
  let open: string[] = [];
  let fence: string | undefined;
  const isData = format === 'yaml' || format === 'json';
  const close = () => {
    const words = oneLine(quotedText(open.join('\n'), format));
    if (words !== '') told.push(words);
    open = [];
  };
  for (const { text: line } of visibleLines(text, format)) {
    const trimmed = line.trim();
    const mark = /^(?:`{3,}|~{3,})/.exec(trimmed)?.[0];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      else if (trimmed !== '') told.push(oneLine(line));
    } else if (mark !== undefined) {
      close();
      fence = mark;
    } else if (trimmed === '') {
      close();
    } else {
      if (isData || /^(?:[-*+•|>] ?|\d{1,3}[.)] )/.test(trimmed)) close();
      open.push(line);
    }
  }
  close();
  return told;
}

function visibleLines(text: string, format: DocumentFormat): readonly TextLine[] {
  const remark = remarks[format];
  const lines = textLines(withoutComments(text));
  return remark ? lines.filter((line) => !remark.test(line.text)) : lines;
}

/** Without `<!-- … -->`; one that does not end goes to the end of the text. */
function withoutComments(text: string): string {
  let rest = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    if (start < 0) return rest + text.slice(at);
    rest += text.slice(at, start);
    const end = text.indexOf('-->', start + 4);
    if (end < 0) return rest;
    at = end + 3;
  }
}
