import { dirname, join } from 'node:path';
import { KnownIds } from '../../src/core/citations/knownIds';
import { Languages } from '../../src/core/citations/languages';
import { OpenText } from '../../src/core/citations/openText';
import { type Figure, median, quantile } from './figures';
import { generateReviews } from './generateReviews';
import { readLibraryIn } from './readReviewsIn';

const keystrokes = 2000;

/** From a keystroke to the citations of the document, with 10,000 reviews; what the editor itself does with the key is not in it. */
export async function typing(): Promise<Figure[]> {
  const known = new KnownIds(await readLibraryIn(dirname(generateReviews(join('out', 'bench'), 10_000))));
  return [
    { lines: 500, target: 0.1 },
    { lines: 10_000, target: 1 },
  ].map(({ lines, target }) => {
    const took = timesOf(lines, known);
    return {
      name: `keystroke to citations known, p95 at ${lines.toLocaleString('en')} lines / ${target} ms`,
      ratio: quantile(took, 0.95) / target,
      target: 1,
      measured: `p50 ${median(took).toFixed(3)} ms, p95 ${quantile(took, 0.95).toFixed(3)} ms, the longest ${Math.max(...took).toFixed(1)} ms of ${keystrokes}`,
    };
  });
}

/** A comment is typed, character by character, in one line after the other. */
function timesOf(lines: number, known: KnownIds): number[] {
  const language = Languages.builtIn.find({ languageId: 'c' });
  if (!language) throw new Error('The scanner does not know C.');
  const text = Array.from({ length: lines }, (_, at) =>
    at % 25 === 0 ? `// keep the guard, see INC-${1 + ((at * 7) % 10_000)}` : `int value_${at} = ${at}; /* plain */`,
  ).join('\n');
  const open = new OpenText(text, language, known, { matchIn: 'comments', path: 'src/typed.c', key: 'typed' });
  const before = open.citations.length;
  const typed = '// see INC-77, which began with a guard like this one\n';
  const starts = Array.from(text.matchAll(/^int /gm), ({ index }) => index);
  const took: number[] = [];
  let added = 0;
  for (let at = 0; took.length < keystrokes; at++) {
    const start = starts[(at * 37) % starts.length] ?? 0;
    // Whatever was typed before stands in front of it or behind it: each time the whole comment is taken out again.
    for (const [column, character] of [...typed].entries()) {
      const begun = performance.now();
      open.edit([{ start: start + column, end: start + column, text: character }]);
      added = open.citations.length - before;
      took.push(performance.now() - begun);
    }
    if (added !== 1) throw new Error(`${added} citations were found in what was typed.`);
    open.edit([{ start, end: start + typed.length, text: '' }]);
  }
  return took.slice(0, keystrokes);
}
