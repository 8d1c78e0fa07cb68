import assert from 'node:assert/strict'
import test from 'node:test'

import { readHistory } from '../../tools/widget/src/core/history.js'
import { countDue, progressOf } from '../../tools/widget/src/core/progress.js'
import { Schedule } from '../../tools/widget/src/core/schedule.js'
import { DAY, MONDAY, answer, makeIndex } from './bank.js'

test('a part of the plan counts its own questions, by the present version, place and day', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m1-q02': 'v1', 'a1-m2-q01': 'v1', 'a1-m2-q02': 'v2', 'a11-m1-q01': 'v1' })
  const entries = [
    answer('a1-m1-q01', MONDAY),
    answer('a1-m1-q01', MONDAY + DAY),
    answer('a1-m1-q02', MONDAY, 'wrong'),
    answer('a1-m2-q02', MONDAY),
    answer('a11-m1-q01', MONDAY)
  ]
  const now = MONDAY + DAY
  const history = readHistory(entries, index, now)
  const schedule = new Schedule(history.answers, 0)
  const of = (scope) => [progressOf(scope, history, index, 0), countDue(scope, schedule, index, now)]
  assert.deepEqual(of('a1'), [{ total: 4, seen: 2, right: 1, mastered: 1 }, 1])
  assert.deepEqual(of('a1-m2'), [{ total: 2, seen: 0, right: 0, mastered: 0 }, 0])
  assert.deepEqual(of(''), [{ total: 5, seen: 3, right: 2, mastered: 1 }, 2])
})
