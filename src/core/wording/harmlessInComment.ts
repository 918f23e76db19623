import type { CommentMarks } from '../citations/languages';
import { brokenUp } from './brokenUp';

/** A line of text in which nothing can end the comment, begin another, continue the line or call for a template to be filled in. */
export function harmlessInComment(
  text: string,
  { languageId, commentMarks }: { readonly languageId: string; readonly commentMarks?: CommentMarks | undefined },
): string {
  const blockMarks = (commentMarks?.block ?? []).flat();
  const pairs = [...meaningful, ...blockMarks.filter((mark) => mark.length > 1)];
  const closers = blockMarks.filter((mark) => mark.length === 1);
  // A backslash continues the line in C, begins a Unicode escape even in comments of Java, and escapes what follows elsewhere.
  const plain = [...withoutSpecial(text, languageId).replaceAll('\\', '/')]
    .filter((each) => !closers.includes(each))
    .join('');
  return brokenUp(plain, ['xml', 'html', 'svg', 'drawio'].includes(languageId) ? [...pairs, '--'] : pairs);
}

/** Shells of batch files and make look into comments: cmd.exe expands `%x%` in `rem`, make expands `$(x)` in recipes. */
function withoutSpecial(text: string, languageId: string): string {
  if (languageId === 'bat') return text.replace(/[%^&|<>!]/g, '');
  if (languageId === 'makefile') return text.replaceAll('$', '');
  // In Tcl braces count inside comments too.
  return languageId === 'tcl' || languageId === 'mermaid' ? text.replace(/[{}]/g, '') : text;
}

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
