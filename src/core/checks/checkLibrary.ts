import type { KnownIds } from '../citations/knownIds';
import { Languages } from '../citations/languages';
import type { Finding } from '../finding';
import type { ReviewDocument } from '../reviews/review';
import { atMostInformation } from './checkDocument';
import { ignoredNames } from './ignoredNames';

/**
 * All that is to be said about the files of the library, in the order of their paths: what could not be read, ids that several reviews
 * claim, and what is wrong in its rules. Of a published review facts are told at most as information.
 */
export function checkLibrary(known: KnownIds): Finding[] {
  const { library } = known;
  return [...library.problems, ...known.findings].flatMap((finding) => {
    const reviews = finding.key === undefined ? [] : library.in(finding.key);
    if (reviews.length === 0) return [finding];
    if (finding.code === 'duplicate-id' && reviews.some(isIdIgnored)) return [];
    return [
      reviews.some(({ isDraft }) => isDraft) ? finding : { ...finding, severity: atMostInformation(finding.severity) },
    ];
  });
}

function isIdIgnored({ text, id }: ReviewDocument): boolean {
  return ignoredNames(text, Languages.builtIn.find({ languageId: 'markdown' }))(id);
}
