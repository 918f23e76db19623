import { existsSync } from 'node:fs';
import { hostCommand } from './hostCommand.mjs';
import { vsix } from './paths.mjs';
import { run } from './run.mjs';

/** Installs the packaged extension in a profile, as a user would. Throws with VS Code's words when that fails. */
export async function installExtension(profile, file = vsix) {
  if (!existsSync(file)) throw new Error(`There is no ${file}. Make it with: npm run package`);
  const { command, args, env } = hostCommand(profile, ['--install-extension', file, '--force']);
  const { code, output } = await run(command, args, { env });
  if (code !== 0 || !output.includes('successfully installed'))
    throw new Error(`Installing ${file} failed:\n${output}`);
}
