import assert from 'node:assert/strict';
import fc from 'fast-check';
import { timeAtEnd, timeAtStart } from '../../../src/core/text/timeAtStart';

describe('timeAtStart', () => {
  const cases: Record<string, [time: string, rest: string] | undefined> = {
    '08:47 Prow is merged': ['08:47', 'Prow is merged'],
    '[08:47] Prow is merged': ['08:47', 'Prow is merged'],
    '~13:15 - errors': ['13:15', 'errors'],
    '~13:30-13:45 launches drop': ['13:30', 'launches drop'],
    '2021-06-30 08:32 UTC: upgrade': ['08:32', 'upgrade'],
    '2021-06-30T08:32:10Z upgrade': ['08:32', 'upgrade'],
    '[03-26 17:40] upgrade': ['17:40', 'upgrade'],
    '9:05:10 pm: alert': ['21:05', 'alert'],
    '12:29p': ['12:29', ''],
    '12:10 AM A page': ['00:10', 'A page'],
    '16:32 a change lands': ['16:32', 'a change lands'],
    '16:00 – 17:00 nothing works': ['16:00', 'nothing works'],
    'July 11, 2025, 12:42 PM': ['12:42', ''],
    'Sep 2 2017 12:30': ['12:30', ''],
    'Feb 23, 21:10 evicted': ['21:10', 'evicted'],
    '1406Z failover': ['14:06', 'failover'],
    '14時06分 復旧': ['14:06', '復旧'],
    '14h06 reprise': ['14:06', 'reprise'],
    '9 am: started': ['09:00', 'started'],
    '16:05:57-58': ['16:05', ''],
    '14:06 (UTC+2) done': ['14:06', 'done'],
    '25:10 never': undefined,
    '2021-06-30 upgraded': undefined,
    '3 people joined at 14:06': undefined,
    '1.12.10 was released': undefined,
    'The page came': undefined,
  };

  for (const [text, wanted] of Object.entries(cases)) {
    it(`reads ${wanted?.[0] ?? 'nothing'} in "${text}"`, () => {
      const told = timeAtStart(text);
      assert.deepEqual(told && [told.time, told.rest], wanted);
    });
  }

  it('reads a time at the end of a line', () => {
    assert.deepEqual(timeAtEnd('First detected 2020-02-12 11:45'), { time: '11:45', rest: 'First detected' });
    assert.equal(timeAtEnd('nothing of the kind'), undefined);
  });

  it('answers only times of day', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9:~ apmPMTZ[\]-]{0,20}$/), (text) => {
        for (const told of [timeAtStart(text), timeAtEnd(text)])
          if (told) assert.match(told.time, /^(?:[01]\d|2[0-4]):[0-5]\d$/);
      }),
    );
  });
});
