import { allSteps, type Steps } from '../steps';
import { closingBracket, indexWithin, targetEnd } from '../text/brackets';
import { citableSpans } from './citableSpans';
import type { Language } from './languages';
import { scanningText } from './scanText';

/** What stands in place of everything that is no prose. */
const hidden = '\0';

/**
 * The prose of a document at its offsets, to be searched for words: code spans, fences and links are blotted out with U+0000, a line
 * break within a paragraph is a blank, and `\n` ends a paragraph. As long as the text.
 */
export function unlinkedProse(text: string, language: Language): string {
  return allSteps(unlinkingProse(text, language));
}

/** The same in steps: some texts are long. */
export function* unlinkingProse(text: string, language: Language): Steps<string> {
  const parts: string[] = [];
  let from = 0;
  let wasBlank = true;
  yield* scanningText(text, language, (line, start, spans) => {
    const isBlank = line.trim() === '';
    const isBreak = isBlank || wasBlank || /^\s{0,12}(?:[-*+#=>|]|\d{1,3}[.)])/.test(line);
    parts.push((isBreak ? '\n' : ' ').repeat(start - from));
    let at = 0;
    for (const span of citableSpans(line, spans, language, 'comments')) {
      parts.push(hidden.repeat(span.start - at), line.slice(span.start, span.end).replaceAll('\n', ' '));
      at = span.end;
    }
    parts.push(hidden.repeat(line.length - at));
    from = start + line.length;
    wasBlank = isBlank;
  });
  parts.push('\n'.repeat(text.length - from));
  yield;
  return withoutLinks(parts.join(''));
}

/** Blots out what is linked: `[words](target)`, `[words][name]`, `[[page]]`, `link:target[words]`, `` `words <target>`_ ``, `<a>`, addresses. */
function withoutLinks(prose: string): string {
  const parts: string[] = [];
  let from = 0;
  const hide = (start: number, end: number) => {
    if (start < from) return;
    parts.push(prose.slice(from, start), hidden.repeat(end - start));
    from = end;
  };
  for (let at = prose.search(marks); at >= 0; at = nextMark(prose, Math.max(at + 1, from))) {
    const end = linkEnd(prose, at);
    if (end !== undefined) hide(startOfLink(prose, at), end);
  }
  parts.push(prose.slice(from));
  return parts.join('');
}

const marks = /[[<`]|https?:\/\//;

function nextMark(prose: string, from: number): number {
  const marker = /[[<`]|https?:\/\//g;
  marker.lastIndex = from;
  return marker.exec(prose)?.index ?? -1;
}

/** Where the link ends that begins at an offset; nothing where none begins. */
function linkEnd(prose: string, at: number): number | undefined {
  switch (prose.charAt(at)) {
    case '[': {
      if (prose.charAt(at + 1) === '[') {
        const end = indexWithin(prose, ']]', at + 2);
        return end < 0 ? undefined : end + 2;
      }
      const close = closingBracket(prose, at);
      if (close === undefined) return undefined;
      return targetEnd(prose, close) ?? (isMacro(prose, at) ? close + 1 : undefined);
    }
    case '<': {
      if (prose.charAt(at + 1) === '<') return endOf(prose, '>>', at + 2);
      if (/^<a\s/i.test(prose.slice(at, at + 3))) return endOf(prose, '</a>', at) ?? endOf(prose, '>', at);
      return endOf(prose, '>', at);
    }
    case '`': {
      const end = endOf(prose, '`_', at + 1);
      return end !== undefined && !prose.slice(at + 1, end - 2).includes('`') ? end : undefined;
    }
    default:
      return at + (/^[^\s\0<>"'`[\]]{1,600}/.exec(prose.slice(at, at + 600))?.[0].length ?? 1);
  }
}

function endOf(prose: string, mark: string, from: number): number | undefined {
  const end = indexWithin(prose, mark, from);
  return end < 0 || prose.slice(from, end).includes('\n') ? undefined : end + mark.length;
}

/** `link:target[`, `xref:target[`, `https://…[`: AsciiDoc. */
function isMacro(prose: string, at: number): boolean {
  return (
    /(?:link|xref|mailto|https?):[^\s\0[\]]{1,300}$/.test(prose.slice(Math.max(0, at - 320), at)) ||
    prose.charAt(at - 1) === hidden
  );
}

function startOfLink(prose: string, at: number): number {
  const target = /(?:link|xref):[^\s\0[\]]{1,300}$/.exec(prose.slice(Math.max(0, at - 320), at));
  return prose.charAt(at) === '[' && target ? at - target[0].length : at;
}
