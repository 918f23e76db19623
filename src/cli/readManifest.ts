import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package.json of this program, which lies beside the folder of its code. */
export function readManifest(): unknown {
  return JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
}
