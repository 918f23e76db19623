// npm run fuzz -- --minutes N [--target WORDS]: feeds everything that meets text of others with texts made of pieces, of the documents
// of the sample and of what was found before, changed at random; tells what throws or takes long. Ends with 1 where something did.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { found } from './found';
import { pieces, texts } from './pieces';
import { targets } from './targets';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    target: { type: 'string', default: '' },
    seed: { type: 'string' },
  },
});

/** More than this for a text of at most 20 kB is told, in ms of the processor. */
const longest = 250;

const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const end = Date.now() + Number(values.minutes) * 60_000;
const wanted = Object.entries(targets).filter(([name]) => name.includes(values.target));
const corpus = [...documents(join('test', 'sample')), ...Object.values(found).flat()].map((text) =>
  text.slice(0, 20_000),
);
const findings = new Map<string, string>();
let executions = 0;

/** A text of the corpus with something of another, or a piece, put into it, taken out or said again and again. */
const changed: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.array(fc.tuple(fc.nat(20_000), fc.nat(200), fc.constantFrom(...pieces), fc.constantFrom(0, 1, 1, 2, 50, 2000)), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([text, changes]) =>
    changes
      .reduce((now, [at, length, piece, times]) => {
        const from = at % (now.length + 1);
        return now.slice(0, from) + piece.repeat(times) + now.slice(from + length);
      }, text)
      .slice(0, 20_000),
  );

for (let round = 0; Date.now() < end; round++) {
  const samples = fc.sample(fc.oneof(texts, changed), { numRuns: 20, seed: seed + round });
  for (const text of samples) {
    for (const [name, target] of wanted) {
      if (Date.now() >= end) break;
      tryOn(name, target, text);
    }
  }
}

console.log(`${executions} executions in ${values.minutes} minutes, seed ${seed}: ${findings.size} findings`);
for (const [what, text] of findings) {
  mkdirSync(join('out', 'fuzz'), { recursive: true });
  const file = join('out', 'fuzz', `${what.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80)}.txt`);
  writeFileSync(file, text);
  console.log(`${what}: ${file}`);
}
process.exitCode = findings.size > 0 ? 1 : 0;

function tryOn(name: string, target: (text: string) => unknown, text: string): void {
  executions++;
  const before = process.cpuUsage();
  try {
    target(text);
    const { user, system } = process.cpuUsage(before);
    // A pause for garbage is no finding: it has to take long twice.
    if ((user + system) / 1000 > longest && !findings.has(`${name} takes long`) && isSlow(target, text))
      findings.set(`${name} takes long`, text);
  } catch (error) {
    findings.set(`${name} throws ${error instanceof Error ? error.message : String(error)}`, text);
  }
}

function isSlow(target: (text: string) => unknown, text: string): boolean {
  const before = process.cpuUsage();
  target(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 > longest;
}

function documents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|adoc|rst|org|txt|ya?ml|json|ts|py|go|sql|c|rb|sh|dot|puml|drawio|ipynb|svg)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
