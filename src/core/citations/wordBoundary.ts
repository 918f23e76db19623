/** Scripts that write without spaces, or hang particles on a word: an id beside them stands alone (`INC-7の障害`). */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;

/** Words that English hangs on an id with a hyphen: `INC-7-related`. */
const suffix = /-(?:related|style|like|era|type|class|shaped|induced)(?![\w-])/y;

/**
 * Whether the character at an offset belongs to a word: letters and digits of any alphabet, `_` and `$`.
 *
 * Outside the text there is no word. Letters of scripts without spaces (Japanese, Chinese, Korean, Thai…) do not count, because an
 * id stands directly between them.
 */
export function isWordAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 128) return isAsciiWord(unit) || unit === 36;
  return isLetterAt(text, index) && !unspaced.test(characterAt(text, index));
}

/** Whether the character at an offset is a letter or digit of any script, `_` or `$`. */
export function isLetterAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 128) return isAsciiWord(unit) || unit === 36;
  return !Number.isNaN(unit) && letterOrDigit.test(characterAt(text, index));
}

/** The whole character of which an offset is a part. */
function characterAt(text: string, index: number): string {
  const unit = text.charCodeAt(index);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff && index > 0;
  return String.fromCodePoint(text.codePointAt(isLowSurrogate ? index - 1 : index) ?? 0);
}

/** Whether a name may begin here: not inside `XINC-7`, `my_INC-7`, `PAY-INC-7`; but in `_INC-7_` and `post-INC-7`. */
export function mayBeginAt(text: string, index: number): boolean {
  let before = index - 1;
  if (text[before] === '-') return isOwnWordBehindHyphen(text, index);
  while (text[before] === '_') before--;
  return !isWordAt(text, before);
}

/**
 * Whether a name may end just before `index`: not inside `INC-77`, `INC-7_old`, `INC-7-2`, `INC-7.5`, `INC-7..9`; but in `INC-7.`, `INC-7's`,
 * `INC-7.md` and `INC-7-related`.
 */
export function mayEndAt(text: string, index: number): boolean {
  let next = index;
  while (text[next] === '_') next++;
  if (isWordAt(text, next)) return false;
  if (next > index) return true;
  if (text[next] === '-') {
    suffix.lastIndex = next;
    return !isWordAt(text, next + 1) || suffix.test(text);
  }
  while (text[next] === '.') next++;
  return next === index || !isDigit(text.charCodeAt(next));
}

/** `post-INC-7`: a lower-case word before the hyphen, capitals behind it. Anything else is one longer name. */
function isOwnWordBehindHyphen(text: string, index: number): boolean {
  const first = text.charCodeAt(index);
  if (first < 65 || first > 90) return !isWordAt(text, index - 2) && text[index - 2] !== '-';
  let at = index - 2;
  while (at >= 0 && isLowerCase(text.charCodeAt(at))) at--;
  return !isWordAt(text, at) && text[at] !== '-';
}

function isAsciiWord(unit: number): boolean {
  return isDigit(unit) || (unit >= 65 && unit <= 90) || isLowerCase(unit) || unit === 95;
}

function isLowerCase(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
