import type { Finding } from '../finding';
import { isDraft } from './chooseFacts';
import { displayTitle } from './chooseTitle';
import type { FrontMatter } from './frontMatter';
import { type OpenReview, openReview, type ReviewSource, type TextParts } from './openReview';
import { originsOf, readFacts } from './readFacts';
import { readPassages } from './readPassages';
import type { ReviewFile } from './readReviews';
import { readStory } from './readStory';
import type { ReviewDocument } from './review';
import { toldReview } from './toldReview';

/**
 * Makes a review of a text. `read` reads the text, the same each time; `open` is what its facts are chosen from.
 *
 * The facts, by which a library is listed and cited, are read at once. The story takes more time and memory than all else, and most
 * reviews of a large library are never opened: when somebody first asks for a part of it, the text is read once more.
 */
export function makeReview(
  source: ReviewSource,
  read: () => TextParts,
  open: OpenReview = openReview(source, read()),
): ReviewDocument {
  const { file, format, part } = source;
  const facts = readFacts(open);
  const { id, title, date, status, severity, services, tags, people } = facts;
  return toldReview(
    {
      key: file.key,
      source: file.source,
      path: file.path,
      format,
      id: id.value,
      idFrom: id.from,
      aliases: id.aliases,
      title: displayTitle(title.value, id.value),
      rawTitle: title.value,
      ...(date && { date: date.value }),
      ...(status && { status: status.value }),
      ...(severity && { severity: severity.value }),
      services: services?.value ?? [],
      tags: tags?.value ?? [],
      people: people?.value ?? [],
      text: file.text,
      ...(part ? { startsAt: { offset: part.start, line: part.line } } : {}),
      isDraft: isDraft(open.parts, status?.value),
      isTruncated: file.isTruncated,
      ...(open.sections.some(({ kind }) => kind === 'excluded') ? {} : { hidesNothing: true }),
      findings: findingsOf(file, open.front),
    },
    () => readStory(openReview(source, read()), [id.value, ...id.aliases], originsOf(facts)),
    () => readPassages(source, read),
  );
}

function findingsOf(file: ReviewFile, front: FrontMatter): Finding[] {
  const findings: Finding[] = [];
  if (front.problem) {
    const message = `The front matter cannot be read in full. ${front.problem.message} The text below it is indexed; mend line ${front.problem.line} to have its fields too.`;
    findings.push({
      code: 'unreadable-front-matter',
      message,
      path: file.path,
      line: front.problem.line,
      severity: 'warning',
    });
  }
  if (file.isTruncated) {
    const message =
      'The document is longer than 256 kB. Only its beginning is indexed and searched; divide it to have the rest too.';
    findings.push({ code: 'too-long', message, path: file.path, severity: 'information' });
  }
  return findings;
}
