import assert from 'node:assert/strict';
import axe from 'axe-core';

/** Fails where axe finds something serious in the page of a webview. */
export async function assertAccessible(webview) {
  const frame = await (await webview.locator('html').elementHandle()).ownerFrame();
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(
    serious.map(({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`.slice(0, 600),
    ),
    [],
  );
}
