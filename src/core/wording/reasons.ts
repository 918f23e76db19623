import type { ReviewDocument } from '../reviews/review';
import { citedPassage } from './citedPassage';
import { cutText } from './cutText';
import { firstSentence } from './firstSentence';
import { insertableLine } from './oneLine';
import { isExcluded, isInTranscript, isQuotable, passageText } from './passageText';

/** What a sentence of a review tells. */
export type ReasonKind = 'passage' | 'surprise' | 'difficulty' | 'contributor' | 'summary';

/** A sentence of a review that can stand in a comment as the reason for what is written there. */
export interface Reason {
  readonly kind: ReasonKind;
  /** One line without what cannot be seen; ends as a sentence ends. */
  readonly text: string;
}

/** As many as one takes in at a glance. */
const most = 3;

/** Shorter ones lean on the next ("The flat line."), longer ones are no comment, in UTF-16 units. */
const shortest = 45;
const longest = 260;

/** What tools read in comments: a sentence that says such a thing would switch something on or off. */
const instruction = new RegExp(
  [
    '[@\\\\](?:ts-|jsx|type\\b|suppress)',
    `\\b(?:${[
      ...['eslint', 'prettier', 'biome', 'deno', 'tslint', 'jshint', 'jslint', 'pylint', 'flake8', 'ruff', 'mypy'],
      ...[
        'pyright',
        'rubocop',
        'stylelint',
        'swiftlint',
        'ktlint',
        'detekt',
        'checkstyle',
        'istanbul',
        'c8',
        'shellcheck',
      ],
      ...['hadolint', 'yamllint', 'markdownlint', 'cspell', 'codespell', 'clang-format', 'clang-tidy', 'golangci'],
      ...['precedent', 'cppcheck', 'checkov', 'tfsec', 'trivy', 'phpcs', 'phpstan', 'psalm'],
    ].join('|')})[-:=\\s]{1,2}(?:ignore|disable|enable|skip|off|on|expect|next|file|line)`,
    '\\b(?:type|mode|coding|encoding|fmt|lint|global|globals|exported|vim|vi|ex|isort|yapf): ?\\w',
    '\\b(?:noqa|nolint|nolintnextline|nosonar|nosec|noinspection|frozen_string_literal|sourcemappingurl|go:\\w)|-\\*-',
  ].join('|'),
  'i',
);

/**
 * The sentences of a review to choose from as the reason in a comment, at most three: of the cited passage, then what surprised people,
 * what was difficult and what contributed, one of each before a second; the summary where the review tells none of them.
 *
 * Never words of a transcript or of what is excluded, and never what tools would read as an instruction.
 */
export function reasonsIn(review: ReviewDocument, passage?: string): readonly Reason[] {
  const told: readonly (readonly Reason[])[] = [
    reasons('passage', passage === undefined ? [] : passageOf(review, passage)),
    reasons('surprise', review.surprises),
    reasons('difficulty', review.difficulties),
    reasons('contributor', review.contributors),
  ];
  const inTurn = Array.from({ length: most }, (_, turn) => told.flatMap((each) => each.slice(turn, turn + 1))).flat();
  const found = inTurn.length > 0 ? inTurn : reasons('summary', [review.summary ?? review.firstParagraph ?? '']);
  const texts = found.map(({ text }) => text);
  return found.filter(({ text }, at) => texts.indexOf(text) === at).slice(0, most);
}

function reasons(kind: ReasonKind, items: readonly string[]): readonly Reason[] {
  return items
    .slice(0, 12)
    .map((item) => ({ kind, text: opening(insertableLine(item.slice(0, 2000))) }))
    .filter(({ text }) => text !== '' && !instruction.test(text))
    .sort((a, b) => Number(a.text.endsWith('…')) - Number(b.text.endsWith('…')));
}

/** The cited passage as far as it may be quoted: what stands under the heading, or what happened in that minute. */
function passageOf(review: ReviewDocument, passage: string): readonly string[] {
  const cited = citedPassage(review, passage);
  if (cited?.kind === 'section') return isQuotable(review, cited.section) ? [passageText(review, cited.section)] : [];
  return (cited?.moments ?? [])
    .filter(({ kind, start }) => kind === 'timeline' && !isInTranscript(review, start) && !isExcluded(review, start))
    .map(({ text }) => text);
}

/** The sentence with which a line begins; with the next where it is short, cut where it is long. */
function opening(line: string): string {
  let end = 0;
  while (end < line.length && end < shortest) {
    const rest = line.slice(end);
    const blank = rest.length - rest.trimStart().length;
    const next = end + blank + firstSentence(rest.trimStart()).length;
    if (end > 0 && next > longest) break;
    end = next;
  }
  const text = line.slice(0, end);
  if (text.length > longest) return cutText(text, longest - 60);
  return /[\p{L}\p{N})]$/u.test(text) ? `${text}.` : text;
}
