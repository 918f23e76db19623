/** What JSON may hold as it is and a terminal must not see, or a reader cannot: see {@link terminalText}. */
const unseen = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** An answer as JSON for people and programs: indented, and safe to be shown, since what cannot be seen is escaped. */
export function toJson(answer: unknown): string {
  const json = JSON.stringify(answer, undefined, 2)
    .replace(unseen, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/##(?=\[|vso\[)/gi, '\\u0023#');
  return `${json}\n`;
}
