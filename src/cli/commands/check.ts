import { type Command, Option } from 'commander';
import { type Finding, type FindingSeverity, printedFinding } from '../../core/finding';
import { checkChange } from '../checkChange';
import { findingsIn } from '../findingsIn';
import { openLibrary } from '../openLibrary';
import { type CommonOptions, withCommonOptions } from '../options';
import { pathsInRoot } from '../pathsInRoot';
import { reportCheck, type ShownFinding } from '../reportCheck';
import { reportSkipped } from '../reportCitations';
import { reportGithub } from '../reportGithub';
import type { Terminal } from '../terminal';
import { textWidth } from '../terminalText';
import { toJson } from '../toJson';
import { toSarif } from '../toSarif';
import { version } from '../version';

type CheckFormat = 'text' | 'json' | 'sarif' | 'github';

interface Options extends Omit<CommonOptions, 'format'> {
  readonly format?: CheckFormat;
  readonly diff?: string;
  readonly failOn?: FindingSeverity | 'never';
}

/** From what matters most to what matters least. */
const severities: readonly FindingSeverity[] = ['error', 'warning', 'information', 'hint'];

/** `precedent check [PATH…]`: what is to be said about citations, links and the library. `onFail` is called where findings fail the run. */
export function addCheck(program: Command, terminal: Terminal, onFail: () => void): void {
  const command = program.command('check').description('find citations, links and reviews that are not in order');
  withCommonOptions(command, { formats: ['text', 'json', 'sarif', 'github'] })
    .argument('[path...]', 'files and folders to check (default: the whole root)')
    .option('--diff <revision>', 'only what the files here bring against this revision of git, such as origin/main')
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that makes the run fail')
        .choices([...severities, 'never'])
        .default('information'),
    )
    .addHelpText('after', help)
    .action(async (named: readonly string[], _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const libraryOptions = { ...options, format: 'json' } as const;
      const opened = await openLibrary(libraryOptions, terminal);
      const paths = named.length === 0 ? undefined : await pathsInRoot(opened.root, named);
      const { shown, skipped } =
        options.diff === undefined
          ? await findingsIn(opened, terminal, { paths })
          : await checkChange(opened, terminal, { revision: options.diff, paths, libraryOptions });
      const left = reportSkipped(skipped);
      if (left !== undefined && (options.format ?? 'text') === 'text') terminal.say(left);
      const findings = shown.map(({ finding }) => printedFinding(finding));
      if (findings.some(({ severity }) => fails(severity, options.failOn ?? 'information'))) onFail();
      await terminal.answer(toAnswer(shown, findings, options.format ?? 'text', terminal));
    });
}

function fails(severity: FindingSeverity, least: FindingSeverity | 'never'): boolean {
  return least !== 'never' && severities.indexOf(severity) <= severities.indexOf(least);
}

function toAnswer(
  shown: readonly ShownFinding[],
  findings: readonly Finding[],
  format: CheckFormat,
  terminal: Terminal,
): string {
  switch (format) {
    case 'json':
      return toJson({ findings });
    case 'sarif':
      return toJson(toSarif(findings, version()));
    case 'github':
      return reportGithub(findings);
    case 'text':
      return reportCheck(shown, textWidth(terminal.width));
  }
}

const help = `
A path is taken relative to the current folder, else to the root. What is looked at, and what is left alone, is as for
precedent citations. A comment "precedent-ignore INC-7" silences what is said about that id in its file. How much a
citation of an unknown id matters is said by precedent.diagnostics.unknownCitation.

With --diff, files are compared with the commit in which the branch departed from the revision, as a pull request is: new
citations of ids that nobody knows, passages that went and are still cited, reviews that cannot be read in full, and, as a question
of severity "hint", the last citation of a review that goes. Files that git does not know yet count once they are added.

JSON: {findings: Finding[]}. SARIF is version 2.1.0. github prints annotations for a workflow; run it in the root of the
repository. Each code is explained in docs/findings.md.

Exit codes:
  0  fine, or nothing as severe as --fail-on says
  1  findings
  2  could not run; a sentence on stderr says why`;
