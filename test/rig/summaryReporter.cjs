const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/** mocha's own list of tests, whose counts also go to the file that TEST_SUMMARY names, with the names of those that were skipped or failed. */
module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const skipped = [];
    const failures = [];
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
    runner.on('fail', (test) => failures.push(test.fullTitle()));
    runner.once('end', () => {
      if (!process.env.TEST_SUMMARY) return;
      const { passes: passed, failures: failed } = this.stats;
      writeFileSync(process.env.TEST_SUMMARY, JSON.stringify({ passed, failed, skipped, failures }));
    });
  }
};
