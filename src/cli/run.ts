import { Command, CommanderError } from 'commander';
import { UserError } from '../core/userError';
import { addCheck } from './commands/check';
import { addCitations } from './commands/citations';
import { addExport } from './commands/export';
import { addList } from './commands/list';
import { addMcp } from './commands/mcp';
import { addSearch } from './commands/search';
import { addShow } from './commands/show';
import { addSignals } from './commands/signals';
import { exitCodes, withCommonOptions } from './options';
import type { Terminal } from './terminal';
import { version } from './version';

/** Runs the command that the arguments name. Answers how the program is to end: 0 fine, 1 findings, 2 could not run. */
export async function run(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  let outcome: 0 | 1 = 0;
  const onFindings = () => {
    outcome = 1;
  };
  try {
    await program(terminal, onFindings).parseAsync([...args], { from: 'user' });
    return outcome;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) terminal.say(error.message);
    else terminal.say(`This is a bug in Precedent: ${error instanceof Error ? error.stack : String(error)}`);
    return 2;
  }
}

function program(terminal: Terminal, onFindings: () => void): Command {
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
  addCheck(all, terminal, onFindings);
  addSignals(all, terminal);
  addMcp(all, terminal);
  addExport(all, terminal);
  return all;
}
