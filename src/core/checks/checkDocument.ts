import type { KnownIds } from '../citations/knownIds';
import type { Finding, FindingSeverity } from '../finding';
import { LineIndex } from '../text/lineIndex';
import { checkCitation } from './checkCitation';
import type { CheckedDocument, CheckOptions, Noticed } from './checkedDocument';
import { checkLink } from './checkLink';
import { ignoredNames } from './ignoredNames';
import { touching } from './touching';

/** Codes that state no fact about what is written, but how it could be written better. */
const advice: ReadonlySet<string> = new Set(['other-spelling', 'former-id']);

/**
 * All that is to be said about the citations and links of a document, in order. Never throws.
 *
 * What a comment `precedent-ignore` names is left out. Of a published review only facts are told, at most as information.
 */
export function checkDocument(document: CheckedDocument, known: KnownIds, options: CheckOptions): Finding[] {
  const broken = options.linksAreLeft ? options.broken.filter(({ form }) => form === 'path') : options.broken;
  const links = broken.map((link) => checkLink(link, document, known));
  const isInLink = touching(options.broken);
  const cited = document.citations.flatMap((citation) => checkCitation(citation, known, options));
  const noticed = [...cited.filter((each) => !isInLink(each)), ...links].sort((a, b) => a.start - b.start);
  if (noticed.length === 0) return [];
  const isIgnored = ignoredNames(document.text, document.language);
  const isPublished = document.reviews.length > 0 && document.reviews.every(({ isDraft }) => !isDraft);
  const lines = new LineIndex(document.text);
  return noticed
    .filter(({ names, code }) => !names.some(isIgnored) && !(isPublished && advice.has(code)))
    .map((each) => toFinding(each, document, lines, isPublished));
}

function toFinding(
  { code, message, severity, start, end, fixes = [] }: Noticed,
  { path, key }: CheckedDocument,
  lines: LineIndex,
  isPublished: boolean,
): Finding {
  const { line, column } = lines.at(start);
  return {
    code,
    message,
    path,
    ...(key === undefined ? {} : { key }),
    line,
    column,
    endColumn: column + end - start,
    severity: isPublished ? atMostInformation(severity) : severity,
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

/** A published review is what its authors made it: nothing in it is a warning. */
export function atMostInformation(severity: FindingSeverity): FindingSeverity {
  return severity === 'error' || severity === 'warning' ? 'information' : severity;
}
