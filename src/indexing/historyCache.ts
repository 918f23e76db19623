import type { KnownIds } from '../core/citations/knownIds';
import type { Languages } from '../core/citations/languages';
import type { ReadHistory } from './readHistory';

/** Grows when what is kept, or how it is found, changes. */
const schema = 1;

/** What a history depends on beside its commits, in one word: where it is another, what was read before does not count. */
export function historyFingerprint(
  known: KnownIds,
  languages: Languages,
  settings: readonly unknown[],
): Promise<string> {
  const reviews = known.library.reviews.map(({ id, aliases, path }) => [id, aliases, path]);
  const sources = known.library.sources.map(({ path, rules }) => [path, rules]);
  return digest(JSON.stringify([schema, reviews, sources, languages.ids, settings]));
}

/** A history as it is kept in a file: a line that tells whether it is whole and what it depends on, and JSON. */
export async function toHistoryCache(history: ReadHistory, fingerprint: string): Promise<string> {
  const body = JSON.stringify(history);
  return `${await headerOf(body, fingerprint)}\n${body}`;
}

/** The history that was kept; nothing where anything is in doubt. */
export async function fromHistoryCache(text: string, fingerprint: string): Promise<ReadHistory | undefined> {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== (await headerOf(body, fingerprint))) return undefined;
  return JSON.parse(body);
}

async function headerOf(body: string, fingerprint: string): Promise<string> {
  return `precedent-history ${schema} ${fingerprint} ${body.length} ${await digest(body)}`;
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
