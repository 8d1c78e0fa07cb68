import assert from 'node:assert/strict'
import { test } from 'node:test'

import { dateOfDay, dayIn, dayOf, daysAgo, isPastMidnight, startOf } from '../../tools/widget/src/core/days.js'
import { DAY, MINUTE } from './bank.js'

const BEIJING = 480
const NEW_YORK = { winter: -300, summer: -240 }

for (const [name, then, now, count] of [
  ['ten to eight and ten past eight', '2026-11-24T07:50:00+08:00', '2026-11-24T08:10:00+08:00', 0],
  ['before and after midnight', '2026-11-23T23:50:00+08:00', '2026-11-24T00:10:00+08:00', 0],
  ['before and after four', '2026-11-24T03:50:00+08:00', '2026-11-24T04:10:00+08:00', 1],
  ['early and late on one day', '2026-11-24T04:00:00+08:00', '2026-11-25T03:59:00+08:00', 0],
  ['a week', '2026-11-17T20:00:00+08:00', '2026-11-24T08:00:00+08:00', 7],
  ['a clock that was set back', '2026-11-24T08:00:00+08:00', '2026-11-20T08:00:00+08:00', 0]
]) {
  test(`${name} in Beijing: ${count} days`, () => {
    assert.equal(daysAgo({ at: Date.parse(then), offset: BEIJING }, Date.parse(now), BEIJING), count)
    // Without an offset it is the device's.
    assert.equal(daysAgo({ at: Date.parse(then) }, Date.parse(now), BEIJING), count)
  })
}

test('summer time neither adds nor takes a day', () => {
  // 2026-03-08: from 02:00 to 03:00 in New York.
  const days = [
    ['2026-03-07T21:00:00-05:00', NEW_YORK.winter],
    ['2026-03-08T01:30:00-05:00', NEW_YORK.winter],
    ['2026-03-08T03:30:00-04:00', NEW_YORK.summer],
    ['2026-03-08T04:00:00-04:00', NEW_YORK.summer],
    ['2026-03-08T21:00:00-04:00', NEW_YORK.summer]
  ].map(([at, offset]) => dateOfDay(dayIn({ at: Date.parse(at), offset }, NEW_YORK.summer)))
  assert.deepEqual(days, ['2026-03-07', '2026-03-07', '2026-03-07', '2026-03-08', '2026-03-08'])
})

test('an answer keeps its day wherever the reader goes', () => {
  const answer = { at: Date.parse('2026-11-24T22:00:00+08:00'), offset: BEIJING }
  for (const here of [-720, NEW_YORK.winter, 0, BEIJING, 840]) {
    assert.equal(dateOfDay(dayIn(answer, here)), '2026-11-24')
  }
})

test('a day begins where it begins', () => {
  for (const offset of [-720, -300, 0, 345, BEIJING, 840]) {
    for (const day of [-1, 0, 20000]) {
      const start = startOf(day, offset)
      assert.deepEqual([start - 1, start, start + DAY - 1].map((at) => dayOf(at, offset)), [day - 1, day, day])
      assert.equal(new Date(start + offset * MINUTE).getUTCHours(), 4)
    }
  }
})

test('the wall has another date than the reader from midnight to four', () => {
  const past = (time, zone, offset) => isPastMidnight(Date.parse(`2026-11-24T${time}:00${zone}`), offset)
  assert.deepEqual(['23:59', '00:00', '03:59', '04:00', '12:00'].map((time) => past(time, '+08:00', BEIJING)), [false, true, true, false, false])
  assert.deepEqual([past('01:00', '-05:00', NEW_YORK.winter), past('01:00', '+08:00', NEW_YORK.winter)], [true, false])
})
