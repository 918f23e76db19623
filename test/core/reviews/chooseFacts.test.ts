import assert from 'node:assert/strict';
import { readOne } from './readOne';

describe('the facts of a review', () => {
  const severities: Record<string, [text: string, severity: string | undefined]> = {
    'front matter': ['---\nseverity: SEV-2\n---\n# x\n\n**Severity:** low', 'SEV-2'],
    'a table, with a whole paragraph': [
      '# x\n\n| 重大度 | SEV-3（near-miss。本番影響なし） |\n|--|--|',
      'SEV-3（near-miss。本番影響なし）',
    ],
    'a bold label': [
      '# x\n\n- **Severity**: None critical - only internal teams',
      'None critical - only internal teams',
    ],
    'a quote above the text': ['# x\n\n> **Incident ID:** INC-1\n> **Severity:** P1\n', 'P1'],
    'a plain label': ['# x\n\nSeverity: high\nOwner: Ada', 'high'],
    'a heading': ['# x\n\n## Severity\n\nIt was **SEV-1** for an hour.', 'SEV-1'],
    'no body': ['# x\n\nWe argued about the severity: high or low. SEV-1 was said.', undefined],
    'no placeholder': ['# x\n\n**Severity:** <SEV level>\n', undefined],
  };

  for (const [name, [text, severity]] of Object.entries(severities)) {
    it(`reads how bad it was from ${name}`, () => assert.equal(readOne('a.md', text).severity, severity));
  }

  const services: Record<string, [text: string, services: string[]]> = {
    'a list': ['---\naffected:\n  - api\n  - db\n---\n# x', ['api', 'db']],
    'a list of maps': ['---\naffected-products:\n  - product: nova\n    version: 1\n---\n# x', ['nova']],
    'null and an empty list': ['---\naffected: []\nservices: null\n---\n# x', []],
    'a label, commas outside brackets': [
      '# x\n\n**Affected services:** api (v1, v2), db、cache',
      ['api (v1, v2)', 'db', 'cache'],
    ],
    'a sentence, kept whole': [
      `# x\n\n**Services:** All ${'very '.repeat(12)}many services, of all teams`,
      [`All ${'very '.repeat(12)}many services, of all teams`],
    ],
    'words that tell where, kept whole': [
      '# x\n\n**Affected:** validators on *Eider*, *Guillemot* and *Linnea*',
      ['validators on Eider, Guillemot and Linnea'],
    ],
    'a section': ['# x\n\n## Affected Services\n\n- api\n- db\n', ['api', 'db']],
  };

  for (const [name, [text, wanted]] of Object.entries(services)) {
    it(`reads services from ${name}`, () => assert.deepEqual(readOne('a.md', text).services, wanted));
  }

  const people: Record<string, [text: string, people: string[]]> = {
    'front matter': ['---\nauthors: [Ada, Ben]\n---\n# x', ['Ada', 'Ben']],
    'maps with names': ['---\nreporters:\n  - name: Ada\n    org: A\n---\n# x', ['Ada']],
    'several labels': ['# x\n\n**Author:** Ada and Ben  \n**Incident Commander:** @cleo', ['Ada', 'Ben', '@cleo']],
    'plain labels on lines of one paragraph': [
      '# x\n\nCreated By: [Ada Lovelace]  \nLast Modified: 2019-02-05',
      ['Ada Lovelace'],
    ],
    'initials in a section': ['# x\n\n## Attendees\n\n- RF, PW\n- AN\n', ['RF', 'PW', 'AN']],
    'initials without commas': ['# x\n\n## Attendees\n\n- EC RF SD\n', ['EC', 'RF', 'SD']],
    'a heading that is a label': ['# x\n\n## Owner: @ada\n## Involved:\n- @ben\n## Call recording:', ['@ada', '@ben']],
    'no label that is alone before the next one': [
      '# Metadata\n\nOwner: @ada\n\nInvolved:\n\nMeeting scheduled for: Waived',
      ['@ada'],
    ],
    'no owner of a follow-up': ['# x\n\n## Action items\n\n- **Owner:** Ada\n- **Status:** open', []],
    'several fields': ['---\nauthor: Ada (SRE)\nowner: Ben\n---\n# x', ['Ada', 'Ben']],
    'no head of a list of tasks': ['# x\n\n| Owner | Task |\n|---|---|\n| Ada | mend it |\n| Ben | watch |', []],
    'a section that says who can tell more, before the author': [
      '# x\n\n**Author:** Ada Lovelace\n\n## Who can tell more\n\nTeun Achterkamp found the period in March. Dáithí about the *deploy*. Me about vacuum; To Ada for leases.',
      ['Teun Achterkamp', 'Dáithí', 'Ada Lovelace'],
    ],
    'a list of whom to ask': [
      '# x\n\n## Who to ask\n\n- Ben Ortiz, about the quay\n- @cleo\n- the skipper of that day, who keeps the log',
      ['Ben Ortiz', '@cleo', 'the skipper of that day'],
    ],
    'the answer to a question': [
      '# x\n\n### If I change keys, who do I talk to?\n\nTo me about keys. To the planner at Port Brannock, Hedda Rossavik.',
      ['Hedda Rossavik'],
    ],
    'sentences that begin with first names': [
      '# x\n\n## Who to ask\n\nSefa, on the quay, not by mail. Oddny for leases. Mahlet keeps the recording. Nobody knows the rest. Mr. Sandell has sent honey.',
      ['Sefa', 'Oddny', 'Mahlet'],
    ],
    'first names by the one full name in the text that begins with them': [
      '# x\n\nBrit Halloran looked at me. Ada Moe and Ada Vos were there; Sefa May know.\n\n## Who to ask\n\n- Brit\n- Ada\n- Sefa',
      ['Brit Halloran', 'Ada', 'Sefa'],
    ],
    'those who told it': [
      '# x\n\n- **Told by**: Jarek Domański, asked by Wanjiru Kiragu',
      ['Jarek Domański', 'Wanjiru Kiragu'],
    ],
    'a byline': [
      '# x\n\nDate: 11 July 2025 · Place: the quay · Collected by Wanjiru Kiragu\n\nCars came.',
      ['Wanjiru Kiragu'],
    ],
    'the sender of a letter': [
      'From: Sefa Leavasa <sefa@example.com>\nTo: everyone\nSubject: x\n\nText.',
      ['Sefa Leavasa'],
    ],
    'no byline of a sentence': ['# x\n\nReported by three crews within an hour of each other.\n', []],
    'no address': ['# x\n\n**Author:** Ada Lovelace <ada@example.com>', ['Ada Lovelace']],
  };

  for (const [name, [text, wanted]] of Object.entries(people)) {
    it(`reads people from ${name}`, () => assert.deepEqual(readOne('a.md', text).people, wanted));
  }

  const status: Record<string, [text: string, status: string | undefined, isDraft: boolean]> = {
    'front matter': ['---\nstatus: Draft\n---\n# x', 'Draft', true],
    'a field "draft"': ['---\ndraft: true\n---\n# x', undefined, true],
    'a field "resolved"': ['---\nresolved: true\n---\n# x', 'resolved', false],
    'a field "resolved" that is not': ['---\nresolved: false\n---\n# x', 'unresolved', false],
    'a label': ['# x\n\n| ステータス | 下書き |\n|--|--|', '下書き', true],
    'a heading': ['# x\n\n## Status\nResolved\n\n## Summary\nx', 'Resolved', false],
    'no follow-up': ['# x\n\n## Action items\n\n**Status:** done', undefined, false],
  };

  for (const [name, [text, wanted, isDraft]] of Object.entries(status)) {
    it(`reads the status from ${name}`, () => {
      const review = readOne('a.md', text);
      assert.deepEqual([review.status, review.isDraft], [wanted, isDraft]);
    });
  }

  it('reads tags, and labels in the words of the team', () => {
    assert.deepEqual(readOne('a.md', '---\ntags: [dns, cache]\n---\n# x').tags, ['dns', 'cache']);
    const rules = { labels: { severity: ['Ernst der Lage'], people: ['Wer weiß mehr'] } };
    const review = readOne('a.md', '# x\n\n**Ernst der Lage:** hoch\n\n**Wer weiß mehr:** Ada', { rules });
    assert.deepEqual([review.severity, review.people], ['hoch', ['Ada']]);
  });

  it('remembers which rule and line gave a field', () => {
    const { origins } = readOne('INC-7.md', '---\nseverity: high\n---\n\n# x\n\n**Status:** open\n');
    assert.deepEqual(origins.severity, { rule: 'field "severity"', line: 2 });
    assert.deepEqual(origins.status, { rule: 'label "Status"', line: 7 });
    assert.deepEqual(origins.id, { rule: 'key at the start of the name of the file' });
  });
});
