import type { Command } from 'commander';
import { relatedReviews } from '../../core/citations/relatedReviews';
import { printedFinding } from '../../core/finding';
import { toReview } from '../../core/reviews/review';
import { inNaturalOrder } from '../../core/text/naturalOrder';
import { openLibrary } from '../openLibrary';
import { type CommonOptions, exitCodes, withCommonOptions } from '../options';
import { reportList } from '../reportList';
import type { Terminal } from '../terminal';
import { textWidth } from '../terminalText';
import { toJson } from '../toJson';

interface Options extends CommonOptions {
  readonly omitted?: true;
}

/** `precedent list`: every review of the library, and what could not be read. */
export function addList(program: Command, terminal: Terminal): void {
  withCommonOptions(program.command('list').description('list every review, and what could not be read'), {
    isGreedy: true,
  })
    .option('--omitted', 'also list the files that are no reviews, each with its reason')
    .addHelpText('after', help)
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { library, known } = await openLibrary(options, terminal);
      const reviews = inNaturalOrder(library.reviews, ({ path }) => path);
      const problems = [...library.problems, ...known.findings].map(printedFinding);
      const omitted = options.omitted ? library.omitted.map(({ path, reason }) => ({ path, reason })) : undefined;
      const shown = reviews.map((review) => ({ ...toReview(review), related: relatedReviews(review, known) }));
      const answer = { reviews: shown, problems, ...(omitted && { omitted }) };
      await terminal.answer(options.format === 'json' ? toJson(answer) : reportList(answer, textWidth(terminal.width)));
    });
}

const help = `
JSON: {reviews: Review[], problems: Finding[]}; with --omitted also omitted: {path, reason}[].
${exitCodes}`;
