import assert from 'node:assert/strict';
import { narrativeOf } from '../../src/story/narrative';
import { storyPage } from '../../src/story/storyPage';
import { readOne } from '../core/reviews/readOne';
import { contextOf } from './pageOf';

const words = 'The release worker gave all of it back in one go. '.repeat(10);

function pageOfText(text: string) {
  const review = readOne('INC-7.md', `# The pump\n\n${text}`);
  return storyPage(review, narrativeOf(review), contextOf({}));
}

describe('the pieces of a story', () => {
  it('are one where it is short', () => {
    assert.deepEqual(pageOfText(`## Waves\n\n${words}`).rest, []);
  });

  it('begin with what fills the first screens, and the whole outline', () => {
    const parts = Array.from({ length: 400 }, (_, at) => `## Part ${at}\n\n${words}`);
    const { html, rest } = pageOfText(parts.join('\n\n'));
    assert.ok(html.length < 120_000 && rest.length > 1, `${html.length} characters, ${rest.length} more pieces`);
    assert.match(html, /<a href="#passage-part-399">/);
    assert.match(html, /id="passage-part-0"/);
    assert.match(rest.at(-1) ?? '', /id="passage-part-399"[\s\S]*class="end"/);
    const told = [html, ...rest].join('').match(/id="passage-part-\d+"/g);
    assert.deepEqual(
      told,
      [...parts.keys()].map((at) => `id="passage-part-${at}"`),
    );
  });

  it('divide a section that is long by itself, which keeps its name and one id', () => {
    const { html, rest } = pageOfText(`## Waves\n\n${`${words}\n\n`.repeat(400)}`);
    assert.ok(rest.length > 1);
    assert.match(html, /<section id="passage-waves" data-passage="waves"/);
    assert.match(rest[0] ?? '', /^<section data-passage="waves"/);
    assert.equal([html, ...rest].join('').split(words.trim()).length - 1, 400);
    for (const each of rest) assert.equal(each.split('<section').length, each.split('</section>').length);
  });
});
