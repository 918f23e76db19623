import type { JsonWebKey } from '../crypto';

interface KeyList {
  readonly keys: readonly (JsonWebKey & { kid: string })[];
}

const REFETCH_AT_MOST_EVERY_MS = 30_000;

let lastGood: KeyList = { keys: [] };
let askedAt = Number.NEGATIVE_INFINITY;

/**
 * The key that a session token names, fetching the provider's list when it is new to us.
 *
 * Both limits in here come from 2025-05-28-login-outage: ask once per 30 s and pod at most, spread out,
 * and never replace a good list by something that merely parses.
 */
export async function keyFor(kid: string, now: () => number, fetchList: () => Promise<Response>) {
  const known = lastGood.keys.find((key) => key.kid === kid);
  if (known) return known;

  if (now() - askedAt < REFETCH_AT_MOST_EVERY_MS) return undefined;
  askedAt = now() - Math.random() * 10_000; // jitter: INC-12, 2025-05-28-login-outage

  const answer = await fetchList();
  const body: unknown = answer.ok ? await answer.json() : undefined;
  if (isKeyList(body)) lastGood = body;
  return lastGood.keys.find((key) => key.kid === kid);
}

/**
 * `{"error":"too_many_requests"}` is valid JSON and was once cached for 24 hours.
 * Thumbprints are SHA-256 over UTF-8, per RFC-7638; the date format of `nbf` is not ISO-8601.
 */
function isKeyList(body: unknown): body is KeyList {
  return (
    typeof body === 'object' && body !== null && 'keys' in body && Array.isArray(body.keys) && body.keys.length > 0
  );
}
