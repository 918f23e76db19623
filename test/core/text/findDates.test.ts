import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDates } from '../../../src/core/text/findDates';

describe('findDates', () => {
  const cases: Record<string, string[]> = {
    'on 2021-06-30 08:32 UTC': ['2021-06-30'],
    '2021/06/30, 2021.06.30 and 2021-6-3': ['2021-06-30', '2021-06-30', '2021-06-03'],
    '2021-06-30T08:32:00Z': ['2021-06-30'],
    '30.06.2021': ['2021-06-30'],
    '04-03-2026': ['2026-03-04 or 2026-04-03'],
    '6/30/2021 and 30/6/2021': ['2021-06-30', '2021-06-30'],
    '03/10/2021': ['2021-03-10 or 2021-10-03'],
    '5-26-21': ['2021-05-26'],
    'Wednesday 30th June 2021': ['2021-06-30'],
    'February 5th, 2019 Partial Outage': ['2019-02-05'],
    'Nov. 13, 2017': ['2017-11-13'],
    'Sep 2 2017 12:30': ['2017-09-02'],
    'January 14-19, 2026': ['2026-01-14'],
    '14–19 January 2026': ['2026-01-14'],
    'April 28 - May 2, 2021': ['2021-04-28'],
    '21-Dec-2021': ['2021-12-21'],
    'in May 2022': ['2022-05'],
    'it may 2022 be': [],
    '12 mars 2024, 5. März 2024, 3 de mayo de 2024': ['2024-03-12', '2024-03-05', '2024-05-03'],
    '2026年4月17日と2026年5月': ['2026-04-17', '2026-05'],
    '31.06.2019, 0.02.2020, 20202-01-16, 2021/22-??-??, HH:mm': [],
    'since 2021-02-29 and 2024-02-29': ['2024-02-29'],
    'PM2021-006 and v1.14.3 and 10.0.32.54': [],
    '2024-03 to 2024-04': ['2024-03', '2024-04'],
  };

  for (const [text, dates] of Object.entries(cases)) {
    it(`reads ${dates.join(', ') || 'nothing'} in "${text}"`, () => {
      const found = findDates(text).map(({ date, otherReading }) =>
        otherReading ? `${date} or ${otherReading}` : date,
      );
      assert.deepEqual(found, dates);
    });
  }

  it('says where a date stands', () => {
    const text = 'on Monday 3rd of February 2020, early';
    const [date] = findDates(text);
    assert.equal(text.slice(date?.start, date?.end), '3rd of February 2020');
  });

  it('answers only dates that exist, inside the text and in order', () => {
    const piece = fc.constantFrom(
      '2021',
      '0',
      '1',
      '12',
      '31',
      '-',
      '/',
      '.',
      ' ',
      'May',
      'June',
      'th',
      ',',
      '年',
      '月',
      '日',
      'de',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { date, start, end } of findDates(text)) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = start;
          const day = date.length === 10 ? date : `${date}-01`;
          assert.equal(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10), day);
        }
      }),
    );
  });
});
