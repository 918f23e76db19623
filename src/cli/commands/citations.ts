import type { Command } from 'commander';
import type { Citation } from '../../core/citations/citation';
import { openLibrary } from '../openLibrary';
import { type CommonOptions, exitCodes, withCommonOptions } from '../options';
import { pathsInRoot } from '../pathsInRoot';
import { reportCitations, reportSkipped } from '../reportCitations';
import { scanRoot } from '../scanRoot';
import type { Terminal } from '../terminal';
import { textWidth } from '../terminalText';
import { toJson } from '../toJson';

/** `precedent citations [PATH…]`: where code and documents cite incidents. */
export function addCitations(program: Command, terminal: Terminal): void {
  withCommonOptions(program.command('citations').description('list where code and documents cite incidents'))
    .argument('[path...]', 'files and folders to look at (default: the whole root)')
    .addHelpText('after', help)
    .action(async (named: readonly string[], _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const opened = await openLibrary(options, terminal);
      const paths = named.length === 0 ? undefined : await pathsInRoot(opened.root, named);
      const citations: Citation[] = [];
      const skipped: { path: string; reason: string }[] = [];
      for await (const scanned of scanRoot(opened, terminal, paths)) {
        if ('skipped' in scanned) skipped.push({ path: scanned.path, reason: scanned.skipped });
        else citations.push(...scanned.citations.map(({ citation }) => citation));
      }
      const answer = { citations, skipped };
      if (options.format === 'json') return terminal.answer(toJson(answer));
      const left = reportSkipped(skipped);
      if (left !== undefined) terminal.say(left);
      return terminal.answer(reportCitations(answer, textWidth(terminal.width)));
    });
}

const help = `
A path is taken relative to the current folder, else to the root; a file named here is looked at even where .gitignore or
settings exclude it. Otherwise .gitignore, .ignore, files.exclude and search.exclude hold; binary files and files over
2 MB are skipped. In code only comments count, unless precedent.matchIn says otherwise.

JSON: {citations: Citation[], skipped: {path, reason}[]}.
${exitCodes}`;
