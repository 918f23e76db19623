// npm run images: takes the pictures of the README in a real VS Code, docs/images/*.png. Run it when what they show has changed.
// They are a third of the size where pngquant (Debian's, or Homebrew's) is installed, and they are part of the package.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makePackage } from './makePackage.mjs';
import { openSample } from './openSample.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { editorOf, foldView, goToLine, hover, openFile, showContainer } from './ui.mjs';

const folder = join(root, 'docs', 'images');
mkdirSync(folder, { recursive: true });
await makePackage();
const vscode = await openSample({ viewport: { width: 1200, height: 700 } });
const { page } = vscode;

async function take(name) {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  const { code, output } = await run('pngquant', ['--force', '--skip-if-larger', '--output', path, '256', path]);
  if (code !== 0) console.log(`${path} is as large as it was taken: ${output.trim()}`);
}

await showContainer(page, 'Precedent');
await foldView(page, 'This File');
await page
  .locator('.sidebar')
  .getByRole('treeitem', { name: /Summer sale/ })
  .first()
  .waitFor();
const editor = await openFile(page, 'services/booking/internal/holds/expiry.go');
await editor.locator('.codelens-decoration a').first().waitFor();
await goToLine(page, 29); // so that the comment stands at the top, and the card below it
await hover(page, editor, 'INC-7');
await page.locator('.monaco-hover').getByRole('link', { name: 'Beside', exact: true }).waitFor();
await page.waitForTimeout(500); // the card fades in
await take('hover');

await page.keyboard.press('Escape');
const review = page
  .locator('.sidebar')
  .getByRole('treeitem', { name: /Summer sale/ })
  .first();
await review.click();
await page.keyboard.press('ArrowRight');
await page.mouse.move(0, 0);
await editorOf(page, 'docs/incidents/INC-7-summer-sale-holds.md');
await page
  .locator('.sidebar')
  .getByRole('treeitem', { name: /What surprised us/ })
  .waitFor();
await take('library');
await vscode.close();
