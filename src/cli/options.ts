import { type Command, Option } from 'commander';

/** How an answer is printed. */
export type Format = 'text' | 'json';

/** What every command takes, as commander gives it. */
export interface CommonOptions {
  readonly root?: string;
  readonly source?: readonly string[];
  readonly idPattern?: readonly string[];
  readonly format?: Format;
}

/** How the command ends the program; part of every help text. */
export const exitCodes = `
Exit codes:
  0  fine
  2  could not run; a sentence on stderr says why`;

/**
 * Adds what every command takes. Folders and patterns are repeated, one each: `--source a --source b`;
 * on a command without arguments of its own (`isGreedy`) several may follow, too.
 */
export function withCommonOptions(
  command: Command,
  { isGreedy = false, formats = ['text', 'json'] }: { isGreedy?: boolean; formats?: readonly string[] } = {},
): Command {
  const more = isGreedy ? '...' : '';
  return command
    .option('--root <dir>', 'folder whose library and code are meant (default: the current one)')
    .addOption(
      new Option(
        `--source <dir${more}>`,
        'folder of reviews, relative to the root; repeat it for several (default: found by name)',
      ).argParser(collect),
    )
    .addOption(
      new Option(
        `--id-pattern <regex${more}>`,
        'further form of ids, as a regular expression; repeat it for several',
      ).argParser(collect),
    )
    .addOption(new Option('--format <format>', 'how to print the answer (default: text)').choices(formats));
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
