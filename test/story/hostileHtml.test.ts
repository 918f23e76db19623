import assert from 'node:assert/strict';
import { toHtml } from 'hast-util-to-html';
import { cleanHtml, visibleTags } from '../../src/story/cleanHtml';
import { shallowHtml } from '../../src/story/shallowHtml';
import { readOne } from '../core/reviews/readOne';
import { pageOf } from './pageOf';

const clean = (html: string) => toHtml({ type: 'root', children: cleanHtml(html) });

describe('HTML of a review that is too much', function () {
  this.timeout(60_000);

  it('stays as it is where it is not', () => {
    const html = '<div><p>a<br>b</p><img src="x"><b>c</b></div>'.repeat(500);
    assert.equal(shallowHtml(html), html);
  });

  it('has no element more than a hundred deep, and loses no words', () => {
    for (const open of [
      '<div>',
      '<b>',
      '<b><i>',
      '<div></p>',
      '<details><summary>x</summary>',
      '<table><tr><td>',
      '<ul><li>',
    ]) {
      const html = clean(`${open.repeat(5_000)}the end`);
      assert.match(html, /the end/);
      assert.ok(deepestOf(html) < 400, open);
    }
  });

  it('is opened again where it was closed', () => {
    assert.equal(shallowHtml('<div></div>'.repeat(300)), '<div></div>'.repeat(300));
  });

  it('keeps comments that end, and shows those that do not', () => {
    assert.equal(visibleTags('a <!-- <x> --> b'), 'a <!-- <x> --> b');
    assert.equal(visibleTags('a <!-- b'), 'a &lt;!-- b');
    assert.equal(visibleTags('<!-- a --> <!-- b'), '<!-- a --> &lt;!-- b');
    assert.equal(visibleTags('<!--> <x>'), '&lt;!--> &lt;x>');
    // With a search to the end for each of them, this took a minute.
    assert.equal(visibleTags('<!-- '.repeat(200_000)).length, 200_000 * '&lt;!-- '.length);
  });

  it('is told in part where there are tens of thousands of parts, which the page says', () => {
    for (const text of ['# h\n'.repeat(12_000), `| a |\n|---|\n${'| b |\n'.repeat(9_000)}`, '- x\n'.repeat(9_000)]) {
      const { html } = pageOf(readOne('INC-7.md', `# The pump\n\n${text}`));
      assert.ok(html.length < 8_000_000);
      assert.match(html, /class="note"/);
    }
    assert.doesNotMatch(pageOf(readOne('INC-7.md', `# The pump\n\n${'- x\n'.repeat(500)}`)).html, /class="note"/);
  });
});

function deepestOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/g)) {
    if (/^<(?:br|img|hr)/.test(tag)) continue;
    depth += tag.startsWith('</') ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
