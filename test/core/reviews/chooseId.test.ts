import assert from 'node:assert/strict';
import type { IdFrom } from '../../../src/core/reviews/review';
import { readOne } from './readOne';

describe('the id of a review', () => {
  const cases: Record<string, [path: string, text: string, id: string, from: IdFrom, aliases?: string[]]> = {
    'comes from front matter first': [
      'a.md',
      '---\nincident_id: INC-7\n---\n# INC-8: x',
      'INC-7',
      'frontMatter',
      ['INC-8', 'a'],
    ],
    'is no sentence and no truth value': ['b.md', '---\nincident: true\nid: a whole sentence\n---\n# x', 'b', 'stem'],
    'comes from a table': [
      'c.md',
      '# x\n\n| Incident ID | PM-2026-049 |\n|---|---|\n| Date | 2026-01-02 |',
      'PM-2026-049',
      'label',
      ['c'],
    ],
    'comes from a bold label': ['d.md', '# x\n\n**Incident ID:** `INC-12`', 'INC-12', 'label', ['d']],
    'comes from the start of the file name': ['PM2021-006 - All down.md', '# All down', 'PM2021-006', 'fileName'],
    'keeps a key with words in it': ['INC-DEBT-018.md', '# x', 'INC-DEBT-018', 'fileName'],
    'keeps a key that looks like a date': ['INC-2026-05-17.md', '# x', 'INC-2026-05-17', 'fileName'],
    'knows the numbers of service desks': ['INC0012345.md', '# x', 'INC0012345', 'fileName'],
    'comes from the start of the title': ['x.md', '# [INC-9] Queue lagged', 'INC-9', 'heading', ['x']],
    'never comes from the rest of a title': ['y.md', '# The outage after INC-9', 'y', 'stem', []],
    'prefers the spelling of the title': ['inc-42-redis.md', '# INC-42: Redis', 'INC-42', 'heading', ['inc-42-redis']],
    'reads a key in lower case': ['inc-42-redis.md', '# Redis', 'inc-42', 'fileName', ['inc-42-redis']],
    'comes from a numbered name': ['003-slug.md', '# x', '003', 'number', ['003-slug']],
    'does not take a day for a number': ['04-03-2026-outage.md', '# x', '04-03-2026-outage', 'stem'],
    'does not take a year for a number': ['2024-core-nodes.md', '# x', '2024-core-nodes', 'stem'],
    'is a date and words': ['2026-05-09-login-outage.md', '# Login', '2026-05-09-login-outage', 'stem', []],
    'is a bare date under ERB': ['2020-02-12.html.md.erb', '# x', '2020-02-12', 'stem'],
    'is the folder of the incident': ['2026-05-09-login/README.md', '# Login', '2026-05-09-login', 'folder', []],
    'is the key of the folder': ['INC-7-login/postmortem.md', '# Login', 'INC-7', 'folder', ['INC-7-login']],
    'is no encoding': ['UTF-8-broke.md', '# UTF-8 broke', 'UTF-8-broke', 'stem'],
    'is nothing left to be filled in': ['z.md', '---\nid: INC-XXX\n---\n# x', 'z', 'stem'],
    'comes from TOML in a fence': [
      't.md',
      '```toml\n[advisory]\nid = "RS-2021-0001"\n```\n\n# x',
      'RS-2021-0001',
      'frontMatter',
    ],
  };

  for (const [name, [path, text, id, from, aliases]] of Object.entries(cases)) {
    it(name, () => {
      const review = readOne(path, text);
      assert.deepEqual([review.id, review.idFrom], [id, from]);
      if (aliases) assert.deepEqual([...review.aliases].sort(), [...aliases].sort());
      assert.ok(review.origins.id);
    });
  }

  it('is known by former names, addresses and what the library says', () => {
    const text = '---\nid: INC-7\naliases: [OLD-1, inc-7]\nformerly: OLD-2\nurl: https://tool.example/7\n---\n# x';
    const rules = { aliases: { 'OLD-3': 'inc-7' }, urlTemplates: ['https://old.example/{id}'] };
    assert.deepEqual(readOne('INC-7.md', text, { rules }).aliases, [
      'OLD-1',
      'OLD-2',
      'OLD-3',
      'https://tool.example/7',
      'https://old.example/INC-7',
    ]);
  });
});
