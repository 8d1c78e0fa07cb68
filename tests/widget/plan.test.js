import assert from 'node:assert/strict'
import test from 'node:test'

import { planFor } from '../../tools/widget/src/core/plan.js'

test('so many a day that all are done the day before the test', () => {
  assert.deepEqual(planFor('2026-12-06', '2026-11-24', 100), { days: 12, daily: 9 })
  assert.deepEqual(planFor('2026-11-25', '2026-11-24', 100), { days: 1, daily: 100 })
})

test('on the day itself, and behind it, all that is left is left', () => {
  assert.deepEqual(planFor('2026-11-24', '2026-11-24', 7), { days: 0, daily: 7 })
  assert.deepEqual(planFor('2026-11-20', '2026-11-24', 7), { days: -4, daily: 7 })
})

test('who has done everything has nothing to do', () => {
  assert.deepEqual(planFor('2026-12-06', '2026-11-24', 0), { days: 12, daily: 0 })
})

test('the end of winter time and of a year are days like any other', () => {
  assert.equal(planFor('2027-04-01', '2026-10-01', 1).days, 182)
})
