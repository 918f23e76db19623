import assert from 'node:assert/strict';
import { readOne } from './readOne';

/** The moments of a document as `time text`, those of transcripts with `>` before them. */
function momentsOf(text: string, path = 'a.md'): string[] {
  return readOne(path, text).moments.map(
    ({ time, kind, text: words }) => `${kind === 'transcript' ? '> ' : ''}${time} ${words}`,
  );
}

describe('the moments of a review', () => {
  const cases: Record<string, [text: string, moments: string[]]> = {
    'are rows of a table': [
      '## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n| 2021-06-30 08:32 | **Upgrade** begins |\n| ~09:59 | Release | \n| ?? | unknown |\n',
      ['08:32 Upgrade begins', '09:59 Release'],
    ],
    'are rows with a column for the day': [
      '## Timeline\n\n| Day | Time | Event |\n|--|--|--|\n| 2021-06-30 | 9:05 pm | Page |\n',
      ['21:05 Page'],
    ],
    'are items': [
      '## Timeline\n\n* [08:47] Prow is merged\n  and goes on\n* [14:31] done\n* no time',
      ['08:47 Prow is merged and goes on', '14:31 done'],
    ],
    'are headings with what stands below them': [
      '## Timeline\n\n### 2018-02-22 16:30\n\nAn alert comes.\n\n### 21:06 - Logger error\n\nx\n\n### {{ 06:10 }}\n\n```\ncode\n```\n',
      ['16:30 An alert comes.', '21:06 Logger error', '06:10 '],
    ],
    'are lines of a paragraph': [
      '## Timeline\n\n1:03\nFirst alert\n\n5:00\nSeen\n5:05 Declared',
      ['01:03 First alert', '05:00 Seen', '05:05 Declared'],
    ],
    'end with a time under a label': [
      '- **Key events**\n  - First detected 2020-02-12 11:45\n  - Resolved 2020-02-12 12:07',
      ['11:45 First detected', '12:07 Resolved'],
    ],
    'are three lines with times where nothing says timeline': [
      '- 10:00 one\n- 10:05 two\n- 10:10 three',
      ['10:00 one', '10:05 two', '10:10 three'],
    ],
    'are not two lines with times': ['- 10:00 one\n- 10:05 two', []],
    'are no follow-ups': ['## Action items\n\n- 10:00 one\n- 10:05 two\n- 10:10 three', []],
    'are the lines of a chat in quotes': [
      '## #ops chat log\n\n>Kay [8:27 AM]  \nIt is bump time!  \nFor real\n>\n>lee [1:03 PM]\n> ship it\n',
      ['> 08:27 Kay: It is bump time! For real', '> 13:03 lee: ship it'],
    ],
    'are the lines of a log of IRC in a fence': [
      '## x\n\n```\n[14:06] <kay> is it down?\n14:07:22 <lee> yes\n14:08 kay: ok\n```\n',
      ['> 14:06 kay: is it down?', '> 14:07 lee: yes', '> 14:08 kay: ok'],
    ],
    'are the lines of a chat that is folded': [
      '## x\n\n<details>\n<summary>Slack transcript</summary>\n\nkay 14:06\nis it down?\n\nlee 14:07\nyes\n\n</details>\n',
      ['> 14:06 kay: is it down?', '> 14:07 lee: yes'],
    ],
    'are no lines of a log': [
      '```\nOct 10 20:55:30 host docker[1]: level=error\nOct 10 20:55:31 host docker[1]: level=error\nOct 10 20:55:32 host x\n```',
      [],
    ],
  };

  for (const [name, [text, moments]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(momentsOf(`# x\n\n${text}`), moments));
  }

  it('tell where they stand', () => {
    const text = '# x\n\n## Timeline\n\n- 10:00 one\n- 10:05 two\n';
    const [, second] = readOne('a.md', text).moments;
    assert.equal(second?.line, 6);
    assert.equal(text.slice(second?.start, second?.end), '10:05 two');
  });
});
