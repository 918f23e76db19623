// Gives a copy of the sample a made-up history: node test/rig/sampleHistory.mjs FOLDER

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeHistory } from './gitHistory.mjs';
import { makeWorkspace } from './makeWorkspace.mjs';
import { sample } from './paths.mjs';

const library = 'docs/incidents/';

/** A line that may cite a review of the sample. */
const citing = /INC-\d|20\d\d-\d\d-\d\d-[a-z]|incident:/;

/**
 * The entries of a history of the sample, oldest first: all files without the lines that cite, then these lines, file by file in the order of their paths,
 * every 40 days or so from 2021 on.
 */
export function sampleHistory() {
  const files = readdirSync(sample, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(sample.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
  const text = new Map(files.map((path) => [path, readFileSync(join(sample, path))]));
  const cited = files.filter((path) => !path.startsWith(library) && citing.test(text.get(path).toString()));
  const bare = (path) =>
    text
      .get(path)
      .toString()
      .split('\n')
      .filter((line) => !citing.test(line))
      .join('\n');
  const first = Object.fromEntries(files.map((path) => [path, cited.includes(path) ? bare(path) : text.get(path)]));
  const start = Date.UTC(2021, 1, 3, 9);
  const later = cited.map((path, at) => ({
    // Not evenly: 40 days and a bit, now and then two at a time.
    date: new Date(start + (at + 1 - (at % 3 === 0 ? 1 : 0)) * 40 * 86_400_000).toISOString(),
    files: { [path]: text.get(path) },
  }));
  return [{ date: new Date(start - 86_400_000).toISOString(), files: first }, ...later];
}

/** A copy of the sample in a folder that is not there yet, with that history, on its one branch. */
export function makeSampleWithHistory(folder) {
  makeWorkspace(folder);
  makeHistory(folder, sampleHistory());
  execFileSync('git', ['branch', '--move', '--force', 'main'], { cwd: folder });
  return folder;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) makeSampleWithHistory(process.argv[2]);
