import assert from 'node:assert/strict'
import test from 'node:test'

import { calendar, tomorrow } from '../../tools/widget/src/core/calendar.js'
import { answer, time } from './bank.js'

const CHINA = -480

test('the calendar begins on a Monday and ends today', () => {
  const days = calendar([], time('2026-01-08'), 0, 2)
  assert.deepEqual([days[0].date, days[0].weekday], ['2025-12-29', 0])
  assert.deepEqual([days[10].date, days[10].weekday, days.length], ['2026-01-08', 3, 11])
})

test('each answer counts once on the reader’s own day, even to a question that is gone', () => {
  const late = answer('a1-m1-q01', time('2026-01-07T16:30'))
  const entries = [late, { ...late }, answer('gone-q01', time('2026-01-07T10:00')), { id: 's', type: 'star', at: late.at }]
  const counts = (zone) => calendar(entries, time('2026-01-08'), zone, 1).map(({ answers }) => answers)
  assert.deepEqual(counts(0), [0, 0, 2, 0])
  assert.deepEqual(counts(CHINA), [0, 0, 1, 1])
})

test('answers from before the first week and from after today are left out', () => {
  const entries = [answer('a1-m1-q01', time('2020-01-01')), answer('a1-m1-q01', time('2099-01-01')), answer('a1-m1-q01', 0)]
  assert.ok(calendar(entries, time('2026-01-08'), CHINA, 4).every(({ answers }) => answers === 0))
})

test('tomorrow begins at the reader’s midnight', () => {
  assert.equal(tomorrow(time('2026-01-05T15:59'), CHINA), time('2026-01-05T16:00'))
  assert.equal(tomorrow(time('2026-01-05T16:00'), CHINA), time('2026-01-06T16:00'))
})
