import assert from 'node:assert/strict';
import { readOne } from './readOne';

describe('the date of a review', () => {
  const cases: Record<string, [path: string, text: string, date: string | undefined]> = {
    'comes from front matter first': [
      '2020-01-01-a.md',
      '---\ndate: 2021-06-03T15:41:00-08:00\n---\n# x',
      '2021-06-03',
    ],
    'is never when it was fetched': [
      'a.md',
      '---\ndate_fetched_at: 2021-01-01\nlast_modified: 2021-01-02\n---\n# x',
      undefined,
    ],
    'may be a year alone': ['a.md', '---\ndate: 2019\n---\n# x', '2019'],
    'comes from a label before the name': [
      '2020-01-02-a.md',
      '# x\n\n**First detected:** 2020-01-01 23:50',
      '2020-01-01',
    ],
    'comes from a label without colon': [
      'a.md',
      '# x\n\n- **Key events**\n  - First detected 2020-09-21 18:27',
      '2020-09-21',
    ],
    'stands below a label that is alone': ['a.md', '# x\n\n**Date**\n\n3 May 2021\n', '2021-05-03'],
    'is the start of a range': [
      'a.md',
      '# x\n\n| Impact period | 2026-05-04〜05 to 2026-05-07 |\n|--|--|',
      '2026-05-04',
    ],
    'skips a label that says "unknown"': [
      'a.md',
      '# x\n\n**Started:** unknown\n\n**Detected:** 2021-02-03',
      '2021-02-03',
    ],
    'takes the estimate behind "unknown"': [
      'a.md',
      '# x\n\n**Started:** unknown, about January 14-19, 2026',
      '2026-01-14',
    ],
    'comes from the name before the title': ['2020-10-28-a.md', '# 2020-08-28 - a', '2020-10-28'],
    'comes from the title': ['a.md', '# Outage of February 5th, 2019', '2019-02-05'],
    'comes from the title in front matter': ['a.md', '---\ntitle: Incident on 2020-09-21\n---\nwords', '2020-09-21'],
    'comes from another form in the name': ['04-03-2026-a.md', '# x', '2026-03-04'],
    'comes from a month in the name': ['2021-04-a.md', '# x\n\nno date', '2021-04'],
    'is the first day in the text': [
      'PM2021-006.md',
      '# x\n\nIn May 2020 planned; on 30.06.2021 it broke.\n\n2021-07-01',
      '2021-06-30',
    ],
    'is no date in code': ['a.md', '# x\n\n```\n2020-01-01\n```\n\n    2020-01-02\n\n2020-01-03', '2020-01-03'],
    'is not when the document was changed': [
      'a.md',
      '# x\n\nLast modified: 2022-02-02\n\nOn 2021-01-01 it broke',
      '2021-01-01',
    ],
    'may stand in a sentence about an update': ['a.md', '# x\n\nWe updated it on 2021-01-01.', '2021-01-01'],
    'comes from the folders': ['2021/07/a.md', '# x', '2021-07'],
    'is the day that the folder agrees with': ['2021/10/a.md', '# x\n\n**Date:** 03/10/2021', '2021-10-03'],
    'rejects what is impossible': ['a.md', '# x\n\n**Date:** 31.06.2019\n\n| 20202-01-16 | x |\n|--|--|', undefined],
    'is published only at last': [
      'a.md',
      '---\npublished: 2022-01-01\n---\n# x\n\nOn 2021-12-01 it broke',
      '2021-12-01',
    ],
    'is the year of the name at last': ['2024-core-nodes.md', '# x', '2024'],
    'is the year within an id': ['INC-2024-003-nodes.md', '# x', '2024'],
    'is no count of incidents': ['INC-2024-core-nodes.md', '# x', undefined],
    'is the year behind such a count': ['OPS-2099 after the move of 2023.md', '# x', '2023'],
  };

  for (const [name, [path, text, date]] of Object.entries(cases)) {
    it(name, () => {
      const review = readOne(path, text);
      assert.equal(review.date, date);
      assert.equal(review.origins.date === undefined, date === undefined);
    });
  }
});
