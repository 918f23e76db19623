import assert from 'node:assert/strict';
import { endOfDate } from '../../../src/core/text/endOfDate';

describe('endOfDate', () => {
  const cases: Record<string, string> = {
    '2023-06-07': '2023-06-08T00:00:00.000Z',
    '2024-02-29': '2024-03-01T00:00:00.000Z',
    '2023-12-31': '2024-01-01T00:00:00.000Z',
    '2023-12': '2024-01-01T00:00:00.000Z',
    '2023': '2024-01-01T00:00:00.000Z',
  };
  for (const [date, end] of Object.entries(cases)) {
    it(`is over at ${end} for ${date}`, () => assert.equal(new Date(endOfDate(date) ?? 0).toISOString(), end));
  }
  it('is nothing for what is no date', () => assert.equal(endOfDate('last spring'), undefined));
});
