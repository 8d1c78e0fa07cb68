import assert from 'node:assert/strict'
import test from 'node:test'

import { calendar, countAhead } from '../../tools/widget/src/core/calendar.js'
import { DAY, answer, time } from './bank.js'

const CHINA = 480
const HAWAII = -600

test('the calendar begins on a Monday and ends today', () => {
  const days = calendar([], time('2026-01-08'), 0, 2)
  assert.deepEqual([days[0].date, days[0].weekday], ['2025-12-29', 0])
  assert.deepEqual([days[10].date, days[10].weekday, days.length], ['2026-01-08', 3, 11])
})

test('each answer counts once on the reader’s own day, even to a question that is gone', () => {
  const late = answer('a1-m1-q01', time('2026-01-07T20:30'))
  const entries = [late, { ...late }, answer('gone-q01', time('2026-01-07T10:00')), { id: 's', type: 'star', at: late.at }]
  const counts = (zone) => calendar(entries, time('2026-01-08'), zone, 1).map(({ answers }) => answers)
  assert.deepEqual(counts(0), [0, 0, 2, 0])
  assert.deepEqual(counts(CHINA), [0, 0, 1, 1])
})

test('answers from before the first week are left out', () => {
  const entries = [answer('a1-m1-q01', time('2020-01-01')), answer('a1-m1-q01', 0)]
  assert.ok(calendar(entries, time('2026-01-08'), CHINA, 4).every(({ answers }) => answers === 0))
})

test('what lies ahead counts as today, and how much it is can be said', () => {
  const now = time('2026-01-08')
  const ahead = answer('a1-m1-q01', time('2099-01-01'))
  const entries = [ahead, { ...ahead }, answer('a1-m1-q01', now + 2 * DAY), answer('a1-m1-q01', now + 1)]
  assert.equal(calendar(entries, now, CHINA, 4).pop().answers, 3)
  assert.equal(countAhead(entries, now, CHINA), 2)
})

test('who flies east over the date line has answered tomorrow, and no clock is to blame', () => {
  const inShanghai = answer('a1-m1-q01', time('2026-01-08T01:00'), 'right', { offset: CHINA })
  const now = time('2026-01-08T12:00')
  assert.equal(countAhead([inShanghai], now, HAWAII), 0)
  assert.equal(calendar([inShanghai], now, HAWAII, 1).pop().answers, 1)
})
