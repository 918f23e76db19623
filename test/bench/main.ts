// npm run bench [-- NAME…]: prints ratios measured side by side in one run, each with its target and a mark where it is missed.
import { cpus } from 'node:os';
import { coldIndex } from './coldIndex';
import { type Figure, toLine } from './figures';
import { fullText } from './fullText';
import { hover } from './hover';
import { story } from './story';
import { titles } from './titles';

const benches: Record<string, () => Figure[] | Promise<Figure[]>> = { coldIndex, fullText, hover, story, titles };
const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (name in benches) continue;
  console.error(`There is no benchmark ${name}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}. ✗ marks a missed target.\n`);
for (const [name, run] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const figure of await run()) console.log(toLine(figure));
}
