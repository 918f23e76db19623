import type { Command } from 'commander';
import type { Citation } from '../../core/citations/citation';
import type { Library } from '../../core/reviews/library';
import type { ReviewDocument } from '../../core/reviews/review';
import { splitCitationName } from '../../core/wording/citationName';
import { citedPassage } from '../../core/wording/citedPassage';
import { findReviews, onlyReview } from '../findReview';
import { openLibrary } from '../openLibrary';
import { type CommonOptions, exitCodes, withCommonOptions } from '../options';
import { reportReview } from '../reportReview';
import { scanRoot } from '../scanRoot';
import { shownReview } from '../shownReview';
import type { Terminal } from '../terminal';
import { textWidth } from '../terminalText';
import { toJson } from '../toJson';

interface Options extends CommonOptions {
  readonly path?: string;
}

/** `precedent show ID`: one review, its parts, and where it is cited. */
export function addShow(program: Command, terminal: Terminal): void {
  withCommonOptions(program.command('show').description('show one review, its sections, and where it is cited'))
    .argument('<id>', 'id of the review, or another name of it: an alias, its path, its URL')
    .option('--path <path>', 'which file is meant, where several claim the id; relative to the root')
    .addHelpText('after', help)
    .action(async (id: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const opened = await openLibrary(options, terminal);
      const cited = namedPassage(opened.library, id);
      const reviews = findReviews(opened.library, cited?.id ?? id, options.path);
      if (cited) terminal.say(whereIs(cited, reviews));
      if (options.format === 'json') onlyReview(reviews, id);
      const citing = new Map(reviews.map((review): [ReviewDocument, Citation[]] => [review, []]));
      for await (const scanned of scanRoot(opened, terminal)) {
        if (!('citations' in scanned)) continue;
        for (const { citation, found } of scanned.citations) {
          for (const review of found.reviews) citing.get(review)?.push(citation);
        }
      }
      const shown = reviews.map((review) => shownReview(review, opened.known, citing.get(review) ?? []));
      const width = textWidth(terminal.width);
      await terminal.answer(
        options.format === 'json' ? toJson(shown[0]) : shown.map((each) => reportReview(each, width)).join('\n'),
      );
    });
}

interface NamedPassage {
  readonly id: string;
  readonly passage: string;
}

/** `INC-7#what-surprised-us` taken apart, where only what stands before the passage names a review. */
function namedPassage(library: Library, name: string): NamedPassage | undefined {
  if (library.get(name).length > 0) return undefined;
  const { id, passage } = splitCitationName(name);
  return passage !== undefined && library.get(id).length > 0 ? { id, passage } : undefined;
}

/** Where the cited part stands, in a sentence: the review is shown as a whole. */
function whereIs({ id, passage }: NamedPassage, reviews: readonly ReviewDocument[]): string {
  const places = reviews.flatMap((review) => {
    const found = citedPassage(review, passage);
    if (!found) return [];
    return `${review.path}:${found.kind === 'section' ? found.section.line : found.moments[0].line}`;
  });
  if (places.length === 0) return `${id} has no passage ${passage}. These are its sections.`;
  return `${passage} stands at ${places.join(', ')}. This is the whole review.`;
}

const help = `
JSON: one Review, with sections: {heading, kind, line, passage}[] and citedBy: Citation[].
Where several files claim the id, text shows them all; JSON needs --path.
Sections that the library excludes ("Sensitive findings") are not shown.
${exitCodes}`;
