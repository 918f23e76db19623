import assert from 'node:assert/strict';
import markdownIt from 'markdown-it';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { KnownIds } from '../../src/core/citations/knownIds';
import type { ReviewDocument } from '../../src/core/reviews/review';
import { everythingOf } from './everythingOf';
import { canaryCommand, canarySecret } from './hostileCase';

/** As eager as any renderer of Markdown: VS Code's own is not more so. */
const eager = markdownIt({ html: true, linkify: true });

/** What a card may be made of: paragraphs and the bold words before them. */
const inCards = new Set(['p', 'strong', 'em']);

/** Elements that run, load, send or hide. */
const harmful = new Set(
  'script style iframe object embed form input base meta link svg math template noscript textarea select frame frameset applet audio video source portal'.split(
    ' ',
  ),
);

/**
 * Checks what people see of a review: no element, link, image, icon or address of theirs in a card or a label; nothing in the page of its
 * story that could run, load or send; nothing unseen.
 */
export function checkShown(review: ReviewDocument, known: KnownIds): void {
  const { cards, plain, labels, story } = everythingOf(review, known);
  for (const text of cards) {
    assert.ok(new TextEncoder().encode(text).length <= 8 * 1024, 'a card is small');
    for (const element of elementsOf(eager.render(text))) assert.ok(inCards.has(element.tagName), element.tagName);
    assertVisible(text.replaceAll('\n', ''));
  }
  assertVisible(plain.replaceAll('\n', ''));
  for (const text of labels) {
    assert.doesNotMatch(text, /\$\([a-z]/i);
    assert.doesNotMatch(text, /[\r\n]/);
  }
  for (const text of labels.slice(0, 2)) assertVisible(text);
  checkStory(story);
  for (const text of [...cards, plain, ...labels, story]) assert.ok(!text.includes(canarySecret));
}

function checkStory(html: string): void {
  for (const { tagName, attrs } of elementsOf(html)) {
    assert.ok(!harmful.has(tagName), tagName);
    for (const { name, value } of attrs) {
      assert.doesNotMatch(name, /^on|^style$|^srcdoc$|^formaction$|^action$|^xlink|^srcset$|^background$/);
      if (name === 'href') assert.match(value, /^(?:https?:\/\/|mailto:|#)/i, `${tagName} ${name}`);
      if (name === 'src') assert.fail(`an image that nobody looked at: ${value.slice(0, 100)}`);
      if (!['alt', 'title', 'aria-label', 'href'].includes(name)) assert.ok(!value.includes(canaryCommand));
    }
  }
}

function assertVisible(text: string): void {
  assert.doesNotMatch(text, /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029\u200b\ufeff\u{e0001}-\u{e007f}]/u);
}

function elementsOf(html: string): readonly DefaultTreeAdapterTypes.Element[] {
  const found: DefaultTreeAdapterTypes.Element[] = [];
  const waiting: DefaultTreeAdapterTypes.Node[] = [parseFragment(html)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) waiting.push(...node.childNodes);
  }
  return found;
}
