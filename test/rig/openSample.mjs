import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureHost } from './ensureHost.mjs';
import { installExtension } from './installExtension.mjs';
import { installReadOnlyFiles, inThePage, readOnlyFolder } from './installReadOnlyFiles.mjs';
import { launchBrowser } from './launchBrowser.mjs';
import { makeProfile } from './makeProfile.mjs';
import { makeWorkspace } from './makeWorkspace.mjs';
import { openWorkbench } from './openWorkbench.mjs';
import { out } from './paths.mjs';
import { testThemes } from './quietSettings.mjs';
import { startServer } from './startServer.mjs';
import { remoteUri } from './workbenchUrl.mjs';

/** The windows that are open now, for the screenshot of a failure. */
export const openWindows = new Set();

/**
 * Opens a VS Code with the packaged extension on a copy of the sample, all of it new: the one thing that a browser test
 * needs. See README.md for an example.
 *
 * - `theme`: `dark` (as usual) or `light`
 * - `settings`: user settings beside the quiet ones
 * - `files`: files to add to the copy or replace in it, path → text; `from`: another folder to copy instead of the sample
 * - `open`: a file to open with the window, relative to the folder
 * - `restricted`: open the folder in Restricted Mode, as VS Code does with one it has not seen
 * - `readOnly`: open the sample as a virtual folder that cannot be written, with the extension in the page's own worker host
 * - `viewport`: { width, height }
 *
 * What it resolves to: `page` (Playwright's), `folder` (the copy), `profile`, `screenshot(name)`, `prefer(theme)`, `another()` (a
 * second window on the same folder: `page`, `close()`), `close()`. `close` also fails the test when something was asked of another machine.
 */
export async function openSample({
  theme,
  settings = {},
  files,
  from,
  open,
  restricted = false,
  readOnly = false,
  viewport,
} = {}) {
  await ensureHost();
  const profile = makeProfile({
    ...testThemes,
    ...(readOnly ? inThePage : {}),
    'security.workspace.trust.enabled': restricted,
    ...settings,
  });
  const undo = [profile.dispose];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = makeWorkspace(join(profile.folder, 'sample'), { files, from });
    const browser = launchBrowser();
    browser.catch(() => {}); // awaited below, unless something before it fails
    undo.push(async () => (await browser).close());
    await installExtension(profile);
    if (readOnly) installReadOnlyFiles(profile);
    const server = await startServer(profile, { restricted });
    undo.push(server.stop);
    const shown = readOnly ? readOnlyFolder : folder;
    const payload = open ? [['openFile', remoteUri(server.origin, join(folder, open))]] : [];
    const window = await openWorkbench(await browser, server.origin, shown, { theme, payload, viewport });
    undo.push(window.close);
    const opened = {
      ...tools(window.page),
      page: window.page,
      problems: window.problems,
      folder,
      profile,
      server,
      another: async () => openWorkbench(await browser, server.origin, shown, { theme, viewport }),
      close,
    };
    openWindows.add(opened);
    undo.push(() => openWindows.delete(opened));
    return opened;
  } catch (error) {
    await close();
    throw error;
  }
}

function tools(page) {
  const folder = join(out, 'screenshots');
  return {
    /** Writes out/screenshots/NAME.png: the window, or one thing in it. */
    async screenshot(name, locator = page) {
      mkdirSync(folder, { recursive: true });
      await locator.screenshot({ path: join(folder, `${name}.png`) });
    },
    /** Changes to the dark or the light theme, without leaving the page. */
    async prefer(theme) {
      await page.emulateMedia({ colorScheme: theme });
      await page.locator(`.monaco-workbench.${theme === 'dark' ? 'vs-dark' : 'vs'}`).waitFor();
    },
  };
}
