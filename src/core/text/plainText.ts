import { closingBracket, indexWithin, targetEnd } from './brackets';
import type { Markup } from './markup';

/** Characters that open or close emphasis or code in each family of marks. */
const emphasis: Record<Markup, string> = { markdown: '*_~', asciidoc: '*_#', rst: '*', org: '*/_+', none: '' };
const codeMarks: Record<Markup, string> = { markdown: '`', asciidoc: '`', rst: '`', org: '=~', none: '' };

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rarr: '→',
  larr: '←',
};

/**
 * A piece of prose on one line, without the marks of its format: links keep their words, code its text, images vanish.
 *
 * `references` are the lower-case names of reference links (`[name]`) that the document defines; other brackets stay.
 * Linear in the length of the text; marks that are not closed stay as written.
 */
export function plainText(raw: string, markup: Markup = 'markdown', references?: ReadonlySet<string>): string {
  if (!mayHoldMarks(raw, markup)) return collapse(raw);
  const source = markup === 'markdown' ? raw : plainLinks(raw, markup);
  return collapse(new Unmarking(source, markup, references).run());
}

/** Whether a piece of prose may hold marks of its format: a quick look, which says yes too often. */
export function mayHoldMarks(raw: string, markup: Markup): boolean {
  return markup === 'markdown' ? /[*_`~[<\\&]/.test(raw) : markup !== 'none' && /[*_`~[<\\&{#/+=]/.test(raw);
}

/** White space to single blanks, none at the ends. */
export function collapse(text: string): string {
  return needsCollapse(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** Whether there is white space at the ends, two of it together, or any but blanks. */
function needsCollapse(text: string): boolean {
  let wasBlank = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isBlank = unit === 32;
    if ((isBlank && wasBlank) || (unit > 8 && unit < 14) || unit === 160 || unit === 0x1680 || unit > 0x1fff)
      return true;
    wasBlank = isBlank;
  }
  return wasBlank && text !== '';
}

interface Run {
  readonly piece: number;
  readonly mark: string;
  count: number;
}

class Unmarking {
  readonly #source: string;
  readonly #markup: Markup;
  readonly #references: ReadonlySet<string> | undefined;
  readonly #pieces: string[] = [];
  /** Runs that may open emphasis, innermost last. */
  readonly #open: Run[] = [];
  /** Offset of a closing bracket → offset behind the target that follows it. */
  readonly #closers = new Map<number, number>();

  constructor(source: string, markup: Markup, references: ReadonlySet<string> | undefined) {
    this.#source = source;
    this.#markup = markup;
    this.#references = references;
  }

  run(): string {
    const source = this.#source;
    let plain = 0;
    let at = 0;
    while (at < source.length) {
      const next = this.#mark(at, plain);
      if (next === undefined) at++;
      else at = plain = next;
    }
    this.#pieces.push(source.slice(plain));
    return this.#pieces.join('');
  }

  /** Deals with a mark that stands here and returns where to go on; `plain` is where the text not yet taken begins. */
  #mark(at: number, plain: number): number | undefined {
    const source = this.#source;
    const unit = source.charAt(at);
    const found = this.#replacement(at, unit);
    if (found) {
      this.#pieces.push(source.slice(plain, at), found.text);
      return found.end;
    }
    if (emphasis[this.#markup].includes(unit)) {
      this.#pieces.push(source.slice(plain, at));
      return this.#emphasis(at, unit);
    }
    return undefined;
  }

  #replacement(at: number, unit: string): { text: string; end: number } | undefined {
    if (codeMarks[this.#markup].includes(unit)) return this.#code(at, unit);
    switch (unit) {
      case '\\':
        return /[!-/:-@[-`{-~]/.test(this.#source.charAt(at + 1))
          ? { text: this.#source.charAt(at + 1), end: at + 2 }
          : undefined;
      case '!':
        return this.#markup === 'markdown' && this.#source.charAt(at + 1) === '[' ? this.#image(at) : undefined;
      case '[':
        return this.#markup === 'markdown' ? this.#bracket(at) : undefined;
      case ']': {
        const end = this.#closers.get(at);
        return end === undefined ? undefined : { text: '', end };
      }
      case '<':
        return this.#tag(at);
      case '&':
        return this.#entity(at);
      case '{':
        return this.#role(at);
      default:
        return undefined;
    }
  }

  #code(at: number, mark: string): { text: string; end: number } | undefined {
    // Only backticks count as a run: of the others it is not gone through, as it would be again from each of its marks.
    const isAlone = this.#source.charAt(at + 1) !== mark && isBorder(this.#source.charAt(at - 1));
    if (mark !== '`' && !isAlone) return undefined;
    let open = at;
    while (this.#source.charAt(open) === mark) open++;
    const fence = this.#source.slice(at, open);
    const close = indexWithin(this.#source, fence, open);
    if (close < 0) return fence.length > 1 ? { text: fence, end: open } : undefined;
    return { text: this.#source.slice(open, close), end: close + fence.length };
  }

  #image(at: number): { text: string; end: number } | undefined {
    const close = closingBracket(this.#source, at + 1);
    const end = close === undefined ? undefined : targetEnd(this.#source, close);
    return end === undefined ? undefined : { text: '', end };
  }

  #bracket(at: number): { text: string; end: number } | undefined {
    const source = this.#source;
    if (source.startsWith('[[', at)) {
      const close = indexWithin(source, ']]', at + 2);
      const inner = close < 0 ? undefined : source.slice(at + 2, close);
      if (inner !== undefined && inner !== '' && !/[[\]]/.test(inner) && source.charAt(close + 2) !== '(') {
        return { text: inner.split('|').pop() ?? inner, end: close + 2 };
      }
    }
    const close = closingBracket(source, at);
    if (close === undefined) return undefined;
    const inner = source.slice(at + 1, close);
    if (inner.startsWith('^')) return { text: '', end: close + 1 };
    const end = targetEnd(source, close) ?? (this.#references?.has(inner.toLowerCase()) ? close + 1 : undefined);
    if (end === undefined) return undefined;
    this.#closers.set(close, end);
    return { text: '', end: at + 1 };
  }

  #tag(at: number): { text: string; end: number } | undefined {
    const source = this.#source;
    if (source.startsWith('<%', at)) {
      const close = indexWithin(source, '%>', at + 2);
      return close < 0 ? undefined : { text: '', end: close + 2 };
    }
    const close = indexWithin(source, '>', at + 1);
    if (close < 0) return undefined;
    const inner = source.slice(at + 1, close);
    if (/^(?:https?|mailto):\S*$/.test(inner)) return { text: inner, end: close + 1 };
    if (!/^(?:\/?[a-z][a-z0-9]{0,20}(?:[\s/]|$)|!--)/i.test(inner)) return undefined;
    return { text: /^br\b/i.test(inner) ? ' ' : '', end: close + 1 };
  }

  #entity(at: number): { text: string; end: number } | undefined {
    const close = this.#source.slice(at, at + 10).indexOf(';');
    if (close < 0) return undefined;
    const name = this.#source.slice(at + 1, at + close);
    const text = name.startsWith('#') ? fromCodePoint(name.slice(1)) : entities[name];
    return text === undefined ? undefined : { text, end: at + close + 1 };
  }

  /** A MyST role: the name in braces directly before a code span. */
  #role(at: number): { text: string; end: number } | undefined {
    const close = indexWithin(this.#source, '}', at);
    if (close < 0 || close - at > 40 || this.#source.charAt(close + 1) !== '`') return undefined;
    return { text: '', end: close + 1 };
  }

  #emphasis(at: number, mark: string): number {
    const source = this.#source;
    let end = at;
    while (source.charAt(end) === mark) end++;
    const before = source.charAt(at - 1);
    const after = source.charAt(end);
    let count = end - at;
    const piece = this.#pieces.push('') - 1;
    const isWordy = mark !== '*' || this.#markup !== 'markdown';
    const opens = after !== '' && !/\s/.test(after) && (!isWordy || isBorder(before));
    const closes = before !== '' && !/\s/.test(before) && (!isWordy || isBorder(after));
    if (closes) count = this.#close(mark, count);
    if (count > 0 && opens) this.#open.push({ piece, mark, count });
    this.#pieces[piece] = mark.repeat(count);
    return end;
  }

  /** Takes away the innermost runs that these marks close; returns how many marks are left over. */
  #close(mark: string, count: number): number {
    let left = count;
    for (let index = this.#open.length - 1; index >= 0 && left > 0 && this.#open.length - index <= 10; index--) {
      const run = this.#open[index];
      if (!run || run.mark !== mark) continue;
      const used = Math.min(run.count, left);
      left -= used;
      run.count -= used;
      this.#pieces[run.piece] = mark.repeat(run.count);
      this.#open.length = run.count > 0 ? index + 1 : index;
    }
    return left;
  }
}

/** The words of links in formats that write them otherwise than Markdown does. */
function plainLinks(raw: string, markup: Markup): string {
  if (markup === 'org')
    return raw.replace(/\[\[([^\][]{1,500})\](?:\[([^\][]{1,500})\])?\]/g, (_, target, words) => words ?? target);
  if (markup === 'rst') {
    return raw
      .replace(/:[\w:.+-]{1,40}:(?=`)/g, '')
      .replace(/`([^`<]{1,500}) <[^`>]{1,500}>`__?/g, (_, words: string) => words)
      .replace(/`([^`<>]{1,200})`__?/g, (_, words: string) => words)
      .replace(/\b(\w{1,60})_(?=[\s.,;:)]|$)/g, (_, words: string) => words);
  }
  return raw
    .replace(/\bimage::?[^\s[\]]{1,500}\[[^\]]{0,500}\]/g, '')
    .replace(/\b(?:link:|xref:|https?:\/\/)[^\s[\]]{1,500}\[([^\]]{0,500})\]/g, (whole: string, words: string) =>
      words === '' ? whole.slice(0, -2) : words.replace(/\^$/, ''),
    )
    .replace(/<<([^<>,]{1,300})(?:,([^<>]{1,300}))?>>/g, (_, target: string, words?: string) => words ?? target);
}

function isBorder(unit: string): boolean {
  return unit === '' || !/[\p{L}\p{N}_]/u.test(unit);
}

function fromCodePoint(digits: string): string | undefined {
  const value = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  return value >= 32 && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff)
    ? String.fromCodePoint(value)
    : undefined;
}
