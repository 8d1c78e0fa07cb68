import assert from 'node:assert/strict'
import { test } from 'node:test'

import { daysBetween } from '../../tools/widget/src/core/days.js'
import { idFrom } from '../../tools/widget/src/core/random-id.js'
import { latest, newest, provisionOf, tally } from '../../tools/widget/src/core/tally.js'

const entry = (id, question, at, result, version = 'v1') => ({ id, question, at, result, version })

test('the last answer counts, in whatever order the log is read', () => {
  const entries = [entry('1', 'a1-q01', 10, 'wrong'), entry('2', 'a1-q01', 30, 'right'), entry('3', 'a1-q01', 20, 'wrong')]
  for (const log of [entries, [...entries].reverse(), [...entries, ...entries]]) {
    assert.equal(latest(log).get('a1-q01').result, 'right')
  }
})

test('two answers of one moment fall in the same order on every device', () => {
  const one = entry('a', 'a1-q01', 10, 'right')
  const other = entry('b', 'a1-q01', 10, 'wrong')
  assert.equal(latest([one, other]).get('a1-q01').id, latest([other, one]).get('a1-q01').id)
})

const versions = { 'a1-q01': 'v1', 'a1-m1-q01': 'v1', 'a1-m2-q01': 'v2', 'a10-m1-q01': 'v1' }
const last = latest([
  entry('1', 'a1-q01', 10, 'right'),
  entry('2', 'a1-m1-q01', 20, 'wrong'),
  entry('3', 'a1-m2-q01', 30, 'right', 'v1'),
  entry('4', 'a10-m1-q01', 40, 'right'),
  entry('5', 'a1-m1-q99', 50, 'right')
])

test('a scope is a provision and all below it, not its neighbours', () => {
  assert.deepEqual(tally(last, versions, 'a1'), { total: 3, right: 1, wrong: 1 })
  assert.deepEqual(tally(last, versions, 'a10'), { total: 1, right: 1, wrong: 0 })
})

test('a changed meaning counts as not answered, a retired question not at all', () => {
  assert.deepEqual(tally(last, versions, ''), { total: 4, right: 2, wrong: 1 })
})

test('the reader goes on where the last question that is still asked was answered', () => {
  assert.equal(newest(last, versions).question, 'a10-m1-q01')
  assert.equal(newest(new Map(), versions), undefined)
})

test('a question named like something of JavaScript’s is not there', () => {
  const odd = latest([entry('1', 'constructor', 99, 'right')])
  assert.equal(newest(odd, versions), undefined)
})

test('a question’s id says its provision', () => {
  assert.equal(provisionOf('a1-m3-q07'), 'a1-m3')
  assert.equal(provisionOf('a1-q04'), 'a1')
  assert.equal(provisionOf('pre-q1'), 'pre')
})

const days = [
  ['a minute before midnight is yesterday', '2026-11-23T23:59:00+08:00', '2026-11-24T00:01:00+08:00', 1],
  ['early and late on one day is today', '2026-11-24T00:01:00+08:00', '2026-11-24T23:59:00+08:00', 0],
  ['a week', '2026-11-17T20:00:00+08:00', '2026-11-24T08:00:00+08:00', 7],
  ['a clock that was set back', '2026-11-24T08:00:00+08:00', '2026-11-20T08:00:00+08:00', 0]
]
for (const [name, then, now, count] of days) {
  test(`days: ${name}`, () => assert.equal(daysBetween(Date.parse(then), Date.parse(now), -480), count))
}

test('an id keeps every bit of chance', () => {
  assert.equal(idFrom(Uint8Array.of(0, 1, 15, 16, 255)), '00010f10ff')
})
