import type { CitationPlace } from './citationFormats';
import { harmlessInComment } from './harmlessInComment';

/**
 * The citation as code holds it: inside a comment as it is, else in a comment of its own. Nothing where it cannot stand there, or
 * where the name itself would end the comment.
 */
export function commentAround(name: string, title: string, place: CitationPlace): string | undefined {
  const { languageId, commentMarks, isInComment, at } = place;
  const safeTitle = harmlessInComment(title, place);
  if (harmlessInComment(name, place) !== name || splitsMark(place)) return undefined;
  const words = place.words === undefined ? undefined : harmlessInComment(place.words, place);
  const sentence = words ?? (safeTitle === '' ? `see ${name}` : `see ${name}: ${safeTitle}`);
  if (isInComment) return words === undefined && /[\p{L}\p{N}]/u.test(at.before) ? name : sentence;
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
  ...['mermaid', 'plantuml', 'structurizr', 'git-commit', 'git-rebase', 'codeowners', 'hosts', 'crontab'],
]);
