// npm test [-- --only unit,web…] [--verbose]: everything, or some stages. The last line sums it up for CI.
// Nothing is imported but what comes with Node: the stages install the rest.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { main } from './main.mjs';
import { out } from './paths.mjs';
import { stages } from './stages.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };

await main(async () => {
  const { values } = parseArgs({
    options: { only: { type: 'string', default: Object.keys(stages).join(',') }, verbose: { type: 'boolean' } },
  });
  const failed = new Set();
  for (const name of withNeeds(values.only.split(','))) {
    const missing = (stages[name].needs ?? []).filter((need) => failed.has(need));
    const result = missing.length > 0 ? notRun(missing) : await runStage(name);
    report(name, result, values.verbose);
    if (result.failed > 0) failed.add(name);
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});

/** The stages asked for and those they need, in their order. */
function withNeeds(names) {
  const unknown = names.find((name) => !stages[name]);
  if (unknown !== undefined)
    throw new Error(`There is no stage ${unknown}. There are: ${Object.keys(stages).join(', ')}.`);
  const wanted = new Set(names);
  for (const name of wanted) for (const need of stages[name].needs ?? []) wanted.add(need);
  return Object.keys(stages).filter((name) => wanted.has(name));
}

async function runStage(name) {
  const began = Date.now();
  const broken = (error) => ({ passed: 0, failed: 1, skipped: [], output: `${error.message}\n` });
  const result = await stages[name].run().catch(broken);
  mkdirSync(join(out, 'results'), { recursive: true });
  writeFileSync(join(out, 'results', `${name}.output.txt`), result.output);
  return { ...result, seconds: (Date.now() - began) / 1000 };
}

function notRun(missing) {
  return { passed: 0, failed: 1, skipped: [], output: `Not run, as it needs ${missing.join(', ')}.\n`, seconds: 0 };
}

function report(name, { passed, failed, skipped, output, seconds }, verbose) {
  total.passed += stages[name].preparation ? 0 : passed;
  total.failed += failed;
  total.skipped += skipped.length;
  const counts = stages[name].preparation && failed === 0 ? 'ready' : `${passed} passed, ${failed} failed`;
  const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  console.log(`${name.padEnd(11)}${counts}${tail} (${seconds.toFixed(1)} s)`);
  for (const title of skipped) console.log(`          skipped: ${title}`);
  for (const line of output.match(/^\s*(skipped|note): .*$/gim) ?? []) console.log(`          ${line.trim()}`);
  if (verbose) console.log(output);
  else if (failed > 0) console.log(indented(essence(output)));
}

/** Of mocha's output, what follows its list of tests; of everything else, all, up to a screenful or four. */
function essence(output) {
  const summary = output.search(/^ *\d+ passing/m);
  return output.slice(Math.max(summary, 0)).split('\n').slice(0, 200).join('\n');
}

function indented(text) {
  return text.trimEnd().replace(/^(?=.)/gm, '    ');
}
