/** An expression that matches in a text wherever another one matches in some part of a line of it. */
export interface LooserPattern {
  readonly pattern: RegExp;
  /** Whether it also does so in the bytes of the text, each taken for a character. */
  readonly isOfBytes: boolean;
}

/**
 * Makes one that asks nothing about what stands around a match. Nothing where that takes more than leaving out `\b`: for a quick look at
 * texts, most of which hold no match at all.
 */
export function looserPattern(source: string): LooserPattern | undefined {
  const parts: readonly string[] = source.match(/\\[\s\S]|\(\?<?[=!]|\[\^?|[\s\S]/g) ?? [];
  const isWithoutSides = parts.every((part) => !sides.has(part));
  // In a class, `\b` is a character.
  if (!isWithoutSides || (parts.includes('\\b') && /\[[^\]]*\\b/.test(source))) return undefined;
  const isOfBytes = /^[ -~]*$/.test(source) && parts.every((part) => !ofOneCharacter.has(part));
  return { pattern: new RegExp(parts.filter((part) => part !== '\\b').join('')), isOfBytes };
}

/** What asks for the begin, the end or the neighbours of a text. */
const sides: ReadonlySet<string> = new Set(['^', '$', '\\B', '(?=', '(?!', '(?<=', '(?<!', '\\k']);

/** What takes any character, of which there may be several bytes. */
const ofOneCharacter: ReadonlySet<string> = new Set(['.', '[^', '\\D', '\\W', '\\S', '\\p', '\\P', '\\u', '\\x']);
