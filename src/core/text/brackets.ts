/** How far we look for what closes a bracket or a tag. Keeps the work linear; a longer one stays as written. */
const reach = 400;

/** The bracket that closes the one here, if it is near; brackets inside count. */
export function closingBracket(source: string, at: number): number | undefined {
  let depth = 0;
  const last = Math.min(source.length, at + reach);
  for (let index = at; index < last; index++) {
    const unit = source.charCodeAt(index);
    if (unit === 92) index++;
    else if (unit === 91 && ++depth > 4) return undefined;
    else if (unit === 93 && --depth === 0) return index;
  }
  return undefined;
}

/** Where the target behind a closing bracket ends: `(…)` or `[…]`. */
export function targetEnd(source: string, close: number): number | undefined {
  const open = source.charAt(close + 1);
  if (open === '[') {
    const end = indexWithin(source, ']', close + 2);
    return end < 0 ? undefined : end + 1;
  }
  if (open !== '(') return undefined;
  let depth = 0;
  const last = Math.min(source.length, close + reach);
  for (let index = close + 1; index < last; index++) {
    const unit = source.charCodeAt(index);
    if (unit === 40) depth++;
    else if (unit === 41 && --depth === 0) return index + 1;
  }
  return undefined;
}

/** Where `what` next stands within reach; -1 where it does not. */
export function indexWithin(source: string, what: string, from: number): number {
  const at = source.slice(from, from + reach).indexOf(what);
  return at < 0 ? -1 : from + at;
}
