import assert from 'node:assert/strict'
import { test } from 'node:test'

import { readHistory } from '../../tools/widget/src/core/history.js'
import { idFrom } from '../../tools/widget/src/core/random-id.js'
import { progressOf } from '../../tools/widget/src/core/progress.js'
import { lastAnswer, newest } from '../../tools/widget/src/core/tally.js'
import { answer, makeIndex } from './bank.js'

const NOW = 1000

const index = makeIndex({ 'a1-q01': 'v1', 'a1-m1-q01': 'v1', 'a1-m2-q01': 'v2', 'a10-m1-q01': 'v1' })
const entries = [
  answer('a1-q01', 10),
  answer('a1-m1-q01', 20, 'wrong'),
  answer('a1-m2-q01', 30),
  answer('a10-m1-q01', 40),
  answer('a1-m1-q99', 50)
]
const read = (log) => readHistory(log, index, NOW)
const history = read(entries)
const tally = (history, index, scope) => {
  const { total, seen, right } = progressOf(scope, history, index, 0)
  return { total, right, wrong: seen - right }
}

test('the last answer counts, in whatever order the log is read', () => {
  const log = [answer('a1-q01', 10, 'wrong'), answer('a1-q01', 30), answer('a1-q01', 20, 'wrong')]
  for (const each of [log, [...log].reverse(), [...log, ...log]]) {
    assert.equal(lastAnswer(read(each), 'a1-q01').result, 'right')
  }
})

test('a scope is a provision and all below it, not its neighbours', () => {
  assert.deepEqual(tally(history, index, 'a1'), { total: 3, right: 1, wrong: 1 })
  assert.deepEqual(tally(history, index, 'a10'), { total: 1, right: 1, wrong: 0 })
})

test('a question counts for the provision it stands under, wherever it was born', () => {
  const moved = makeIndex({ 'a1-q01': 'v1' })
  moved.questions['a1-q01'].p = 'a10-m1'
  assert.deepEqual(tally(history, moved, 'a10'), { total: 1, right: 1, wrong: 0 })
})

test('a changed meaning counts as not answered, a retired question not at all', () => {
  assert.deepEqual(tally(history, index, ''), { total: 4, right: 2, wrong: 1 })
  assert.equal(lastAnswer(history, 'a1-m2-q01').version, 'v1')
})

test('an answer that came late to what the question used to mean leaves the present one standing', () => {
  const late = read([...entries, answer('a10-m1-q01', 50, 'wrong', { version: 'v0' })])
  assert.deepEqual(tally(late, index, 'a10'), { total: 1, right: 1, wrong: 0 })
  assert.equal(lastAnswer(late, 'a10-m1-q01').result, 'right')
})

test('what was cleared is not told again', () => {
  const cleared = read([...entries, { id: 'r1', type: 'reset', scope: 'a1', at: 60 }])
  assert.deepEqual(tally(cleared, index, ''), { total: 4, right: 1, wrong: 0 })
  assert.equal(lastAnswer(cleared, 'a1-m1-q01') || lastAnswer(cleared, 'a1-m2-q01'), undefined)
})

test('the reader goes on where the last question that is still asked was answered', () => {
  assert.equal(newest(history, NOW).question, 'a10-m1-q01')
  assert.equal(newest(read([]), NOW), undefined)
})

test('a question named like something of JavaScript’s is not there', () => {
  assert.equal(newest(read([answer('constructor', 99), answer('__proto__', 99)]), NOW), undefined)
})

test('an id keeps every bit of chance', () => {
  assert.equal(idFrom(Uint8Array.of(0, 1, 15, 16, 255)), '00010f10ff')
})
