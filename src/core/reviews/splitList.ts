/** How long one name may be; what is longer is a sentence. */
const longestName = 60;

/**
 * Names that stand in one line, divided by commas (also `、` and `;`) outside brackets. Where a part is too long for a name it was a
 * sentence, and stays whole.
 */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (isLetter(text.charCodeAt(at))) continue;
    if ('([{（［「'.includes(unit)) depth++;
    else if (')]}）］」'.includes(unit)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (unit === '、' || unit === '，' || unit === ';' || isComma(text, at))) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  const names = parts.map((part) => part.trim()).filter((part) => part !== '');
  return names.some((name) => name.length > longestName) ? [text.trim()] : names;
}

/** What was affected: as {@link splitList}, but words that tell where, such as "sensors on A, B and C", belong to all names and stay whole. */
export function splitServices(text: string): string[] {
  const names = splitList(text);
  const tellsWhere = names.length > 1 && /\s(?:on|in|at)\s/.test(names[0] ?? '') && /\sand\s/.test(names.at(-1) ?? '');
  return tellsWhere ? [text.trim()] : names;
}

/** A name in brackets that lead nowhere, such as `[Ada Lovelace]`, without them; `[your name]` stays, as a placeholder. */
export function withoutBrackets(text: string): string {
  const inner = /^\[([^\][]{3,60})\]$/.exec(text.trim())?.[1];
  const isName = inner !== undefined && /^\p{Lu}[\p{L}.'-]{1,30}(?: \p{Lu}[\p{L}.'-]{0,30}){1,3}$/u.test(inner);
  return isName && !/\b(?:name|title|your|incident|author|owner|person)\b/i.test(inner) ? inner : text;
}

/** A name without the address or the remark in brackets behind it: `Ada Lovelace (SRE) <ada@example.com>` is `Ada Lovelace`. */
export function withoutRemark(name: string): string {
  return name
    .replace(/(\S)\s{0,3}<[^<>\s]{1,100}@[^<>\s]{1,100}>$/, '$1')
    .replace(/([^\s(（])\s{0,3}[(（][^()（）]{1,80}[)）]$/, '$1')
    .trim();
}

/** Names of people: as {@link splitList}, also divided by "and" and `&`, initials by blanks, each without remarks. */
export function splitPeople(text: string): string[] {
  if (/^(?:[A-Z]{2,3}\s{1,3}){1,30}[A-Z]{2,3}$/.test(text.trim())) return text.trim().split(/\s+/);
  const parts = splitList(text);
  if (parts.some((part) => part.length > longestName)) return parts;
  return parts
    .flatMap((part) => (part.includes('(') ? [part] : part.split(/\s(?:and|und|et|y|&)\s/)))
    .map((part) => withoutRemark(withoutBrackets(part).replace(/^(?:and|und|et|(?:asked|interviewed|told) by)\s/i, '')))
    .filter((part) => part !== '');
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 32;
}

/** A comma between figures divides nothing. */
function isComma(text: string, at: number): boolean {
  return text.charAt(at) === ',' && !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)));
}
