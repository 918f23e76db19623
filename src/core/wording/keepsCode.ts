import { type CommentSpan, commentSpans } from '../citations/commentSpans';
import type { Language } from '../citations/languages';
import type { TextEdit } from '../citations/openText';

/**
 * Says of edits of a text whether they change comments only, as the scanner sees the text before and after: all that is no comment
 * stays as it is, but for blanks, and so do the strings and the comments that the edit does not touch.
 */
export function keepsCode(text: string, language: Language): (edit: TextEdit) => boolean {
  const was = new Scanned(text, language);
  return ({ start, end, text: inserted }) => {
    const is = new Scanned(text.slice(0, start) + inserted + text.slice(end), language);
    const behind = start + inserted.length;
    return (
      was.code === is.code &&
      was.strings === is.strings &&
      was.commentsIn(0, start) === is.commentsIn(0, start) &&
      was.commentsIn(end, text.length) === is.commentsIn(behind, is.text.length)
    );
  };
}

class Scanned {
  readonly text: string;
  readonly #spans: readonly CommentSpan[];

  constructor(text: string, language: Language) {
    this.text = text;
    this.#spans = commentSpans(text, language);
  }

  /** All outside of comments, without blanks. */
  get code(): string {
    const parts: string[] = [];
    let at = 0;
    for (const { kind, start, end } of this.#spans) {
      if (kind !== 'comment') continue;
      parts.push(this.text.slice(at, start));
      at = end;
    }
    return withoutBlanks([...parts, this.text.slice(at)].join(''));
  }

  get strings(): string {
    const strings = this.#spans.filter(({ kind }) => kind === 'string');
    return strings.map(({ start, end }) => this.text.slice(start, end)).join('\0');
  }

  /** What is comment of a stretch, without blanks. */
  commentsIn(from: number, to: number): string {
    const comments = this.#spans.filter(({ kind, start, end }) => kind === 'comment' && start < to && end > from);
    return withoutBlanks(
      comments.map(({ start, end }) => this.text.slice(Math.max(start, from), Math.min(end, to))).join(''),
    );
  }
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
