import type { Finding } from '../core/finding';
import { defaultRules, type LibraryRules } from '../core/reviews/libraryRules';
import { parseLibraryRules } from '../core/reviews/readLibraryRules';
import { decodeText } from './decodeText';
import type { FileSystem } from './fileSystem';
import { isInside } from './isInside';
import { patiently } from './patiently';
import { codeOf, readPatiently } from './readDocument';
import { rulesFile } from './sourceNames';

/** More than the parser takes, so that it is the one to say so; in bytes. */
const limit = 256 * 1024;

/** What a library says about itself. */
export interface ReadRules {
  readonly rules: LibraryRules;
  readonly findings: readonly Finding[];
}

/**
 * What the library in a folder says about itself; the defaults where it says nothing. What is wrong is told in findings, and the
 * rest holds. A link that leads out of the folder is not followed: what it shows is not the library's.
 */
export async function readRules(fileSystem: FileSystem, folder: string, path: string): Promise<ReadRules> {
  const place = fileSystem.join(folder, rulesFile);
  const rulesPath = path === '' ? rulesFile : `${path}/${rulesFile}`;
  if (!(await fileSystem.stat(place)) || !(await isOwn(fileSystem, folder, place))) {
    return { rules: defaultRules, findings: [] };
  }
  const { rules, findings } = await readAt(fileSystem, place, rulesPath);
  return { rules, findings: findings.map((finding) => ({ ...finding, key: place })) };
}

async function readAt(fileSystem: FileSystem, place: string, rulesPath: string): Promise<ReadRules> {
  try {
    const decoded = decodeText(await readPatiently(fileSystem, place, limit), true);
    if (decoded.kind === 'text') return parseLibraryRules(decoded.text, rulesPath);
    return unread(
      rulesPath,
      'unreadable-encoding',
      'It is in an encoding that Precedent does not read. Save it as UTF-8.',
    );
  } catch (error) {
    return unread(rulesPath, 'unreadable-file', `It cannot be read (${codeOf(error) ?? 'unknown error'}).`);
  }
}

async function isOwn(fileSystem: FileSystem, folder: string, place: string): Promise<boolean> {
  if (!fileSystem.locate) return true;
  const [within, real] = await Promise.all(
    [folder, place].map((each) => patiently(async () => fileSystem.locate?.(each))),
  );
  return within !== undefined && real !== undefined && isInside(within.real, real.real);
}

function unread(path: string, code: string, problem: string): ReadRules {
  const message = `The rules of this library were not read. ${problem}`;
  return { rules: defaultRules, findings: [{ code, message, path, severity: 'error' }] };
}
