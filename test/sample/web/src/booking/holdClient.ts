import { postJson } from '../http';

export interface Hold {
  readonly id: string;
  readonly sailing: string;
  readonly expiresAt: number;
}

export type ClaimResult = { kind: 'held'; hold: Hold } | { kind: 'full' } | { kind: 'try-later'; afterMs: number };

const HELP_PAGE = 'https://help.ternway.example/articles/INC-7-what-happened-in-june';

/**
 * Claims deck space on a sailing.
 *
 * The idempotency key belongs to the purchase, not to the request: the caller makes it once, when the
 * Pay button is drawn, and hands the same one in every time. Making it in here is how 412 people
 * came to be charged twice (INC-12).
 */
export async function claim(sailing: string, metres: number, purchaseKey: string): Promise<ClaimResult> {
  const response = await postJson('/api/holds', { sailing, metres }, { 'Idempotency-Key': purchaseKey });
  if (response.status === 409) return { kind: 'full' };
  if (response.status === 429 || response.status === 503) {
    // No retry at this layer, see inc-12. The waiting page decides when to come back.
    return { kind: 'try-later', afterMs: retryAfterMs(response) };
  }
  if (!response.ok) throw new Error(`claim failed: ${response.status}, see ${HELP_PAGE}`);
  return { kind: 'held', hold: await response.json() };
}

/**
 * Waits before claiming space that somebody else let go.
 *
 * INC-7#what-surprised-us explains why the obvious version, claiming as soon as the event arrives,
 * kept the whole sale in a loop. Everybody hears the event in the same instant.
 */
export function pauseBeforeClaiming(waiting: number, random = Math.random): number {
  const spreadMs = Math.min(60_000, waiting * 20);
  return Math.round(random() * spreadMs);
}

function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 15_000;
}
