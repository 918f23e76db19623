// A process that writes caches one after the other until it is ended: node writeCaches.js PLACE FIRST.
import { defaultRules } from '../../src/core/reviews/libraryRules';
import { writeCache } from '../../src/indexing/libraryCache';

const [, , place = '', first = '1'] = process.argv;
const source = { key: '/reviews', path: 'reviews', rules: defaultRules, findings: [] };
process.stdout.write('begun\n');
for (let mark = Number(first); ; mark++) {
  const pack = new ArrayBuffer(256 * 1024);
  new Uint32Array(pack).fill(mark);
  writeCache(place, { key: 'key', sources: [{ source, paths: [`INC-${mark}.md`], packs: [pack, pack] }] });
}
