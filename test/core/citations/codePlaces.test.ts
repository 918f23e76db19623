import assert from 'node:assert/strict';
import { codePlaces } from '../../../src/core/citations/codePlaces';

describe('codePlaces', () => {
  const cases: Record<string, [text: string, places: string[]]> = {
    'finds paths between code marks': ['see `src/holds.ts` and =src/sale.go=', ['src/holds.ts', 'src/sale.go']],
    'finds lines': ['at `src/holds.ts:42` and `./web/a.js#L7`', ['src/holds.ts 42', 'web/a.js 7']],
    'finds a file of the root': ['in `Makefile.am`', ['Makefile.am']],
    'tells each once': ['`a.ts` `a.ts`', ['a.ts']],
    'leaves out what leads out of the folder': ['`../a.ts` `/etc/passwd.txt` `C:\\a.ts`', []],
    'leaves out what is no path': ['`retry()` `a b.ts` `x`', []],
  };
  for (const [name, [text, places]] of Object.entries(cases)) {
    it(name, () => {
      const found = codePlaces(text, 10).map(({ path, line }) =>
        [path, line].filter((each) => each !== undefined).join(' '),
      );
      assert.deepEqual(found, places);
    });
  }

  it('finds no more than it is asked for', () => assert.equal(codePlaces('`a.ts` `b.ts` `c.ts`', 2).length, 2));
});
