import { type Command, Option } from 'commander';
import { checkLibrary } from '../../core/checks/checkLibrary';
import { type Finding, type FindingSeverity, printedFinding } from '../../core/finding';
import type { Library } from '../../core/reviews/library';
import { checkRoot } from '../checkRoot';
import { type OpenedLibrary, openLibrary } from '../openLibrary';
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
  readonly failOn?: FindingSeverity | 'never';
}

/** From what matters most to what matters least. */
const severities: readonly FindingSeverity[] = ['error', 'warning', 'information', 'hint'];

/** `precedent check [PATH…]`: what is to be said about citations, links and the library. `onFail` is called where findings fail the run. */
export function addCheck(program: Command, terminal: Terminal, onFail: () => void): void {
  const command = program.command('check').description('find citations, links and reviews that are not in order');
  withCommonOptions(command, { formats: ['text', 'json', 'sarif', 'github'] })
    .argument('[path...]', 'files and folders to check (default: the whole root)')
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that makes the run fail')
        .choices([...severities, 'never'])
        .default('information'),
    )
    .addHelpText('after', help)
    .action(async (named: readonly string[], _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const opened = await openLibrary({ ...options, format: 'json' }, terminal);
      const paths = named.length === 0 ? undefined : await pathsInRoot(opened.root, named);
      const { shown, skipped } = await findingsIn(opened, terminal, paths);
      const left = reportSkipped(skipped);
      if (left !== undefined && (options.format ?? 'text') === 'text') terminal.say(left);
      const findings = shown.map(({ finding }) => printedFinding(finding));
      if (findings.some(({ severity }) => fails(severity, options.failOn ?? 'information'))) onFail();
      await terminal.answer(toAnswer(shown, findings, options.format ?? 'text', terminal));
    });
}

async function findingsIn(opened: OpenedLibrary, terminal: Terminal, paths: readonly string[] | undefined) {
  const { library } = opened.known;
  const shown: ShownFinding[] = checkLibrary(opened.known)
    .filter(({ path }) => isNamed(path, paths))
    .map((finding) => ({ finding, ...lineIn(library, finding) }));
  const skipped: { path: string; reason: string }[] = [];
  for await (const checked of checkRoot(opened, terminal, paths)) {
    if ('skipped' in checked) skipped.push({ path: checked.path, reason: checked.skipped });
    else {
      const lines = checked.text.split(/\r\n?|\n/);
      shown.push(...checked.findings.map((finding) => ({ finding, line: lines[(finding.line ?? 0) - 1] ?? '' })));
    }
  }
  return { shown: shown.sort((a, b) => compare(a.finding, b.finding)), skipped };
}

/** The line of a review about which the library has something to say. */
function lineIn(library: Library, { key, line }: Finding): { line?: string } {
  const [review] = key === undefined ? [] : library.in(key);
  if (!review || line === undefined) return {};
  const text = review.text.split(/\r\n?|\n/)[line - (review.startsAt?.line ?? 1)];
  return text === undefined ? {} : { line: text };
}

function isNamed(path: string, paths: readonly string[] | undefined): boolean {
  return paths === undefined || paths.some((each) => each === '' || path === each || path.startsWith(`${each}/`));
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

function compare(a: Finding, b: Finding): number {
  const byPath = a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  return byPath || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

const help = `
A path is taken relative to the current folder, else to the root. What is looked at, and what is left alone, is as for
precedent citations. A comment "precedent-ignore INC-7" silences what is said about that id in its file. How much a
citation of an unknown id matters is said by precedent.diagnostics.unknownCitation.

JSON: {findings: Finding[]}. SARIF is version 2.1.0. github prints annotations for a workflow; run it in the root of the
repository. Each code is explained in docs/findings.md.

Exit codes:
  0  fine, or nothing as severe as --fail-on says
  1  findings
  2  could not run; a sentence on stderr says why`;
