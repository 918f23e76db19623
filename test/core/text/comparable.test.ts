import assert from 'node:assert/strict';
import { comparable } from '../../../src/core/text/comparable';

describe('comparable', () => {
  const cases: Record<string, [words: string, wanted: string]> = {
    'forgets case and marks at the end': ['What Went Wrong?', 'what went wrong'],
    'forgets emoji and shortcodes': [':boom: 💥 Impact', 'impact'],
    'keeps times': ['15:12:42', '15:12:42'],
    'forgets remarks in brackets': ['Timeline (all times UTC)', 'timeline'],
    'forgets numbering': ['3. Root cause', 'root cause'],
    'keeps what only looks like numbering': ['5 whys', '5 whys'],
    'reads curly quotes': ['What didn’t work', "what didn't work"],
    'forgets a full-width colon': ['重大度：', '重大度'],
    'reads full-width letters': ['ＩＤ', 'id'],
  };

  for (const [name, [words, wanted]] of Object.entries(cases)) it(name, () => assert.equal(comparable(words), wanted));
});
