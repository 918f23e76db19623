import { type Command, InvalidArgumentError } from 'commander';
import { LibrarySearch, toSearchResult } from '../../core/reviews/search';
import { startPace } from '../../indexing/pace';
import { openLibrary } from '../openLibrary';
import { type CommonOptions, exitCodes, withCommonOptions } from '../options';
import { reportSearch } from '../reportSearch';
import type { Terminal } from '../terminal';
import { textWidth } from '../terminalText';
import { toJson } from '../toJson';

interface Options extends CommonOptions {
  readonly limit?: number;
}

/** Results that a person looks through. */
const usualLimit = 20;

/** `precedent search WORDS`: passages of reviews in which the words stand. */
export function addSearch(program: Command, terminal: Terminal): void {
  withCommonOptions(program.command('search').description('find passages of reviews by their words'))
    .argument('<words...>', 'what to look for; typos and beginnings of words are found, too')
    .option('--limit <number>', `how many passages to print, best first (default: ${usualLimit})`, toLimit)
    .addHelpText('after', help)
    .action(async (words: readonly string[], _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { library } = await openLibrary(options, terminal);
      const search = new LibrarySearch(library);
      const pace = startPace();
      for (const _ of search.preparing()) await pace();
      const hits = search.findPassages(words.join(' '), options.limit ?? usualLimit);
      const answer = { results: hits.map(toSearchResult) };
      await terminal.answer(options.format === 'json' ? toJson(answer) : reportSearch(hits, textWidth(terminal.width)));
    });
}

function toLimit(value: string): number {
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1) throw new InvalidArgumentError('It must be a whole number above 0.');
  return limit;
}

const help = `
Bodies and transcripts are searched; sections that the library excludes ("Sensitive findings") are not.

JSON: {results: {id, title, path, heading, excerpt, matched, score}[]}, best first.
${exitCodes}`;
