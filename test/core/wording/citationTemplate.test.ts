import assert from 'node:assert/strict';
import { fillTemplate, templateProblem } from '../../../src/core/wording/citationTemplate';
import { reviewFrom } from './reviewOf';

const review = reviewFrom('# What surprised us\nNobody held it. Not even we.', {
  title: 'A [lock]',
  path: 'docs/incidents/a lock.md',
  date: '2023-06-07',
});

describe('fillTemplate', () => {
  it('puts in what the review says, as plain text', () => {
    const template = '{id} {name} {title} {date} {heading} {quote} <{path}>';
    assert.equal(
      fillTemplate(template, review, { passage: 'what-surprised-us', fromPath: 'docs/x.md', markup: 'markdown' }),
      'INC-7 INC-7#what-surprised-us A \\[lock\\] 2023-06-07 What surprised us Nobody held it. <incidents/a%20lock.md#what-surprised-us>',
    );
  });

  it('takes what a review says for no placeholder', () => {
    assert.equal(fillTemplate('{title}', { ...review, title: '{id}' }, { markup: 'plain' }), '{id}');
  });

  it('is nothing where a path is asked for and there is none', () => {
    assert.equal(fillTemplate('{path}', review, { markup: 'markdown' }), undefined);
  });
});

describe('templateProblem', () => {
  const cases: Record<string, [template: string, problem: RegExp | undefined]> = {
    'finds nothing in markup': ['**{id}** – [{title}]({path})', undefined],
    'names what means nothing, and what does': ['{titel}', /^\{titel\} means nothing .* \{id\}, \{name\}, \{title\}/],
    'finds a brace that names nothing': ['{id} {', /^\{ means nothing/],
    'finds several lines': ['{id}\n{title}', /one line/],
    'finds nothing in it': ['  ', /empty/],
    'finds what ends comments': ['{id} */', /\*\/, which ends comments/],
    'finds what cannot be seen': ['{id}\u202e', /cannot be seen/],
    'finds what is too long': ['x'.repeat(501), /longer than 500/],
  };
  for (const [name, [template, problem]] of Object.entries(cases)) {
    it(name, () => {
      const told = templateProblem(template);
      if (problem) assert.match(told ?? '', problem);
      else assert.equal(told, undefined);
    });
  }
});
