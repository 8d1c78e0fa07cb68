import assert from 'node:assert/strict'
import { test } from 'node:test'

import { idFrom } from '../../tools/widget/src/core/random-id.js'
import { latest, newest, present, provisionOf, tally } from '../../tools/widget/src/core/tally.js'

const NOW = 1000

const entry = (id, question, at, result, version = 'v1') => ({ id, question, at, result, version })

test('the last answer counts, in whatever order the log is read', () => {
  const entries = [entry('1', 'a1-q01', 10, 'wrong'), entry('2', 'a1-q01', 30, 'right'), entry('3', 'a1-q01', 20, 'wrong')]
  for (const log of [entries, [...entries].reverse(), [...entries, ...entries]]) {
    assert.equal(latest(log, NOW).get('a1-q01').result, 'right')
  }
})

test('two answers of one moment fall in the same order on every device', () => {
  const one = entry('a', 'a1-q01', 10, 'right')
  const other = entry('b', 'a1-q01', 10, 'wrong')
  assert.equal(latest([one, other], NOW).get('a1-q01').id, latest([other, one], NOW).get('a1-q01').id)
})

const versions = { 'a1-q01': 'v1', 'a1-m1-q01': 'v1', 'a1-m2-q01': 'v2', 'a10-m1-q01': 'v1' }
const entries = [
  entry('1', 'a1-q01', 10, 'right'),
  entry('2', 'a1-m1-q01', 20, 'wrong'),
  entry('3', 'a1-m2-q01', 30, 'right', 'v1'),
  entry('4', 'a10-m1-q01', 40, 'right'),
  entry('5', 'a1-m1-q99', 50, 'right')
]
const last = latest(present(entries, versions), NOW)

test('a scope is a provision and all below it, not its neighbours', () => {
  assert.deepEqual(tally(last, versions, 'a1'), { total: 3, right: 1, wrong: 1 })
  assert.deepEqual(tally(last, versions, 'a10'), { total: 1, right: 1, wrong: 0 })
})

test('a changed meaning counts as not answered, a retired question not at all', () => {
  assert.deepEqual(tally(last, versions, ''), { total: 4, right: 2, wrong: 1 })
})

test('an answer that came late to what the question used to mean leaves the present one standing', () => {
  const late = [...entries, entry('6', 'a10-m1-q01', 50, 'wrong', 'v0')]
  assert.deepEqual(tally(latest(present(late, versions), NOW), versions, 'a10'), { total: 1, right: 1, wrong: 0 })
})

test('an answer of years ahead counts, and the next one has the last word', () => {
  const astray = entry('7', 'a10-m1-q01', 1e12, 'wrong')
  assert.equal(latest([astray], NOW).get('a10-m1-q01'), astray)
  assert.equal(latest([astray, ...entries], NOW).get('a10-m1-q01').id, '4')
})

test('the reader goes on where the last question that is still asked was answered', () => {
  assert.equal(newest(entries, versions, NOW).question, 'a10-m1-q01')
  assert.equal(newest([], versions, NOW), undefined)
})

test('a question named like something of JavaScript’s is not there', () => {
  assert.deepEqual(present([entry('1', 'constructor', 99, 'right'), entry('2', '__proto__', 99, 'right')], versions), [])
  assert.equal(newest([entry('1', 'constructor', 99, 'right')], versions, NOW), undefined)
})

test('a question’s id says its provision', () => {
  assert.equal(provisionOf('a1-m3-q07'), 'a1-m3')
  assert.equal(provisionOf('a1-q04'), 'a1')
  assert.equal(provisionOf('pre-q1'), 'pre')
})

test('an id keeps every bit of chance', () => {
  assert.equal(idFrom(Uint8Array.of(0, 1, 15, 16, 255)), '00010f10ff')
})
