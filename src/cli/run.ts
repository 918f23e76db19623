import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { UserError } from '../core/userError';
import { addCitations } from './commands/citations';
import { addList } from './commands/list';
import { addSearch } from './commands/search';
import { addShow } from './commands/show';
import { exitCodes, withCommonOptions } from './options';
import type { Terminal } from './terminal';

/** Runs the command that the arguments name. Answers how the program is to end: 0 fine, 2 could not run. */
export async function run(args: readonly string[], terminal: Terminal): Promise<0 | 2> {
  try {
    await program(terminal).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) terminal.say(error.message);
    else terminal.say(`This is a bug in Precedent: ${error instanceof Error ? error.stack : String(error)}`);
    return 2;
  }
}

function program(terminal: Terminal): Command {
  const all = new Command('precedent')
    .description('Reads past incidents beside the code that learned from them.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', `\nAnswers go to stdout, messages and progress to stderr.\n${exitCodes}`)
    .configureOutput({
      writeOut: (text) => void terminal.answer(text),
      writeErr: (text) => terminal.say(text),
    })
    .enablePositionalOptions()
    .showHelpAfterError('(precedent --help tells more)')
    .exitOverride();
  withCommonOptions(all);
  addList(all, terminal);
  addShow(all, terminal);
  addSearch(all, terminal);
  addCitations(all, terminal);
  return all;
}

/** As package.json beside the folder of this program says. */
function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  const isNamed = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isNamed ? String(manifest.version) : 'unknown';
}
