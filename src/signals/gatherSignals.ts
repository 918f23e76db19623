import * as vscode from 'vscode';
import { reviewName } from '../core/citations/citationIndex';
import { readingSignals } from '../core/learning/learningSignals';
import { type ReportBlock, signalsReport } from '../core/wording/signalsReport';
import { signalsWords } from '../core/wording/signalsWords';
import { gatheredRoots } from '../host/gatheredRoots';
import { rootOf } from '../host/places';
import { openRepository } from '../indexing/git';
import { historyFingerprint } from '../indexing/historyCache';
import { isInside } from '../indexing/isInside';
import { inSlices, startPace } from '../indexing/pace';
import { type ReadHistory, readHistory } from '../indexing/readHistory';
import { KeptHistory } from './keptHistory';
import type { SignalsServices } from './signalsServices';

/** How far it is, and whether it is to go on. */
export interface SignalsProgress {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}

/** What the files of a folder, its reviews and its history show, as a page. Git is asked in trusted workspaces only; elsewhere the page says why not. */
export async function gatherSignals(
  folder: vscode.WorkspaceFolder,
  services: SignalsServices,
  progress: SignalsProgress,
): Promise<readonly ReportBlock[]> {
  const { library, citations, paths } = services;
  await citations.gather();
  const { isInPart } = citations;
  const { place } = rootOf(folder);
  const sources = library.library.sources.filter(({ root }) => root === undefined || root === place);
  const keys = new Set(sources.map(({ key }) => key));
  const reviews = library.library.reviews.filter(({ source }) => keys.has(source));
  const byName = new Map(reviews.map((review) => [reviewName(review), review]));
  const cited = citations.index.files
    .filter((file) => isInside(place, file))
    .flatMap((file) => citations.in(file))
    .map(({ citation, reviews: names }) => ({ citation, reviews: names.flatMap((name) => byName.get(name) ?? []) }));
  const { history, reason } = await historyOf(folder, services, progress);
  const signals = await inSlices(
    readingSignals({
      library: { reviews, sources },
      paths: paths.written.filter(({ file }) => file && keys.has(file.source)),
      citations: cited,
      ...(history && { history: { ...history, ...history.state } }),
    }),
    startPace(),
  );
  return signalsReport(signals, reason, isInPart);
}

async function historyOf(
  folder: vscode.WorkspaceFolder,
  { library, languages, storage, log }: SignalsServices,
  { signal, onProgress }: SignalsProgress,
): Promise<{ readonly history?: ReadHistory; readonly reason?: string }> {
  if (!vscode.workspace.isTrusted) return { reason: signalsWords.restricted };
  const root = gatheredRoots().find(({ place }) => place === rootOf(folder).place);
  if (!root || folder.uri.scheme !== 'file') return { reason: signalsWords.noPrograms };
  const repository = await openRepository(root.place);
  if (!repository) return { reason: signalsWords.noGit };
  const { known } = library;
  const matchIn = root.matchIn;
  const told = languages.all.ids.map((id) => matchIn(id));
  const fingerprint = await historyFingerprint(known, languages.all, [root.place, told, root.exclude]);
  const kept = new KeptHistory(storage, root.place);
  const before = await kept.read(fingerprint);
  const begun = Date.now();
  const history = await readHistory(repository, root, {
    known,
    languages: languages.all,
    matchIn,
    exclude: root.exclude,
    pace: startPace(),
    onProgress,
    signal,
    ...(before && { before }),
  });
  if (!history) return { reason: signal.aborted ? signalsWords.stopped : signalsWords.noCommit };
  log.info(`History of citations up to ${history.head.slice(0, 12)}, in ${Date.now() - begun} ms.`);
  if (history !== before) await kept.write(history, fingerprint);
  return { history };
}
