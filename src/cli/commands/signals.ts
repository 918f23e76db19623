import { readFile, rename, writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import type { Citation } from '../../core/citations/citation';
import { Languages } from '../../core/citations/languages';
import { type LearningSignals, readingSignals } from '../../core/learning/learningSignals';
import { readReadingPath } from '../../core/learning/readingPath';
import type { ReviewDocument } from '../../core/reviews/review';
import { UserError } from '../../core/userError';
import { signalsMarkdown } from '../../core/wording/signalsMarkdown';
import { signalsReport } from '../../core/wording/signalsReport';
import { signalsWords } from '../../core/wording/signalsWords';
import { openRepository } from '../../indexing/git';
import { fromHistoryCache, historyFingerprint, toHistoryCache } from '../../indexing/historyCache';
import { inSlices, startPace } from '../../indexing/pace';
import { type ReadHistory, readHistory } from '../../indexing/readHistory';
import { type OpenedLibrary, openLibrary } from '../openLibrary';
import { type CommonOptions, exitCodes, withCommonOptions } from '../options';
import { startProgress } from '../progress';
import { reportSignals, signalsFile } from '../reportSignals';
import { scanRoot } from '../scanRoot';
import type { Terminal } from '../terminal';
import { textWidth } from '../terminalText';
import { toJson } from '../toJson';

interface Options extends Omit<CommonOptions, 'format'> {
  readonly format?: 'text' | 'json' | 'md' | 'html';
  readonly cache?: string;
}

/** `precedent signals`: what the repository itself shows of how its reviews are used. */
export function addSignals(program: Command, terminal: Terminal): void {
  const command = program.command('signals').description('tell how the reviews are used, from the repository itself');
  withCommonOptions(command, { isGreedy: true, formats: ['text', 'json', 'md', 'html'] })
    .option('--cache <file>', 'keep what was read of the history in this file, and read only what came since', notEmpty)
    .addHelpText('after', help)
    .action(async (_options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const opened = await openLibrary({ ...options, format: 'json' }, terminal);
      const citations: { citation: Citation; reviews: readonly ReviewDocument[] }[] = [];
      for await (const scanned of scanRoot(opened, terminal)) {
        if (!('citations' in scanned)) continue;
        citations.push(...scanned.citations.map(({ citation, found: { reviews } }) => ({ citation, reviews })));
      }
      const { history, reason } = await historyOf(opened, terminal, options.cache);
      const { library, known } = opened;
      const material = {
        library,
        paths: library.readingPaths.map((file) => readReadingPath(file, known)),
        citations,
        ...(history && { history: { ...history, ...history.state } }),
      };
      const signals = await inSlices(readingSignals(material), startPace());
      await terminal.answer(toAnswer(signals, reason, options.format ?? 'text', terminal));
    });
}

function notEmpty(file: string): string {
  if (file.trim() === '') throw new InvalidArgumentError('It must name a file.');
  return file;
}

function toAnswer(
  signals: LearningSignals,
  reason: string | undefined,
  format: NonNullable<Options['format']>,
  terminal: Terminal,
): string {
  if (format === 'json') return toJson(signals);
  const blocks = signalsReport(signals, reason);
  if (format === 'md') return signalsMarkdown(blocks);
  return format === 'html' ? signalsFile(blocks) : reportSignals(blocks, textWidth(terminal.width));
}

async function historyOf(
  { root, known, settings }: OpenedLibrary,
  terminal: Terminal,
  cache: string | undefined,
): Promise<{ readonly history?: ReadHistory; readonly reason?: string }> {
  const repository = await openRepository(root.place);
  if (!repository) return { reason: signalsWords.noGit };
  const languages = Languages.builtIn.extended(settings.comments ?? {});
  const matchIn = settings.matchIn ?? 'comments';
  const fingerprint = await historyFingerprint(known, languages, [matchIn, settings.comments, settings.exclude]);
  const before = cache === undefined ? undefined : await readCache(cache, fingerprint);
  const progress = startProgress('commits read', terminal.isWatched);
  const history = await readHistory(repository, root, {
    known,
    languages,
    matchIn: () => matchIn,
    exclude: settings.exclude,
    pace: startPace(),
    onProgress: ({ done, total }) => progress.show(done, total),
    ...(before && { before }),
  });
  progress.stop();
  if (!history) return { reason: signalsWords.noCommit };
  if (cache !== undefined && history !== before) await writeCache(cache, await toHistoryCache(history, fingerprint));
  return { history };
}

async function readCache(file: string, fingerprint: string): Promise<ReadHistory | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : fromHistoryCache(text, fingerprint);
}

/** Another run may read it at the same time: it is there as a whole, or as it was. */
async function writeCache(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    throw new UserError(`${file} cannot be written (${error instanceof Error ? error.message : String(error)}).`);
  }
}

const help = `
Nothing here is a score. What stands in the files now is told; git is asked since when it stands, along the main line: a merge counts
as one step, and what is moved or reworded keeps its date. Without git, everything else is told.

JSON: {history?: {until, isCut, periods: {name, code, document}[]}, citations: {id, path, line, realm, sentence, since?, commit?}[],
materials: …[], transcripts: …[], paths: {title, path, reviews}[], onNoPath: …[], uncited: {id, title, path, date?, about}[]}, the
newest first. html is one file without scripts.
${exitCodes}`;
