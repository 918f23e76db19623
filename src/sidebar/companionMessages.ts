/** A passage as the page shows it: plain text throughout, which the page never takes for anything else. */
export interface CompanionEntry {
  /** What the page calls it when something is to be done with it. */
  readonly number: number;
  readonly title: string;
  /** Id and date. */
  readonly about: string;
  readonly heading: string;
  /** The first lines of the passage; the words that matched are marked. */
  readonly excerpt: readonly { readonly text: string; readonly isMatched: boolean }[];
  readonly matched: readonly string[];
  readonly isCited: boolean;
  /** What a screen reader calls it: the title and where in the review. */
  readonly name: string;
}

/** What the host tells the page of the Companion. */
export type ToCompanion =
  | {
      readonly type: 'show';
      readonly entries: readonly CompanionEntry[];
      /** A sentence where there are no entries, and what can be done about it. */
      readonly sentence: string;
      readonly offers: readonly { readonly offer: CompanionOffer; readonly label: string }[];
      readonly words: CompanionWords;
      /** Whether somebody asked for it: then it does not wait until they have left the page. */
      readonly isAsked: boolean;
    }
  /** An entry was put away. */
  | { readonly type: 'gone'; readonly entry: number }
  /** An entry was cited. */
  | { readonly type: 'cited'; readonly entry: number };

/** The words of the page, in the language of the editor. */
export interface CompanionWords {
  readonly list: string;
  readonly cite: string;
  readonly beside: string;
  readonly dismiss: string;
  readonly cited: string;
  readonly matched: string;
}

const actions = ['cite', 'beside', 'dismiss'] as const;
/** What can be done with an entry. */
export type CompanionAction = (typeof actions)[number];

const offers = ['search', 'restore', 'settings'] as const;
/** What can be done where there are no entries. */
export type CompanionOffer = (typeof offers)[number];

/** What the page tells the host. Entries are numbers that the host gave out; nothing is a name, a path or a text. */
export type ToCompanionHost =
  | { readonly type: 'ready' }
  | { readonly type: 'do'; readonly action: CompanionAction; readonly entry: number }
  | { readonly type: 'offer'; readonly offer: CompanionOffer }
  /** The focus has come to an entry, or to something that is none. */
  | { readonly type: 'at'; readonly entry?: number };

/** A message from the page; nothing for what is none. */
export function readToCompanionHost(message: unknown): ToCompanionHost | undefined {
  if (!isRecord(message)) return undefined;
  const { type, entry } = message;
  if (type === 'ready') return { type };
  if (type === 'at') return entry === undefined ? { type } : isCount(entry) ? { type, entry } : undefined;
  if (type === 'offer') {
    const offer = offers.find((each) => each === message.offer);
    return offer && { type, offer };
  }
  const action = actions.find((each) => each === message.action);
  return type === 'do' && action && isCount(entry) ? { type, action, entry } : undefined;
}

/** A message from the host; nothing for what is none. */
export function readToCompanion(message: unknown): ToCompanion | undefined {
  if (!isRecord(message)) return undefined;
  const { type, entry } = message;
  if (type === 'gone' || type === 'cited') return isCount(entry) ? { type, entry } : undefined;
  return isShow(message) ? message : undefined;
}

function isShow(message: object): message is Extract<ToCompanion, { type: 'show' }> {
  if (!('type' in message && 'entries' in message && 'offers' in message && 'words' in message)) return false;
  const { type, entries, offers: offered, words } = message;
  return type === 'show' && Array.isArray(entries) && Array.isArray(offered) && isRecord(words);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1e9;
}
