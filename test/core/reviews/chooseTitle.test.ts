import assert from 'node:assert/strict';
import { displayTitle } from '../../../src/core/reviews/chooseTitle';
import { readOne } from './readOne';

describe('the title of a review', () => {
  const cases: Record<string, [path: string, text: string, title: string]> = {
    'comes from front matter first': ['a.md', '---\ntitle: One\n---\n# Two', 'One'],
    'skips a placeholder in front matter': ['a.md', '---\ntitle: Untitled\n---\n# Two', 'Two'],
    'skips front matter of which no words are left': [
      'a.md',
      '---\ntitle: "![pixel](https://a.example/p.png)"\n---\n# Two',
      'Two',
    ],
    'is the first main heading': ['a.md', 'intro\n\n# Two\n\n# Three', 'Two'],
    'is an underlined heading': ['a.md', 'The queue\nstood still\n===========\n\ntext', 'The queue stood still'],
    'is no placeholder': ['a.md', '# <Title of the incident>\n\n# Real one', 'Real one'],
    'is no section': ['003-no-disk.md', '# Metadata\n\n# Overview\n\ntext\n\n# Notes to the owner', 'No disk'],
    'stands below "Title:"': ['a.md', '# Title:\n### Builds fail\n\n# Cause\nx', 'Builds fail'],
    'comes from a label': ['a.md', '## Summary\n\n**Title:** Disk full', 'Disk full'],
    'is a first heading of a lower level': ['a.md', '## Disk full on db1\n\n### Summary\n\nx', 'Disk full on db1'],
    'may hold the word of a section': [
      'a.md',
      '# Unexpected impact of a cache\n\n## Impact\n\nx',
      'Unexpected impact of a cache',
    ],
    'comes from the name at last': ['2026-05-09-login-outage.md', 'words only', 'Login outage'],
    'is the date where there is nothing else': ['2026-05-09.md', 'words only', '2026-05-09'],
    'has no marks': ['a.md', '# The `db1` **disk** :fire: ##', 'The db1 disk :fire:'],
  };

  for (const [name, [path, text, title]] of Object.entries(cases)) {
    it(name, () => assert.equal(readOne(path, text).title, title));
  }

  const shown: Record<string, [raw: string, id: string, title: string]> = {
    'leaves out the own id': ['INC-7: Queue lagged', 'INC-7', 'Queue lagged'],
    'leaves out the own id in brackets': ['[inc-7] Queue lagged', 'INC-7', 'Queue lagged'],
    'keeps other ids': ['INC-70: Queue lagged after INC-7', 'INC-7', 'INC-70: Queue lagged after INC-7'],
    'leaves out "Postmortem:"': ['Postmortem: INC-7 - Queue', 'INC-7', 'Queue'],
    'leaves out "Incident on" and the date': ['Incident on 2020-09-21 - Nodes gone', 'x', 'Nodes gone'],
    'keeps what would leave nothing': ['Incident on 2020-09-21', 'x', 'Incident on 2020-09-21'],
    'leaves out "Incident report" before a date': ['Incident report May 12 2025 - Hub', 'x', 'Hub'],
    'leaves out a date and a time': ['2017-11-30 4:23PM PST, Out of memory', 'x', 'Out of memory'],
    'keeps words that only begin so': ['Incident response was late', 'x', 'Incident response was late'],
    'keeps a number in front': ['504', 'x', '504'],
    'reads Japanese': ['ポストモーテム: 停止', 'x', '停止'],
  };

  for (const [name, [raw, id, title]] of Object.entries(shown)) {
    it(`for display ${name}`, () => assert.equal(displayTitle(raw, id), title));
  }

  it('keeps the raw one for search', () => {
    assert.equal(readOne('INC-7.md', '# INC-7: Queue lagged').rawTitle, 'INC-7: Queue lagged');
  });
});
