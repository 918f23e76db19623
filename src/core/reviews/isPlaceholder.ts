import { comparable } from '../text/comparable';

const placeholders = new Set([
  'title',
  'titel',
  'metadata',
  'untitled',
  'untitled document',
  'issue name',
  'incident name',
  'incident title',
  'postmortem title',
  'name of incident',
  'name of the incident',
  'service name',
  'service outage name',
  'your name',
  'name',
  'todo',
  'tbd',
  'tba',
  'tbc',
  'to be determined',
  'to be confirmed',
  'to be decided',
  'to be done',
  'wip',
  'n/a',
  'na',
  'none',
  'none yet',
  'nothing',
  'unknown',
  'xxx',
  'メタデータ',
  '無し',
  'なし',
  '未定',
]);

/** Whether a value is only what a template holds in the place of one: `TODO`, `<your name>`, `[title]`, `—`. */
export function isPlaceholder(words: string): boolean {
  const text = words.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (/^<[^<>]{0,200}>$/.test(text) || /^\[[^[\]]{0,200}\]$/.test(text) || /^\{[^{}]{0,200}\}+$/.test(text))
    return true;
  if (/^(?:y{2,4}|Y{2,4})[-/.]/.test(text) || /\b(?:YYYY|yyyy)-/.test(text)) return true;
  return text.length < 32 && placeholders.has(comparable(text));
}
