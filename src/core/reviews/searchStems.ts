const shortest = 3;

/**
 * What the forms of an English word have in common: `cache`, `cached` and `caching` are one, so are `retry` and `retries`. Words with
 * other letters or with figures stay as they are; those that only look alike may fall together, which is why this finds what resembles
 * a text, and never what somebody asked for.
 *
 * `word` as `foldWord` makes it.
 */
export function stemOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const bare = withoutEnding(word);
  const single = /([bdfgklmnprt])\1$/.test(bare) && bare.length > shortest + 1 ? bare.slice(0, -1) : bare;
  return single.replace(/[ey]$/, '').replace(/i$/, '');
}

function withoutEnding(word: string): string {
  for (const ending of ['ings', 'ing', 'ied', 'ies', 'ed', 'ers', 'er', 'es', 's']) {
    if (!word.endsWith(ending) || word.length - ending.length < shortest) continue;
    if (ending === 's' && /(?:s|u|i)s$/.test(word)) return word;
    return word.slice(0, -ending.length);
  }
  return word;
}
