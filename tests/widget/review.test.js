import assert from 'node:assert/strict'
import test from 'node:test'

import { review } from '../../tools/widget/src/core/review.js'
import { replay } from '../../tools/widget/src/core/schedule.js'
import { DAY, MINUTE, MONDAY, answer, makeIndex } from './bank.js'

const index = makeIndex(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`a1-m1-q${at + 10}`, 'v1'])))
const wrongOnMonday = index.order.map((question, at) => answer(question, MONDAY + at, 'wrong'))
const at = (entries, now, limit = 20) => review(replay(entries, index, now, 0), entries, limit, now, 0)

test('the longest due come first, up to the limit, and the count of all is honest', () => {
  const { questions, due, done, next } = at(wrongOnMonday, MONDAY + DAY)
  assert.deepEqual(questions, index.order.slice(0, 20))
  assert.deepEqual([due, done, next], [30, 0, undefined])
})

test('what was answered in review today is taken off, what was answered elsewhere or yesterday is not', () => {
  const now = MONDAY + DAY
  const later = [
    ...index.order.slice(0, 5).map((question) => answer(question, now, 'right', { from: 'review' })),
    answer(index.order[5], now, 'right', { from: 'practice' })
  ]
  const yesterday = answer(index.order[6], MONDAY + 2 * MINUTE, 'wrong', { from: 'review' })
  const found = at([...wrongOnMonday, ...later, yesterday], now + 1)
  assert.deepEqual([found.questions.length, found.done, found.due], [15, 5, 24])
})

test('with the limit reached, the next are there from four in the morning on', () => {
  const now = MONDAY + DAY
  const today = index.order.slice(0, 20).map((question) => answer(question, now, 'right', { from: 'review' }))
  const found = at([...wrongOnMonday, ...today], now + 1)
  assert.deepEqual([found.questions, found.due, found.next], [[], 10, Date.UTC(2026, 0, 7, 4)])
})

test('with nothing due, it says when the next is', () => {
  const found = at(wrongOnMonday, MONDAY + 30)
  assert.deepEqual([found.questions, found.due, found.next], [[], 0, Date.UTC(2026, 0, 6, 4)])
})

test('with nothing answered yet, there is no next', () => {
  assert.deepEqual(at([], MONDAY), { questions: [], due: 0, done: 0, next: undefined })
})

test('reviews of a clock that was ahead take nothing from the days that follow', () => {
  const now = MONDAY + DAY
  const ahead = index.order.slice(0, 20).map((question) => answer(question, now + 2 * DAY, 'right', { from: 'review' }))
  assert.equal(at([...wrongOnMonday, ...ahead], now).done, 0)
})
