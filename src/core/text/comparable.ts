/**
 * A heading or label in the form in which we compare it: lower case, without emoji and `:shortcodes:`, leading numbering, remarks in
 * brackets ("all times UTC"), trailing `#`, `:` or `?`, with plain quotes and single blanks.
 */
export function comparable(words: string): string {
  if (isBareWords(words)) return words.toLowerCase();
  let text = words;
  if (!isAscii(text)) {
    text = text
      .normalize('NFKC')
      .replace(/\p{Extended_Pictographic}|\u{fe0f}|\u{200d}/gu, '')
      .replace(/[‘’ʼ]/g, "'")
      .replace(/[‐‑–—]/g, '-');
  } else return comparableAscii(text);
  if (text.includes('(')) text = text.replace(/\([^()]{0,80}\)/g, ' ');
  return text
    .toLowerCase()
    .replace(/:[a-z+][a-z0-9_+-]{1,40}:/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^ ?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)] /, '')
    .replace(/^[^\p{L}\p{N}]{1,20}/u, '')
    .replace(/[^\p{L}\p{M}\p{N})]{1,20}$/u, '')
    .trim();
}

function comparableAscii(words: string): string {
  let text = words.toLowerCase();
  if (text.includes('(')) text = text.replace(/\([^()]{0,80}\)/g, ' ');
  if (text.includes(':')) text = text.replace(/:[a-z+][a-z0-9_+-]{1,40}:/g, ' ');
  return text
    .replace(/\s+/g, ' ')
    .replace(/^ ?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)] /, '')
    .replace(/^[^a-z0-9]{1,20}/, '')
    .replace(/[^a-z0-9)]{1,20}$/, '')
    .trim();
}

/** Whether a text is nothing but ASCII letters and figures with single blanks between them, as most headings are. */
function isBareWords(text: string): boolean {
  let wasBlank = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const lower = unit | 32;
    const isBlank = unit === 32;
    if (isBlank ? wasBlank : !(lower >= 97 && lower <= 122) && !(unit >= 48 && unit <= 57)) return false;
    wasBlank = isBlank;
  }
  return !wasBlank;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
