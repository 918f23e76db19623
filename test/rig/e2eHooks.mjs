import { openWindows } from './openSample.mjs';

/** mocha's: a test that fails leaves a screenshot of each open window in out/screenshots/. */
export const mochaHooks = {
  async afterEach() {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest
      .fullTitle()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 80);
    for (const window of openWindows) {
      await window.screenshot(`failed-${name}`).catch(() => {});
      if (window.problems.length > 0) console.log(`The page's own errors:\n${window.problems.join('\n')}`);
    }
  },
};
