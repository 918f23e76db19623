import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onExit } from './onExit.mjs';
import { quietSettings } from './quietSettings.mjs';

/**
 * A new home for one VS Code: its user settings, extensions, logs, and whatever a test puts there.
 *
 * VS Code reads the settings once, at the start. `dispose` removes the folder; so does the end of this process.
 */
export function makeProfile(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'precedent-'));
  mkdirSync(join(folder, 'data', 'User'), { recursive: true });
  mkdirSync(join(folder, 'extensions'));
  const all = { ...quietSettings, ...settings };
  writeFileSync(join(folder, 'data', 'User', 'settings.json'), `${JSON.stringify(all, undefined, 2)}\n`);
  const dispose = onExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return { folder, dispose };
}
