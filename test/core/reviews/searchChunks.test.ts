import assert from 'node:assert/strict';
import { searchChunks } from '../../../src/core/reviews/searchChunks';
import { reviewFrom } from '../wording/reviewOf';

describe('searchChunks', () => {
  const headings: Record<string, boolean> = {
    'Who can tell more': true,
    'Who to ask': true,
    'If I change something around keys, who do I talk to?': true,
    Attendees: false,
    'Meeting attendees': false,
    Participants: false,
    'Who was involved': false,
    'Incident responders': false,
    Teilnehmer: false,
    参加者: false,
  };
  for (const [heading, isSought] of Object.entries(headings)) {
    it(`${isSought ? 'takes' : 'leaves out'} a section about people that is called ${heading}`, () => {
      const review = reviewFrom(`# Story\nIt ended.\n## ${heading} | people\nPhilippa knows the leases.`);
      const texts = searchChunks(review).map(({ start, end }) => review.text.slice(start, end));
      assert.equal(
        texts.some((text) => text.includes('Philippa')),
        isSought,
      );
    });
  }
});
