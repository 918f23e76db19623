import assert from 'node:assert/strict';
import { workbenchUrl } from './workbenchUrl.mjs';

/**
 * Opens a folder in VS Code's page and waits until a person could begin: the layout stands and the explorer has rows.
 *
 * Nothing leaves 127.0.0.1: each request elsewhere is refused and noted in `outside`, and `close` fails when there was
 * one. `problems` are the page's own errors. `theme` is what the page says it prefers.
 */
export async function openWorkbench(browser, origin, folder, { theme = 'dark', payload = [], viewport } = {}) {
  const context = await browser.newContext({
    viewport: viewport ?? { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    colorScheme: theme,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  const outside = [];
  await context.route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && url.hostname !== '127.0.0.1',
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  await page.goto(workbenchUrl(origin, folder, payload));
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  const close = async () => {
    await context.close();
    assert.deepEqual(outside, [], 'something was asked of another machine');
  };
  return { page, outside, problems, close };
}
