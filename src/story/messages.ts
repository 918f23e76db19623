/** What the host tells the page of a story. */
export type ToPage =
  | {
      readonly type: 'story';
      /** Cleaned by the host; the page cleans it again. */
      readonly html: string;
      /** Whether that is all of it; else the page asks for what follows. */
      readonly isAll: boolean;
      /** What the page gives back when VS Code makes the panel again after a reload. */
      readonly review: StoryName;
    }
  /** What follows in the page's `main`, in pieces; as clean. */
  | { readonly type: 'rest'; readonly pieces: readonly string[] }
  /** Go to the element with this id. */
  | { readonly type: 'go'; readonly to: string }
  /** Go to the next (1) or the previous (-1) moment of the timeline. */
  | { readonly type: 'step'; readonly by: 1 | -1 }
  /** Say what the reader is at, to ask a question about it: what came from this line, else what is selected, has the focus or is at the top. */
  | { readonly type: 'ask'; readonly line?: number };

/** What the page tells the host. Nothing in it is a path or an address: numbers and names are looked up. */
export type ToHost =
  | { readonly type: 'ready' }
  /** The beginning of a long story is drawn: send the rest. */
  | { readonly type: 'rest' }
  /** Open what the link with this number leads to. */
  | { readonly type: 'follow'; readonly target: number }
  /** The reader has come to this line of the source, and to this passage or moment. */
  | { readonly type: 'place'; readonly line: number; readonly passage?: string }
  | { readonly type: 'copy'; readonly passage: string }
  /** The reader has a question about these words, which came from this line. */
  | { readonly type: 'ask'; readonly line: number; readonly words: string; readonly passage?: string }
  /** Change the reader's question with this number, or take it back. */
  | { readonly type: 'note'; readonly note: number; readonly to: 'change' | 'remove' }
  /** The reader has come to the end of what the review tells. */
  | { readonly type: 'end' };

/** Which review a story tells. */
export interface StoryName {
  readonly key: string;
  readonly id: string;
}

/** What the page keeps over a reload of the window. */
export interface StoryState {
  readonly review: StoryName;
  /** 1-based line of the source at the top of the window. */
  readonly line: number;
}

/** A message from the page; nothing for what is none. */
export function readToHost(message: unknown): ToHost | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.type) {
    case 'ready':
    case 'rest':
      return { type: message.type };
    case 'follow':
      return isCount(message.target) ? { type: 'follow', target: message.target } : undefined;
    case 'place': {
      const { line, passage } = message;
      if (!isCount(line) || (passage !== undefined && !isShort(passage))) return undefined;
      return { type: 'place', line, ...(passage === undefined ? {} : { passage }) };
    }
    case 'ask': {
      const { line, words, passage } = message;
      if (!isCount(line) || !isShort(words) || (passage !== undefined && !isShort(passage))) return undefined;
      return { type: 'ask', line, words, ...(passage === undefined ? {} : { passage }) };
    }
    case 'note': {
      const { note, to } = message;
      return isCount(note) && (to === 'change' || to === 'remove') ? { type: 'note', note, to } : undefined;
    }
    case 'end':
      return { type: 'end' };
    case 'copy':
      return isShort(message.passage) ? { type: 'copy', passage: message.passage } : undefined;
    default:
      return undefined;
  }
}

/** A message from the host; nothing for what is none. */
export function readToPage(message: unknown): ToPage | undefined {
  if (!isRecord(message)) return undefined;
  const { type, html, isAll, pieces, to, by, line } = message;
  if (type === 'story') {
    const review = readName(message.review);
    return review && typeof html === 'string' ? { type, html, isAll: isAll !== false, review } : undefined;
  }
  if (type === 'rest') return isTexts(pieces) ? { type, pieces } : undefined;
  if (type === 'go') return isShort(to) ? { type, to } : undefined;
  if (type === 'step') return by === 1 || by === -1 ? { type, by } : undefined;
  if (type === 'ask') return isCount(line) ? { type, line } : { type };
  return undefined;
}

/** What a page kept; nothing for what is none. */
export function readState(state: unknown): StoryState | undefined {
  if (!isRecord(state)) return undefined;
  const review = readName(state.review);
  return review && { review, line: isCount(state.line) ? state.line : 1 };
}

function readName(name: unknown): StoryName | undefined {
  if (!isRecord(name)) return undefined;
  const { key, id } = name;
  return typeof key === 'string' && key.length < 10_000 && isShort(id) ? { key, id } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e9;
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 1000;
}
