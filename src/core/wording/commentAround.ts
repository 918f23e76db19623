import { brokenUp } from './brokenUp';
import type { CitationPlace } from './citationFormats';

/**
 * The citation as code holds it: inside a comment as it is, else in a comment of its own. Nothing where it cannot stand there, or
 * where the name itself would end the comment.
 */
export function commentAround(name: string, title: string, place: CitationPlace): string | undefined {
  const { languageId, commentMarks, isInComment, at } = place;
  const safeTitle = harmless(title, place);
  if (harmless(name, place) !== name || splitsMark(place)) return undefined;
  const sentence = safeTitle === '' ? `see ${name}` : `see ${name}: ${safeTitle}`;
  if (isInComment) return /[\p{L}\p{N}]/u.test(at.before) ? name : sentence;
  // Behind a backslash a line goes on: a comment there would end it.
  if (at.before.trimEnd().endsWith('\\') || at.lineAbove?.trimEnd().endsWith('\\')) return undefined;
  const startsLine = at.before.trim() === '';
  const endsLine = at.after.trim() === '';
  const line = commentMarks?.line?.[0];
  if (line !== undefined && endsLine && (startsLine || !wholeLines.has(languageId))) return `${line} ${sentence}`;
  const block = commentMarks?.block?.[0];
  return block ? `${block[0]} ${sentence} ${block[1]}` : undefined;
}

/** Whether the place lies inside a mark, between the `*` and the `/` that end a comment. */
function splitsMark({ commentMarks, at }: CitationPlace): boolean {
  const marks = [...(commentMarks?.line ?? []), ...(commentMarks?.block ?? []).flat(), '"""', "'''"];
  const isWhole = (mark: string) => at.before.endsWith(mark) || at.after.startsWith(mark);
  return marks.some(
    (mark) =>
      !isWhole(mark) &&
      Array.from({ length: mark.length - 1 }, (_, index) => index + 1).some(
        (cut) => at.before.endsWith(mark.slice(0, cut)) && at.after.startsWith(mark.slice(cut)),
      ),
  );
}

/** Languages in which a line comment counts at the start of a line only. */
const wholeLines = new Set([
  ...[
    'bat',
    'properties',
    'dotenv',
    'ini',
    'dockerfile',
    'ignore',
    'feature',
    'gherkin',
    'makefile',
    'cobol',
    'fortran',
  ],
  ...['git-commit', 'git-rebase', 'codeowners', 'hosts', 'crontab'],
]);

/**
 * What opens or closes a comment, a string or a block of another language somewhere. A blank inside takes the meaning away
 * wherever the text is put, so that nobody needs to know which language a template or a fence is embedded in.
 */
const meaningful = [
  ...[
    '*/',
    '/*',
    '-->',
    '<!--',
    '--!>',
    '"""',
    "'''",
    '```',
    '?>',
    '<?',
    '%>',
    '<%',
    '</',
    '{-',
    '-}',
    '(*',
    '*)',
    '+/',
    '/+',
  ],
  ...[
    '|#',
    '#|',
    '=#',
    '#=',
    '#>',
    '<#',
    ']]',
    '[[',
    '${',
    '#{',
    '{{',
    '}}',
    '{%',
    '%}',
    '{#',
    '#}',
    '*}',
    '{*',
    '$(',
    '??',
  ],
];

/** A title in which nothing can end the comment, begin another, continue the line or call for a template to be filled in. */
function harmless(text: string, { languageId, commentMarks }: CitationPlace): string {
  const blockMarks = (commentMarks?.block ?? []).flat();
  const pairs = [...meaningful, ...blockMarks.filter((mark) => mark.length > 1)];
  const closers = blockMarks.filter((mark) => mark.length === 1);
  // A backslash continues the line in C, begins a Unicode escape even in comments of Java, and escapes what follows elsewhere.
  const plain = [...withoutSpecial(text, languageId).replaceAll('\\', '/')]
    .filter((each) => !closers.includes(each))
    .join('');
  return brokenUp(plain, languageId === 'xml' || languageId === 'html' ? [...pairs, '--'] : pairs);
}

/** Shells of batch files and make look into comments: cmd.exe expands `%x%` in `rem`, make expands `$(x)` in recipes. */
function withoutSpecial(text: string, languageId: string): string {
  if (languageId === 'bat') return text.replace(/[%^&|<>!]/g, '');
  if (languageId === 'makefile') return text.replaceAll('$', '');
  // In Tcl braces count inside comments too.
  return languageId === 'tcl' ? text.replace(/[{}]/g, '') : text;
}
