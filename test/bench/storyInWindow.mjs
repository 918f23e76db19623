// Opens the story of a 20 kB and of a 2 MB review again and again in a real VS Code, and prints as JSON how long each took, in ms: from the
// choice to the story on the screen. node test/bench/storyInWindow.mjs [COUNT]
import { ensurePackages } from '../rig/ensurePackages.mjs';
import { makePackage } from '../rig/makePackage.mjs';
import { openSample } from '../rig/openSample.mjs';
import { openFile, quickPickInput, runCommand, webview } from '../rig/ui.mjs';

const count = Number(process.argv[2] ?? 20);
const paragraph =
  'The release worker gave all of it back in one go, and the shop that was built to notice claimed it again at once, for `booking`, see **INC-7**.';

/** A review of so many bytes, with headings, lists, tables and a timeline. */
function review(id, bytes) {
  const lines = [`# ${id}: A review of ${bytes} bytes`, '', '## Timeline', ''];
  for (let minute = 0; minute < 60; minute++) lines.push(`- **14:${String(minute).padStart(2, '0')}** ${paragraph}`);
  for (let part = 1, length = 0; length < bytes - 10_000; part++) {
    const section = [
      '',
      `## Part ${part}`,
      '',
      paragraph,
      '',
      `- ${paragraph}`,
      `- ${paragraph}`,
      '',
      '| a | b |',
      '|---|---|',
      `| ${part} | ${paragraph} |`,
      '',
    ];
    lines.push(...section);
    length += section.join('\n').length;
  }
  return lines.join('\n');
}

/** Closes the story once it is told. */
async function close() {
  await webview(page).locator('#page[aria-busy="false"]').waitFor();
  await runCommand(page, 'View: Close Editor');
  await page.locator('iframe.webview.ready[src*="extensionId=precedent.precedent"]').waitFor({ state: 'detached' });
}

/** Types what leads to a choice, and waits until it is offered. */
async function offered(words, name) {
  await quickPickInput(page).fill(words);
  await page.locator('.quick-input-widget:visible').getByRole('option', { name }).first().waitFor();
}

/** How long it took from the choice to the story, in ms, each time; `toChoice` leads to where Enter chooses. */
async function times(toChoice) {
  const all = [];
  // The first one is for the engine to compile what is hot.
  for (let run = 0; run <= count; run++) {
    await toChoice();
    const start = performance.now();
    await page.keyboard.press('Enter');
    await webview(page).locator('#page[aria-busy="false"]').waitFor();
    if (run > 0) all.push(performance.now() - start);
    await close();
  }
  return all;
}

async function commandOffered() {
  await page.keyboard.press('F1');
  await offered('>Precedent: Open Story…', /^Precedent: Open Story…/);
}

await ensurePackages();
await makePackage();
const vscode = await openSample({
  files: {
    'docs/incidents/INC-9020.md': review('INC-9020', 20_000),
    'docs/incidents/INC-9021.md': review('INC-9021', 2_000_000),
  },
});
const { page } = vscode;
const figures = {};
// From a list, without the source in an editor, which VS Code's own Markdown is busy with.
await openFile(page, 'docs/incidents/INC-9020.md');
await runCommand(page, 'Precedent: Open Story…');
await close();
await runCommand(page, 'View: Close All Editors');
for (const [name, id] of Object.entries({ small: 'INC-9020', large: 'INC-9021' })) {
  figures[name] = await times(async () => {
    await commandOffered();
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('Whose story do you want to read?').waitFor();
    await offered(id, new RegExp(id));
  });
}
await openFile(page, 'docs/incidents/INC-9021.md');
figures.largeInEditor = await times(commandOffered);
await vscode.close();
console.log(JSON.stringify(figures));
process.exit(0);
