import { appendFileSync } from 'node:fs';
import { format } from 'node:util';

/**
 * Makes a page that VS Code, started with --enable-smoke-test-driver, tells everything: each line that it, its hosts and
 * the extensions log (`onLine`), and the exit code of the suites (`ended`, a promise that rejects when the page dies).
 */
export async function hostPage(browser, logFile, onLine) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  let end = () => {};
  const ended = new Promise((resolve, reject) => {
    end = resolve;
    page.once('crash', () => reject(new Error('The page crashed.')));
  });
  ended.catch(() => {}); // may fail before it is awaited
  page.on('pageerror', (error) => appendFileSync(logFile, `[pageerror] ${error.stack}\n`));
  // VS Code looks for these two when the page loads.
  await page.exposeFunction('codeAutomationLog', (type, values) => {
    const line = format(...values);
    appendFileSync(logFile, `[${type}] ${line}\n`);
    onLine(line);
  });
  await page.exposeFunction('codeAutomationExit', (code) => end(code));
  return { page, ended };
}
