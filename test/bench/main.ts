// npm run bench [-- NAME… --large]: prints ratios measured side by side in one run, each with its target and a mark where it is missed.
// --large adds what takes minutes.
import { cpus } from 'node:os';
import { coldIndex } from './coldIndex';
import { comments } from './comments';
import { companion } from './companion';
import { type Figure, toLine } from './figures';
import { fullText } from './fullText';
import { history } from './history';
import { hover } from './hover';
import { largeLibrary, library } from './library';
import { scan } from './scan';
import { start } from './start';
import { story } from './story';
import { titles } from './titles';
import { typing } from './typing';

const isLarge = process.argv.includes('--large');
const benches: Record<string, () => Figure[] | Promise<Figure[]>> = {
  coldIndex,
  comments,
  companion,
  library,
  fullText: () => fullText(isLarge),
  history,
  hover,
  scan,
  start,
  story,
  titles,
  typing,
  ...(isLarge ? { largeLibrary } : {}),
};
const wanted = process.argv.slice(2).filter((each) => each !== '--large');
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
