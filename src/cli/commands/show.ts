import type { Command } from 'commander';
import type { Citation } from '../../core/citations/citation';
import type { ReviewDocument } from '../../core/reviews/review';
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
      const reviews = findReviews(opened.library, id, options.path);
      if (options.format === 'json') onlyReview(reviews, id);
      const cited = new Map(reviews.map((review): [ReviewDocument, Citation[]] => [review, []]));
      for await (const scanned of scanRoot(opened, terminal)) {
        if (!('citations' in scanned)) continue;
        for (const { citation, found } of scanned.citations) {
          for (const review of found.reviews) cited.get(review)?.push(citation);
        }
      }
      const shown = reviews.map((review) => shownReview(review, opened.known, cited.get(review) ?? []));
      const width = textWidth(terminal.width);
      await terminal.answer(
        options.format === 'json' ? toJson(shown[0]) : shown.map((each) => reportReview(each, width)).join('\n'),
      );
    });
}

const help = `
JSON: one Review, with sections: {heading, kind, line, passage}[] and citedBy: Citation[].
Where several files claim the id, text shows them all; JSON needs --path.
Sections that the library excludes ("Sensitive findings") are not shown.
${exitCodes}`;
