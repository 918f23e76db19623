import * as vscode from 'vscode';
import type { ReviewDocument } from '../core/reviews/review';
import { endOfDate } from '../core/text/endOfDate';
import { dateInWords } from '../core/wording/datesInWords';
import { type Git, type GitRepository, gitNow, wakeGit } from './gitExtension';
import { waitFor } from './waitFor';

/** A file as it was when something happened. */
export interface FileThen {
  /** Read-only, for any editor. */
  readonly uri: vscode.Uri;
  /** Of the last commit before the end of that day, month or year. */
  readonly hash: string;
  readonly date: string;
}

/** Why a file cannot be shown as it was, in a sentence for people. */
export interface NotThen {
  readonly reason: string;
}

/** How many commits are asked for at a time, at first and at most; and how far back we go. */
const firstPage = 256;
const largestPage = 8192;
const mostCommits = 200_000;

/** So long may a card wait to know whether there is a history, in ms; and of so many files and days we remember it. */
const patience = 60;
const mostRemembered = 500;

/**
 * Files as they were at the time of an incident: at the last commit of the line that is checked out, as `git log --first-parent` counts, before
 * the incident's date was over. Through VS Code's own Git extension; we start no program and change nothing.
 */
export class CodeThen {
  readonly #commits = new Map<string, Promise<string | undefined>>();
  readonly #found = new Map<string, Promise<FileThen | NotThen>>();

  /**
   * What to offer in a card, without letting it wait: nothing where there is no date, no repository or no Git extension awake; why it cannot be
   * shown, where that is known by now; else that it may be shown.
   */
  async offer(uri: vscode.Uri, review: ReviewDocument): Promise<NotThen | 'mayShow' | undefined> {
    if (review.date === undefined || uri.scheme !== 'file') return undefined;
    if (gitNow()?.getRepository(uri)?.state.HEAD?.commit === undefined) return undefined;
    let known: FileThen | NotThen | undefined;
    const looking = this.find(uri, review).then((found) => {
      known = found;
    });
    await waitFor(looking, patience);
    return known && 'reason' in known ? known : 'mayShow';
  }

  /** Finds the file as it was, or why it cannot be shown. */
  async find(uri: vscode.Uri, review: ReviewDocument): Promise<FileThen | NotThen> {
    const { date, id } = review;
    const end = date === undefined ? undefined : endOfDate(date);
    if (date === undefined || end === undefined) {
      return { reason: vscode.l10n.t('The review of {0} does not say when it happened.', id) };
    }
    const git = await wakeGit();
    if (!git) return { reason: vscode.l10n.t('This needs VS Code’s Git extension, which is not running here.') };
    const repository = git.getRepository(uri);
    if (!repository?.state.HEAD?.commit) {
      return {
        reason: vscode.l10n.t('This file is in no Git repository that VS Code has open, so there is no history.'),
      };
    }
    const name = nameOf(repository, uri, date);
    if (this.#found.size >= mostRemembered) this.#found.clear();
    const found = this.#found.get(name) ?? this.#findIn(git, repository, uri, date, end);
    this.#found.set(name, found);
    return found.catch((error) => {
      this.#found.delete(name);
      throw error;
    });
  }

  async #findIn(
    git: Git,
    repository: GitRepository,
    uri: vscode.Uri,
    date: string,
    end: number,
  ): Promise<FileThen | NotThen> {
    const key = `${repository.rootUri.toString()} ${repository.state.HEAD?.commit} ${end}`;
    const known = this.#commits.get(key) ?? lastCommitBefore(repository, end);
    this.#commits.set(key, known);
    const hash = await known.catch((error) => {
      this.#commits.delete(key);
      throw error;
    });
    const day = dateInWords(date);
    if (hash === undefined) {
      return { reason: vscode.l10n.t('The history that is here begins after {0}.', day) };
    }
    const then = await placeIn(repository, uri, hash);
    if (!then) {
      return { reason: vscode.l10n.t('{0} did not exist on {1}, or had another name.', fileName(uri), day) };
    }
    return { uri: git.toGitUri(then, hash), hash, date };
  }
}

/** The last commit before a time, along first parents from what is checked out; nothing where all are later. */
async function lastCommitBefore(repository: GitRepository, end: number): Promise<string | undefined> {
  let next = repository.state.HEAD?.commit;
  let page = firstPage;
  for (let skip = 0; skip < mostCommits; ) {
    const commits = await repository.log({ maxEntries: page, skip });
    for (const { hash, parents, commitDate } of commits) {
      if (hash !== next) continue;
      if (commitDate && commitDate.getTime() < end) return hash;
      next = parents[0];
    }
    if (commits.length < page || next === undefined) return undefined;
    skip += commits.length;
    page = Math.min(largestPage, page * 2);
  }
  return undefined;
}

/** Where a file was in a commit: where it is, or where it was moved from since; nothing where it was not there. */
async function placeIn(repository: GitRepository, uri: vscode.Uri, hash: string): Promise<vscode.Uri | undefined> {
  const isThere = await repository.getObjectDetails(hash, uri.fsPath).then(
    () => true,
    () => false,
  );
  if (isThere) return uri;
  const changes = await repository.diffBetween(hash, 'HEAD');
  const move = changes.find(({ renameUri }) => renameUri?.toString() === uri.toString());
  return move && move.originalUri.toString() !== uri.toString() ? move.originalUri : undefined;
}

function nameOf({ rootUri, state }: GitRepository, uri: vscode.Uri, date: string): string {
  return `${rootUri.toString()} ${state.HEAD?.commit} ${uri.toString()} ${date}`;
}

function fileName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
