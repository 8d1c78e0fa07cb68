import assert from 'node:assert/strict'
import test from 'node:test'

import { addAnswer, questionsIn, readHistory, standingResets, starred } from '../../tools/widget/src/core/history.js'
import { DAY, MONDAY, answer, makeIndex } from './bank.js'

const NOW = MONDAY + 100 * DAY
const index = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m2-q01': 'v1', 'a2-m1-q01': 'v1', 'a10-m1-q01': 'v1' })

const reset = (id, scope, at, more = {}) => ({ id, type: 'reset', scope, at, ...more })
const undo = (id, of, at) => ({ id, type: 'undo', of, at })
const star = (id, question, on, at) => ({ id, type: 'star', question, on, at })
const answered = (entries, bank = index) => [...readHistory(entries, bank, NOW).answers.keys()].sort()

test('answers stand in the order of their time, then of their ids, however they come', () => {
  const [one, two, three] = [MONDAY, MONDAY, MONDAY - DAY].map((at) => answer('a1-m1-q01', at))
  assert.deepEqual(readHistory([two, one, three], index, NOW).answers.get('a1-m1-q01'), [three, one, two])
})

test('an answer to what the question used to mean does not count, and the question is asked again', () => {
  const history = readHistory([answer('a1-m1-q01', MONDAY, 'right', { version: 'v0' })], index, NOW)
  assert.equal(history.answers.size, 0)
  assert.deepEqual([...history.changed.keys()], ['a1-m1-q01'])
})

test('a question that was answered anew is not called changed any more', () => {
  const history = readHistory([answer('a1-m1-q01', MONDAY, 'right', { version: 'v0' })], index, NOW)
  addAnswer(history, answer('a1-m1-q01', MONDAY + 1), index)
  assert.equal(history.changed.size, 0)
  assert.equal(history.answers.get('a1-m1-q01').length, 1)
})

test('a retired question is nowhere, nor is one that is named like a part of every object', () => {
  const entries = ['a9-m1-q01', 'constructor', '__proto__', 'toString'].map((id) => answer(id, MONDAY))
  const history = readHistory(entries, index, NOW)
  assert.equal(history.answers.size + history.changed.size, 0)
})

test('a reset hides what came before it in its scope, and nothing else', () => {
  const entries = Object.keys(index.questions).map((question) => answer(question, MONDAY))
  assert.deepEqual(answered([...entries, reset('r1', 'a1', MONDAY + 1)]), ['a10-m1-q01', 'a2-m1-q01'])
  assert.deepEqual(answered([...entries, reset('r1', 'a1-m1', MONDAY + 1)]).length, 3)
  assert.deepEqual(answered([...entries, reset('r1', '', MONDAY + 1)]), [])
  assert.deepEqual(answered([...entries, reset('r1', '', MONDAY - 1)]).length, 4)
})

test('what is answered after a reset counts', () => {
  const entries = [answer('a1-m1-q01', MONDAY), reset('r1', '', MONDAY + 1), answer('a1-m1-q01', MONDAY + 2)]
  assert.equal(readHistory(entries, index, NOW).answers.get('a1-m1-q01').length, 1)
})

test('undoing a reset brings everything back, also when the undo is read first', () => {
  const entries = [undo('u1', 'r1', MONDAY + 2), reset('r1', '', MONDAY + 1), answer('a1-m1-q01', MONDAY)]
  assert.deepEqual(answered(entries), ['a1-m1-q01'])
})

test('undoing one reset leaves another', () => {
  const entries = [answer('a1-m1-q01', MONDAY), reset('r1', '', MONDAY + 1), reset('r2', 'a1', MONDAY + 2)]
  assert.deepEqual(answered([...entries, undo('u1', 'r2', MONDAY + 3)]), [])
  assert.deepEqual(answered([...entries, undo('u1', 'r2', MONDAY + 3), undo('u2', 'r1', MONDAY + 4)]), ['a1-m1-q01'])
})

test('the resets that hold are offered for undoing, the last one first', () => {
  const entries = [reset('r1', '', MONDAY), reset('r2', 'a1', MONDAY + 1), reset('r3', 'a2', MONDAY + 2)]
  const ids = (all) => standingResets(all, NOW).map(({ id }) => id)
  assert.deepEqual(ids(entries), ['r3', 'r2', 'r1'])
  assert.deepEqual(ids([...entries, undo('u1', 'r2', MONDAY + 9)]), ['r3', 'r1'])
})

test('a reset goes with its questions when they move, and does not reach those that move in', () => {
  const before = makeIndex({ 'a1-m1-q01': 'v1', 'a2-m1-q01': 'v1' })
  const named = { questions: questionsIn(before, 'a1') }
  const entries = [...before.order.map((question) => answer(question, MONDAY)), reset('r1', 'a1', MONDAY + 1, named)]
  const after = makeIndex({ 'a1-m1-q01': 'v1', 'a2-m1-q01': 'v1' })
  after.questions['a1-m1-q01'].p = 'a2-m1'
  after.questions['a2-m1-q01'].p = 'a1-m1'
  assert.deepEqual(answered(entries, after), ['a2-m1-q01'])
})

test('a reset hides old answers given before it from what is called changed', () => {
  const entries = [answer('a1-m1-q01', MONDAY, 'right', { version: 'v0' }), reset('r1', '', MONDAY + 1)]
  assert.equal(readHistory(entries, index, NOW).changed.size, 0)
})

test('a reset from a clock years ahead does not hide what is answered today, and can be undone', () => {
  const entries = [answer('a1-m1-q01', MONDAY), reset('r1', '', NOW + 900 * DAY)]
  assert.deepEqual(answered(entries), ['a1-m1-q01'])
  assert.deepEqual(standingResets(entries, NOW).map(({ id }) => id), ['r1'])
})

test('a clock set back by days leaves all as it was', () => {
  const entries = [
    answer('a1-m1-q01', NOW - DAY, 'wrong'),
    answer('a1-m1-q01', NOW - 1),
    answer('a1-m2-q01', NOW - 2),
    reset('r1', 'a1-m2', NOW - 1),
    star('s1', 'a2-m1-q01', true, NOW - 2 * DAY),
    star('s2', 'a2-m1-q01', false, NOW - 1)
  ]
  for (const days of [0, 1, 2, 6, 60, 6000]) {
    const { answers } = readHistory(entries, index, NOW - days * DAY)
    assert.deepEqual([...answers], [['a1-m1-q01', entries.slice(0, 2)]])
    assert.equal(starred(entries, index, NOW - days * DAY).size, 0)
  }
})

test('an answer of years ahead counts, and the next one has the last word', () => {
  const [astray, today] = [answer('a1-m1-q01', NOW + 1500 * DAY, 'wrong'), answer('a1-m1-q01', NOW)]
  assert.deepEqual(readHistory([astray], index, NOW).answers.get('a1-m1-q01'), [astray])
  assert.deepEqual(readHistory([today, astray], index, NOW).answers.get('a1-m1-q01'), [astray, today])
  const open = readHistory([astray], index, NOW)
  addAnswer(open, today, index)
  assert.deepEqual(open.answers.get('a1-m1-q01'), [astray, today])
})

test('where the clock was put right since the log was read, it is to be read anew', () => {
  const history = readHistory([answer('a1-m1-q01', MONDAY)], index, MONDAY)
  assert.equal(addAnswer(history, answer('a1-m1-q01', MONDAY + 5000 * DAY), index), false)
  assert.equal(history.answers.get('a1-m1-q01').length, 1)
})

test('the last word on a star holds, whatever the order of reading', () => {
  const entries = [
    star('s1', 'a1-m1-q01', true, MONDAY),
    star('s2', 'a1-m1-q01', false, MONDAY + 1),
    star('s3', 'a2-m1-q01', false, MONDAY),
    star('s4', 'a2-m1-q01', true, MONDAY + 1),
    star('s5', 'a9-m9-q01', true, MONDAY)
  ]
  assert.deepEqual([...starred(entries, index, NOW)], ['a2-m1-q01'])
  assert.deepEqual([...starred(entries.reverse(), index, NOW)], ['a2-m1-q01'])
})

test('types this version does not know are passed over', () => {
  const history = readHistory([{ id: 'x', type: 'dream', at: MONDAY, question: 'a1-m1-q01' }], index, NOW)
  assert.equal(history.answers.size, 0)
})
