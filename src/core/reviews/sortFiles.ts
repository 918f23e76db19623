import picomatch from 'picomatch';
import { allSteps, type Steps } from '../steps';
import { dateAtStart, type FileName, incidentFolder, isGenericStem, readFileName } from './fileName';
import { isBelowFolder } from './isBelowFolder';
import { keyAtStart } from './keyAtStart';
import type { LibraryRules } from './libraryRules';
import { materialKind, transcriptWords } from './materialKind';
import { ReviewNames } from './reviewNames';

/** What a file of a source is taken for, by its name and its neighbours alone. */
export type FileRole =
  | { readonly role: 'review' }
  /** Belongs to the reviews at these paths (relative to the source); shown under them. */
  | { readonly role: 'material'; readonly of: readonly string[] }
  | { readonly role: 'readingPath' }
  | { readonly role: 'omitted'; readonly reason: string };

const readmes = /^(?:readme|index|_index|summary|toc|contents)$/i;
const housekeeping =
  /^(?:licen[cs]e|copying|notice|authors|contributors|codeowners|owners|maintainers|changelog|changes|contributing|code[_-]of[_-]conduct|security|support|makefile|dockerfile|jenkinsfile|gemfile|rakefile|procfile|vagrantfile|brewfile|justfile|caddyfile|version|mkdocs|package|package-lock|tsconfig|conf|config|_config|robots|cname|go|requirements)(?:[-.].{0,20})?$/i;
const templateWords =
  /(?:^|[^\p{L}])(?:template|templates|vorlage|plantilla|modele|modèle|modelo|boilerplate)(?![\p{L}])|テンプレート|模板|템플릿/iu;
/** The order in which documents of one name are taken for the review itself. */
const richest = ['markdown', 'asciidoc', 'rst', 'org', 'plain', 'yaml', 'json'];

/** How many files are sorted in one step. */
const step = 64;

/**
 * Says of each file of a source whether it may be a review, before any is read.
 *
 * Paths are relative to the source with `/` separators. A file that may be a review can still turn out to be none when it is read.
 * Takes time in proportion to the number of paths.
 */
export function sortFiles(paths: readonly string[], rules: LibraryRules): ReadonlyMap<string, FileRole> {
  return allSteps(sortingFiles(paths, rules));
}

/** As {@link sortFiles}, in steps of a few files. */
export function* sortingFiles(paths: readonly string[], rules: LibraryRules): Steps<ReadonlyMap<string, FileRole>> {
  const roles = new Map<string, FileRole>();
  const candidates = new Map<string, FileName>();
  const attachments: string[] = [];
  const isExcluded = globs(rules.exclude);
  const isIncluded = rules.include.length === 0 ? () => true : globs(rules.include);
  for (const [at, path] of paths.entries()) {
    if (at % step === 0) yield;
    const name = readFileName(path);
    const reason = isExcluded(path) ? 'left out by "exclude" in precedent.yaml' : housekeepingReason(path, name);
    if (reason !== undefined) roles.set(path, { role: 'omitted', reason });
    else if (isBelowFolder(path, rules.paths) && name.format) roles.set(path, { role: 'readingPath' });
    else if (!name.format) attachments.push(path);
    else if (!isIncluded(path))
      roles.set(path, { role: 'omitted', reason: 'not among what "include" in precedent.yaml names' });
    else candidates.set(path, name);
  }
  yield* sortDocuments(candidates, roles);
  for (const [path, role] of roles) if (role.role === 'material' && role.of.length === 0) attachments.push(path);
  yield* sortAttachments(attachments, candidates, roles);
  const sorted = new Map<string, FileRole>();
  for (const path of paths) {
    const role = roles.get(path);
    if (role) sorted.set(path, role);
  }
  return sorted;
}

/** Finds the reviews to which the other files belong. */
function* sortAttachments(
  attachments: readonly string[],
  candidates: ReadonlyMap<string, FileName>,
  roles: Map<string, FileRole>,
): Steps<void> {
  if (attachments.length === 0) return;
  const names = new ReviewNames();
  let count = 0;
  for (const [path, name] of candidates) {
    if (roles.get(path)?.role === 'review') names.add(path, name);
    if (count++ % step === 0) yield;
  }
  for (const [at, path] of attachments.entries()) {
    if (at % step === 0) yield;
    roles.set(path, materialRole(path, names));
  }
}

/** Settles which of the documents may be reviews, one folder after the other. */
function* sortDocuments(candidates: ReadonlyMap<string, FileName>, roles: Map<string, FileRole>): Steps<void> {
  const byFolder = new Map<string, string[]>();
  for (const path of candidates.keys()) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const there = byFolder.get(folder);
    if (there) there.push(path);
    else byFolder.set(folder, [path]);
  }
  for (const paths of byFolder.values()) {
    const documents: string[] = [];
    const readme: string[] = [];
    for (const [at, path] of paths.entries()) {
      if (at % step === 0) yield;
      const name = candidates.get(path);
      if (!name) continue;
      if (isTemplate(name)) roles.set(path, { role: 'omitted', reason: 'a template' });
      else if (readmes.test(name.stem)) readme.push(path);
      else if (isTranscriptName(name)) roles.set(path, { role: 'material', of: [] });
      else documents.push(path);
    }
    yield* sortSameStem(aroundOne(documents, candidates, roles), candidates, roles);
    sortReadmes(readme, documents, candidates, roles);
  }
}

/** In the folder of one incident, a document with a name such as "postmortem" is the review and the others belong to it. */
function aroundOne(
  documents: readonly string[],
  candidates: ReadonlyMap<string, FileName>,
  roles: Map<string, FileRole>,
): readonly string[] {
  const generic = documents.filter((path) => isGenericStem(candidates.get(path)?.stem ?? ''));
  const [only] = generic;
  const name = only === undefined ? undefined : candidates.get(only);
  if (only === undefined || generic.length > 1 || !name || incidentFolder(name) === undefined) return documents;
  for (const path of documents) if (path !== only) roles.set(path, { role: 'material', of: [only] });
  return generic;
}

/** Of documents with one name, or named after another with a word such as "chat", the richest is the review; the others belong to it. */
function* sortSameStem(
  documents: readonly string[],
  candidates: ReadonlyMap<string, FileName>,
  roles: Map<string, FileRole>,
): Steps<void> {
  const byStem = new Map<string, string>();
  for (const [at, path] of richestFirst(documents, candidates).entries()) {
    if (at % step === 0) yield;
    const name = candidates.get(path);
    if (!name) continue;
    const owner = byStem.get(name.stem) ?? ownerOf(path, name, byStem);
    if (owner === undefined) {
      byStem.set(name.stem, path);
      roles.set(path, { role: 'review' });
    } else roles.set(path, { role: 'material', of: [owner] });
  }
}

/** By their format, those of one format as they were. */
function richestFirst(documents: readonly string[], candidates: ReadonlyMap<string, FileName>): string[] {
  const ranks: string[][] = [];
  for (const path of documents) {
    const name = candidates.get(path);
    const rank = 1 + richest.indexOf(name?.format ?? '') + (name?.hasExtension ? 0 : 4);
    ranks[rank] ??= [];
    ranks[rank].push(path);
  }
  return ranks.flat();
}

/** The review after which a lesser text file is named: `INC-7.notes.txt` beside `INC-7.md`. */
function ownerOf(path: string, name: FileName, byStem: ReadonlyMap<string, string>): string | undefined {
  const isLesser = name.format === 'plain' || name.format === 'yaml' || name.format === 'json';
  for (let end = name.stem.length - 1; isLesser && end > 2; end--) {
    if (/[\p{L}\p{N}]/u.test(name.stem.charAt(end))) continue;
    const stem = name.stem.slice(0, end);
    const owner = byStem.get(stem);
    // A bare date is no name to be named after: several incidents may lie on one day.
    if (owner !== undefined && owner !== path && dateAtStart(stem)?.end !== stem.length) return owner;
  }
  return undefined;
}

function sortReadmes(
  readme: readonly string[],
  documents: readonly string[],
  candidates: ReadonlyMap<string, FileName>,
  roles: Map<string, FileRole>,
): void {
  for (const path of readme) {
    const name = candidates.get(path);
    const isOnly = documents.every((each) => roles.get(each)?.role !== 'review' || isData(candidates.get(each)));
    const isTold = name !== undefined && incidentFolder(name) !== undefined;
    if (isOnly && isTold && readme[0] === path) roles.set(path, { role: 'review' });
    else roles.set(path, { role: 'omitted', reason: 'a page about the folder, not a review' });
  }
}

function isData(name: FileName | undefined): boolean {
  return name?.format === 'yaml' || name?.format === 'json';
}

function housekeepingReason(path: string, name: FileName): string | undefined {
  const base = path.slice(path.lastIndexOf('/') + 1);
  if (/^precedent\.ya?ml$/i.test(base)) return 'the description of the library';
  if (base.startsWith('.')) return 'a hidden file';
  if (
    name.folders.some(
      (folder) => (folder.startsWith('.') && folder !== '.' && folder !== '..') || folder === 'node_modules',
    )
  ) {
    return 'in a hidden folder';
  }
  if (base.startsWith('_') && !/^_index\./i.test(base)) return 'its name begins with "_"';
  if (name.folders.some((folder) => /^_?templates?$/i.test(folder))) return 'a template';
  if (housekeeping.test(base) && keyAtStart(base) === undefined) return 'about the repository, not a review';
  return undefined;
}

/** A template says so; a review of a day may tell of a template. */
function isTemplate({ stem, folders }: FileName): boolean {
  if (!templateWords.test(stem)) return false;
  if (dateAtStart(stem) || keyAtStart(stem))
    return /^[\p{L}\d-]{1,20}[-_ ]{1,3}(?:incident-|post-?mortem-)?template$/iu.test(stem) && !dateAtStart(stem);
  return folders.length >= 0;
}

/** Whether a document is called nothing but chat, transcript or log, or is named after a review with such a word at the end. */
function isTranscriptName({ stem, format }: FileName): boolean {
  if (!transcriptWords.test(stem)) return false;
  const rest = stem.slice(keyAtStart(stem)?.length ?? dateAtStart(stem)?.end ?? 0);
  const words = rest.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const isOnlyTalk = words.every((word) =>
    /^(?:transcript|transcription|chat|chats|chatlog|log|logs|irc|slack|conversation|meeting|channel|thread|the|of|incident|review|zoom|teams|call)$/i.test(
      word,
    ),
  );
  return (
    isOnlyTalk ||
    /[-_. ](?:transcript|chat|chat-?log|irc-?log|slack-?log|slack|irc)$/i.test(stem) ||
    (format === 'plain' && /[-_. ]logs?$/i.test(stem))
  );
}

function materialRole(path: string, names: ReviewNames): FileRole {
  const owners = names.ownersOf(path);
  if (owners.length > 0) return { role: 'material', of: owners };
  const kind = materialKind(path);
  const what =
    kind === 'image'
      ? 'an image'
      : kind === 'diagram'
        ? 'a diagram'
        : kind === 'transcript'
          ? 'a transcript'
          : 'an attachment';
  return { role: 'omitted', reason: `${what}, not named after a review` };
}

function globs(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.flatMap((pattern) => {
    try {
      // A pattern without folder means a name in any folder, as in .gitignore.
      return [
        picomatch(pattern.includes('/') ? pattern.replace(/^\.?\//, '') : `**/${pattern}`, { dot: true, nocase: true }),
      ];
    } catch {
      return [];
    }
  });
  return (path) => matchers.some((matches) => matches(path));
}
