import { isLetterAt } from './wordBoundary';

const bareDate = /^\d{4}[-/.]?\d{2}(?:[-/.]?\d{2})?$/;
/** What parts the segments of a name: `-`, `_`, `.`, `/`, `:`, blank. */
const separators = new Set([...'-_./: \t'].map((mark) => mark.charCodeAt(0)));
const familyForm = /^\p{L}[\p{L}_-]*\d[\d-]*$/u;
const placeholderForm = /^\p{L}[\p{L}\d]*(?:[-_]\d+)*[-_](?:x+|n+|y+|#+|\?+|0+|nnn|id|number|tbd|todo)$/iu;

/** First words of standards, encodings and registers that look like ids and never are incidents of ours. */
const lookAlikes = new Set(
  (
    'utf ucs sha md crc aes rsa des hmac cve cwe ghsa iso iec ieee rfc pep ecma ansi din en bcp std http https tls ssl ssh ftp tcp udp ip ipv ' +
    'x h mp mpeg usb pci base ascii cp win windows latin koi jis euc gb big arm amd int uint float double word utc gmt cet est pst v ver version ' +
    'rev release es vt kb covid python node java go php ruby gcc clang ubuntu debian rhel centos k8s'
  ).split(' '),
);

/**
 * Whether a name is so unlike ordinary words that it may be matched wherever it stands: a letter and a digit, two segments or more
 * (`INC-7`, `PM2021-006`, `2026-05-09-login-outage`). Bare dates, numbers, words and slugs without a digit are not.
 */
export function isDistinctive(name: string): boolean {
  let hasDigit = false;
  let hasLetter = false;
  let segments = 0;
  let isInSegment = false;
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    const isDigit = unit >= 48 && unit <= 57;
    hasDigit ||= isDigit;
    hasLetter ||= !isDigit && isLetterAt(name, at) && unit !== 95 && unit !== 36;
    const isSeparator = separators.has(unit);
    if (!isSeparator && !isInSegment) segments++;
    isInSegment = !isSeparator;
  }
  return hasDigit && hasLetter && segments >= 2;
}

/**
 * The family that an id belongs to, digits replaced: `INC-7` → `INC-<n>`, `PM2021-006` → `PM<n>-<n>`.
 *
 * Nothing for what teaches no family: dates and date-slugs, numbered slugs (`003-cache`), standards such as `UTF-8` or `CVE-2024-1`.
 */
export function familyOf(id: string): string | undefined {
  if (id.length > 60 || !familyForm.test(id) || isLookAlike(id) || !isDistinctive(id)) return undefined;
  return id.replace(/\d+/g, '<n>');
}

/** Whether a name is a standard, an encoding, a version and the like: `UTF-8`, `SHA-256`, `CVE-2024-1234`. */
export function isLookAlike(name: string): boolean {
  const word = /^\p{L}+/u.exec(name)?.[0];
  return word !== undefined && lookAlikes.has(word.toLowerCase());
}

/** Whether a name only holds the place of an id: `INC-XX`, `INC-2026-XXXX`, `INC-NNN`, `INC-000`. */
export function isPlaceholder(name: string): boolean {
  return placeholderForm.test(name);
}

/** `2020-02-12`, `2026-08`, `20200212`: a date and nothing else. */
export function isBareDate(name: string): boolean {
  return bareDate.test(name) && !/^\d{4}$/.test(name);
}
