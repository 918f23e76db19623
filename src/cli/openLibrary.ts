import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { idPatternProblem } from '../core/citations/idPatternProblem';
import { KnownIds } from '../core/citations/knownIds';
import { Library, type Source } from '../core/reviews/library';
import { UserError } from '../core/userError';
import { findSources, type Root } from '../indexing/findSources';
import { indexSource } from '../indexing/indexSource';
import { listingOnce } from '../indexing/listingOnce';
import { nodeFileSystem } from '../indexing/nodeFileSystem';
import { noticeFolders } from '../indexing/noticeFolders';
import type { CommonOptions } from './options';
import { startProgress } from './progress';
import { readSettings, type Settings, settingsFile } from './readSettings';
import type { Terminal } from './terminal';

/** The library a command works on, and what else the folder says. */
export interface OpenedLibrary {
  readonly root: Root;
  readonly library: Library;
  readonly known: KnownIds;
  readonly settings: Settings;
}

/**
 * Finds and reads the library of the root: what flags say comes before the settings of the editor. Folders outside the root are
 * read when a flag names them: nobody has said that the settings of a checkout are to be trusted.
 *
 * @throws UserError where the root or a source cannot be read.
 */
export async function openLibrary(options: CommonOptions, terminal: Terminal): Promise<OpenedLibrary> {
  const root = await openRoot(options.root ?? '.');
  const settings = await readSettings(root, (message) => terminal.say(message));
  return readLibrary(root, settings, options, terminal);
}

/** Finds and reads the library of a root by these settings. @throws UserError where a source cannot be read. */
export async function readLibrary(
  root: Root,
  settings: Settings,
  options: CommonOptions,
  terminal: Terminal,
): Promise<OpenedLibrary> {
  const look = listingOnce(root);
  const sources = await sourcesOf(look, options, settings, terminal);
  const library = new Library();
  const progress = startProgress('files of reviews read', terminal.isWatched);
  let before = 0;
  for (const source of sources) {
    let size = 0;
    library.setSource(source);
    await indexSource(look, source, {
      others: sources,
      onFile: ({ key, reading }) => library.set(key, source.key, reading),
      onProgress: ({ done, total }) => {
        size = total;
        progress.show(before + done, before + total);
      },
    });
    before += size;
  }
  progress.stop();
  return { root, library, known: new KnownIds(library), settings };
}

/** The folder that a command works on. @throws UserError where it cannot be read. */
export async function openRoot(folder: string): Promise<Root> {
  if (!nodeFileSystem) throw new UserError('There is no file system here.');
  const place = resolve(folder);
  if (!(await nodeFileSystem.list(place)))
    throw new UserError(`There is no folder ${folder} that can be read. Name another --root.`);
  return { place, fileSystem: nodeFileSystem };
}

/** The folders of reviews in the root; says so where there is none. @throws UserError where one that is named cannot be read. */
export async function sourcesOf(
  root: Root,
  options: CommonOptions,
  settings: Settings,
  terminal: Terminal,
): Promise<readonly Source[]> {
  const named = options.source ?? [];
  const idPatterns = usablePatterns(options, settings, terminal);
  const passedOver: string[] = [];
  const sources = await findSources(root, {
    folders: named.length > 0 ? named : (settings.sources ?? []),
    allowOutside: named.length > 0,
    home: homedir(),
    idPatterns,
    onPassedOver: (path, reason) => passedOver.push(`${path} (${reason})`),
  }).catch((error: unknown) => {
    if (!(error instanceof UserError) || named.length > 0) throw error;
    throw new UserError(
      `${error.message} It is named by precedent.sources in ${settingsFile}; --source says otherwise.`,
    );
  });
  if (sources.length === 0) {
    const found = passedOver.length === 0 ? '' : ` Passed over: ${passedOver.join(', ')}.`;
    const noticed = await noticeFolders(root);
    const name =
      noticed.length === 0
        ? 'Name it with --source.'
        : `Maybe you mean ${noticed.map((path) => `--source ${path}`).join(' or ')}`;
    terminal.say(`No folder of reviews was found in ${root.place}.${found} ${name}`);
  }
  return sources;
}

/** The patterns of settings and flags. One that is not safe to run is an error in a flag, and left out with a word in settings. */
function usablePatterns(options: CommonOptions, settings: Settings, terminal: Terminal): string[] {
  const fromFlags = options.idPattern ?? [];
  for (const pattern of fromFlags) {
    const problem = idPatternProblem(pattern);
    if (problem !== undefined) throw new UserError(`--id-pattern ${pattern} cannot be used: ${problem}.`);
  }
  const fromSettings = (settings.idPatterns ?? []).filter((pattern) => {
    const problem = idPatternProblem(pattern);
    if (problem !== undefined) terminal.say(`The id pattern ${pattern} in ${settingsFile} is not used: ${problem}.`);
    return problem === undefined;
  });
  return [...fromSettings, ...fromFlags];
}
