import { toSettings } from '../../src/cli/readSettings';
import { terminalText } from '../../src/cli/terminalText';
import { commentSpans } from '../../src/core/citations/commentSpans';
import { definedSymbols } from '../../src/core/citations/definedSymbols';
import { findCitations } from '../../src/core/citations/findCitations';
import { idPatternProblem } from '../../src/core/citations/idPatternProblem';
import { importsIn } from '../../src/core/citations/imports';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import { defaultRules } from '../../src/core/reviews/libraryRules';
import { parseLibraryRules } from '../../src/core/reviews/readLibraryRules';
import { readReviews } from '../../src/core/reviews/readReviews';
import { searchChunks } from '../../src/core/reviews/searchChunks';
import { soughtWords } from '../../src/core/reviews/searchQuery';
import { searchWords } from '../../src/core/reviews/searchWords';
import { findDates } from '../../src/core/text/findDates';
import { plainText } from '../../src/core/text/plainText';
import { textLines } from '../../src/core/text/textLine';
import { timeAtStart } from '../../src/core/text/timeAtStart';
import { card, cardSections } from '../../src/core/wording/card';
import { cardMarkdown } from '../../src/core/wording/cardMarkdown';
import { cardPlain } from '../../src/core/wording/cardPlain';
import { firstSentence } from '../../src/core/wording/firstSentence';
import { labelText } from '../../src/core/wording/labelText';
import { insertableLine } from '../../src/core/wording/oneLine';
import { readStoryLink } from '../../src/core/wording/storyLink';
import { decodeText } from '../../src/indexing/decodeText';
import { notebookCells } from '../../src/indexing/notebookCells';
import { cleanHtml, visibleTags } from '../../src/story/cleanHtml';
import { readToHost, readToPage } from '../../src/story/messages';
import { renderMarkdown } from '../../src/story/renderMarkdown';
import { libraryOf } from '../core/citations/libraryOf';

const known = new KnownIds(
  libraryOf(
    ['INC-7', 'INC-31', '2026-05-09-login-outage', { id: 'OPS-12', aliases: ['RCA 4', 'https://old.example/4'] }],
    {
      idPatterns: ['OUTAGE\\d{4}', '[A-Z]+-\\d+x'],
      urlTemplates: ['https://reviews.example/{id}'],
    },
  ),
);

const options = { matchIn: 'comments', path: 'docs/a.md' } as const;

/** Everything that meets text of others: takes any text, never throws, and needs time in proportion to its length. */
export const targets: Readonly<Record<string, (text: string) => unknown>> = {
  ...Object.fromEntries(
    ['md', 'adoc', 'rst', 'org', 'txt', 'yaml', 'json'].map((ending) => [
      `a review in .${ending}`,
      (text) => readAll(text, ending),
    ]),
  ),
  'rules of a library': (text) => parseLibraryRules(text, 'precedent.yaml'),
  'settings of a folder': (text) => toSettings(text, () => {}),
  'a notebook': notebookCells,
  'bytes of a file': (text) => decodeText(Uint8Array.from(text, (unit) => unit.charCodeAt(0) & 0xff)),
  dates: findDates,
  'a time': timeAtStart,
  'marks of a text': (text) => [
    plainText(text),
    plainText(text, 'asciidoc'),
    plainText(text, 'rst'),
    plainText(text, 'org'),
  ],
  'a sentence': firstSentence,
  'a label': (text) => [labelText(text, 100), insertableLine(text)],
  'words of a search': (text) => [searchWords(text), soughtWords(text)],
  imports: (text) => [importsIn(text, 'src/a.ts'), importsIn(text, 'a.py'), importsIn(text, 'a.go')],
  symbols: definedSymbols,
  'Markdown of a story': (text) => cleanHtml(renderMarkdown(text, 0, new Set())),
  'HTML of a story': (text) => cleanHtml(visibleTags(text)),
  'a line for a terminal': terminalText,
  'a link to a story': (text) => [readStoryLink('/story', text), readStoryLink(text, 'id=INC-7')],
  'a pattern of ids': (text) => idPatternProblem(text),
  ...Object.fromEntries(
    Languages.builtIn.ids.map((id) => [
      `comments of ${id}`,
      (text: string) => {
        const language = Languages.builtIn.find({ languageId: id });
        return language && [commentSpans(text, language), findCitations(text, language, known, options)];
      },
    ]),
  ),
};

/** Messages between the page of a story and its host, made of any value. */
export function readMessages(message: unknown): void {
  readToHost(message);
  readToPage(message);
}

function readAll(text: string, ending: string): unknown {
  const path = `INC-7-x.${ending}`;
  const file = { key: path, source: 's', path, pathInSource: path, text, isTruncated: false, neighbours: [path] };
  const reading = readReviews(file, defaultRules);
  if (reading.kind !== 'reviews') return reading;
  return reading.reviews.slice(0, 3).map((review) => {
    const made = card(review, { sections: cardSections, citedBy: [] });
    return [
      review.sections,
      review.moments,
      review.people,
      searchChunks(review),
      cardMarkdown(made),
      cardPlain(made),
      textLines(text),
    ];
  });
}
