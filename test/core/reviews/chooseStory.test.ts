import assert from 'node:assert/strict';
import { readOne } from './readOne';

describe('the story of a review', () => {
  it('is told by the items of its sections, without marks', () => {
    const text = `# x

## What surprised us

_What did nobody expect?_

Two things:

- The **retry** queue was longer than [the outage](a.md).
  - It had been so for a year
- \`drain\` never ran

## What was difficult

Nobody knew whom to ask,
and the dashboards disagreed.

The runbook was wrong.

| What | Why |
|------|-----|
| Logs | gone |

## Contributing factors

1. A cap
   that was too high

- None
`;
    const { surprises, difficulties, contributors } = readOne('a.md', text);
    assert.deepEqual(surprises, [
      'The retry queue was longer than the outage. It had been so for a year',
      'drain never ran',
    ]);
    assert.deepEqual(difficulties, [
      'Nobody knew whom to ask, and the dashboards disagreed.',
      'The runbook was wrong.',
      'Logs — gone',
    ]);
    assert.deepEqual(contributors, ['A cap that was too high']);
  });

  it('is told by labels where there are no headings', () => {
    const text = '# x\n\n**Root cause:** A cap that\nwas too high.\n**What went wrong:**\n\n- No alert\n- No owner\n';
    const review = readOne('a.md', text);
    assert.deepEqual(
      [review.contributors, review.difficulties],
      [['A cap that was too high.'], ['No alert', 'No owner']],
    );
  });

  it('is told by labels whose words mean it, inside other sections', () => {
    const text = '# x\n\n## Root cause\n\n- **Trigger:** an import\n- **Why it wasn’t caught earlier:** one tenant\n';
    const review = readOne('a.md', text);
    assert.deepEqual(review.difficulties, ['one tenant']);
    assert.equal(review.contributors.length, 2);
  });

  it('is told in a letter by the paragraph that a label begins, from the beginning of its sentence', () => {
    const text =
      'From: Sefa\nTo: everyone\nSubject: Friday\n\nThe power went at the quay, for maybe four seconds.\n\nWhat was confusing: it worked\nwhen I tested.\n\nWhat I did: key 14.\n\nThe generator is tested.\n\n  - promised\n';
    const review = readOne('2022-08-19-power.txt', text);
    assert.deepEqual(review.difficulties, ['What was confusing: it worked when I tested.']);
    assert.equal(review.summary, 'The power went at the quay, for maybe four seconds.');
  });

  it('is told by a label without marks up to the next one, and by the items below', () => {
    const text =
      'Login outage\n\nCauses: A cap was too high.\nOwner: Ada\n\nWhat went wrong: Two things.\n\n- No alert\n- No owner\n\nBye.\n';
    const review = readOne('2022-08-19-power.txt', text);
    assert.deepEqual(review.contributors, ['A cap was too high.']);
    assert.deepEqual(review.difficulties, ['Two things.', 'No alert', 'No owner']);
  });

  it('is told by front matter first', () => {
    const text = '---\nsurprises:\n  - The cap\n---\n# x\n\n## Surprises\n\n- Other\n';
    const review = readOne('a.md', text);
    assert.deepEqual(
      [review.surprises, review.origins.surprises],
      [['The cap'], { rule: 'field "surprises"', line: 2 }],
    );
  });

  const summaries: Record<string, [text: string, summary: string | undefined]> = {
    'front matter': ['---\nsummary: Told *here*.\n---\n# x\n\n## Summary\n\nnot here', 'Told here.'],
    'a section, from the first paragraph that says more than a date': [
      '# x\n\n## Overview\n\nMonday, Nov. 13, 2017\n\nLogins failed for an hour because of a migration.\n\n![chart](a.png)\n\nNobody noticed.',
      'Logins failed for an hour because of a migration.\nNobody noticed.',
    ],
    'a section, without the facts in it': [
      '# x\n\n## Incident Summary\n\n**Duration:** 2 h\n**Severity:** high\n\nLogins failed.\n',
      'Logins failed.',
    ],
    'a label': ['# x\n\n**Summary:** Logins failed.', 'Logins failed.'],
    'the first paragraph': [
      '# x\n\n**Author:** Ada\n\n| a | b |\n|---|---|\n\n*Write the summary here, in one or two sentences.*\n\nShort.\n\nLogins failed for an hour because of a migration.',
      'Logins failed for an hour because of a migration.',
    ],
    'no paragraph of links': [
      '# x\n\n[The transcript of the meeting](a.md). [The channel of that afternoon](chat.txt) is here.\n\nLogins failed for an hour because of a migration.',
      'Logins failed for an hour because of a migration.',
    ],
    nothing: ['# x\n', undefined],
  };

  for (const [name, [text, summary]] of Object.entries(summaries)) {
    it(`is summed up by ${name}`, () => assert.equal(readOne('a.md', text).summary, summary));
  }

  it('says nothing of what is excluded or was spoken', () => {
    const secret =
      '**Severity:** high\n**Author:** Ada\n\nOn 2021-01-01 a long secret paragraph was written in this place. See [[INC-9]] ![x](b.png)\n\n- 14:06 secret\n';
    const text = `# x\n\n## Sensitive findings\n\n${secret}\n### What surprised us\n\n- secret\n`;
    const review = readOne('INC-7.md', text, { neighbours: ['INC-9.md', 'b.png'] });
    const { text: _text, sections: _sections, ...told } = review;
    assert.doesNotMatch(JSON.stringify(told), /secret|high|Ada|2021|INC-9|b\.png|14:06/);
  });
});
