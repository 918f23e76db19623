import assert from 'node:assert/strict';
import { defaultRules } from '../../../src/core/reviews/libraryRules';
import type { SectionKind } from '../../../src/core/reviews/review';
import { sectionKind } from '../../../src/core/reviews/sectionKinds';
import { readOne, sectionsOf } from './readOne';

describe('sectionKind', () => {
  const cases: Partial<Record<SectionKind, string[]>> = {
    summary: [
      'Summary',
      'Issue Summary:',
      'TL;DR',
      'Executive summary',
      'What happened?',
      'サマリー',
      'Zusammenfassung',
      'Résumé',
    ],
    context: ['Background', 'Context and background', 'What made sense at the time'],
    surprises: [
      'What surprised us',
      'Surprises :boom:',
      'What was surprising',
      'Puzzles',
      'Where we got lucky',
      '運が良かったこと',
    ],
    difficulties: [
      'What was difficult',
      'What was confusing, and to whom',
      'What made it hard to see',
      'What went wrong',
      'What went poorly',
      'What Didn’t Go So Well?',
      "What was tried that didn't work",
      "Why wasn't this caught earlier?",
      'うまくいかなかったこと',
    ],
    contributors: [
      'Root Cause',
      'Root cause(s)',
      '5 Whys',
      'Contributing Factors',
      'Causes',
      'Analysis',
      'Trigger',
      '根本原因分析',
      'Ursachen',
    ],
    timeline: [
      'Timeline (all times UTC)',
      'Events/Timeline:',
      'Sequence of events',
      'Follow-up timeline',
      'Key events',
      'タイムライン',
    ],
    impact: ['Impact', 'Impact on users', 'User impact', '影響'],
    resolution: ['Resolution', 'Resolution and recovery', 'Short term fix', 'Mitigation'],
    lessons: ['Lessons learned', 'Lessons learnt', 'What went well', 'うまくいったこと', '教訓'],
    people: ['Attendees', 'Participants', 'People involved'],
    followUps: [
      'Action Items ##',
      'Follow-up improvements',
      'Next steps',
      'Corrective and preventative measures',
      'Future Actions',
      'アクションアイテム',
    ],
    transcript: ['#testing-ops chat logs', 'Slack transcript', 'IRC log'],
    excluded: ['Sensitive findings', 'SENSITIVE FINDINGS:'],
    other: ['Stats', 'Appendix', 'References', '15:12:42', 'The queue', ''],
  };

  for (const [kind, headings] of Object.entries(cases)) {
    for (const heading of headings) {
      it(`takes "${heading}" for ${kind}`, () => assert.equal(sectionKind(heading, defaultRules), kind));
    }
  }

  it('takes a question put to somebody for no contributor', () => {
    assert.equal(sectionKind('Why did nobody tell you?', defaultRules), 'other');
    assert.equal(sectionKind('What surprised you most?', defaultRules), 'surprises');
    assert.equal(sectionKind('Why did it happen?', defaultRules), 'contributors');
  });

  it('takes those whom one can ask for people, however the heading says it', () => {
    for (const heading of [
      'Who can tell more',
      'Who to ask',
      'If I change keys, who do I talk to?',
      'Who knows more',
    ]) {
      assert.equal(sectionKind(heading, defaultRules), 'people', heading);
    }
  });

  it('lets the words of the team go first', () => {
    const rules = { ...defaultRules, headings: { surprises: ['Lessons learned'] }, excludeHeadings: ['Legal'] };
    assert.equal(sectionKind('Lessons learned by us', rules), 'surprises');
    assert.equal(sectionKind('Legal', rules), 'excluded');
  });
});

describe('the sections of a review', () => {
  it('are what stands under each heading', () => {
    const text = '# Disk full\n\nintro\n\n## Summary ##\r\nOne.\n\n### Details\nTwo.\n\nTimeline\n--------\n14:06 x\n';
    const { sections } = readOne('a.md', text);
    assert.deepEqual(
      sections.map(({ heading, kind, level, line, passage }) => [heading, kind, level, line, passage]),
      [
        ['Disk full', 'other', 1, 1, 'disk-full'],
        ['Summary', 'summary', 2, 5, 'summary'],
        ['Details', 'summary', 3, 8, 'details'],
        ['Timeline', 'timeline', 2, 11, 'timeline'],
      ],
    );
    assert.equal(text.slice(sections[1]?.bodyStart, sections[1]?.end), 'One.\n\n');
    assert.equal(text.slice(sections[3]?.start), 'Timeline\n--------\n14:06 x\n');
  });

  it('tell about what their parents tell about, unless they say otherwise', () => {
    const text = '# x\n\n## Lessons\n\n### What went wrong\n\n### Monitoring\n\n## Sensitive findings\n\n### Summary\n';
    assert.deepEqual(sectionsOf(readOne('a.md', text)), [
      'other: x',
      'lessons: Lessons',
      'difficulties: What went wrong',
      'lessons: Monitoring',
      'excluded: Sensitive findings',
      'excluded: Summary',
    ]);
  });

  it('stand under bold labels where there are no headings', () => {
    const text = `# Incident on 2020-09-21

- **Key events**
  - First detected 2020-09-21 18:27
- **Time to repair**: 38m
- **Impact**:
  - Users could not log in.
- **Context**: A script ran.

**Severity:** high
`;
    const review = readOne('a.md', text);
    assert.deepEqual(sectionsOf(review), [
      'other: Incident on 2020-09-21',
      'timeline: Key events',
      'other: Time to repair',
      'impact: Impact',
      'context: Context',
    ]);
    const context = review.sections.at(-1);
    assert.match(text.slice(context?.bodyStart, context?.end), /^ A script ran\./);
  });

  it('are no labels where there are headings, but above the first', () => {
    const text = '# x\n\n**Impact:** all users\n\n**Owner:** Ada\n\n## Summary\n\n**Impact:** none\n';
    assert.deepEqual(sectionsOf(readOne('a.md', text)), ['other: x', 'impact: Impact', 'summary: Summary']);
  });

  it('leave code, comments and other look-alikes alone', () => {
    const text =
      '# x\n\n```sh\n# no heading\n```\n\n~~~\n## neither\n~~~\n\n<!--\n## nor this\n-->\n\n    # nor that\n\n#2127\n\n## Summary {#sum .class}\n';
    assert.deepEqual(sectionsOf(readOne('a.md', text)), ['other: x', 'summary: Summary']);
  });
});
