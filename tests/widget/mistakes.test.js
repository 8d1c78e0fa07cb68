import assert from 'node:assert/strict'
import test from 'node:test'

import { isMastered, mistakes, rightDays } from '../../tools/widget/src/core/mistakes.js'
import { answer, time } from './bank.js'

/** `2026-01-05T12:00 right, …` */
function answers(drawing, question = 'a1-m1-q01') {
  return drawing.split(',').map((each) => {
    const [at, result] = each.trim().split(' ')
    return answer(question, time(at), result)
  })
}

const CHINA = -480

for (const [drawing, days] of [
  ['2026-01-05 wrong', 0],
  ['2026-01-05 right', 1],
  ['2026-01-05T08:00 right, 2026-01-05T10:00 right', 1],
  ['2026-01-05 right, 2026-01-06 right', 2],
  ['2026-01-05 right, 2026-01-06 wrong', 0],
  ['2026-01-05 right, 2026-01-06 right, 2026-01-07 wrong', 0],
  ['2026-01-05 wrong, 2026-01-06 right, 2026-01-07 right', 2],
  ['2026-01-05 wrong, 2026-01-05 right, 2026-01-06 right', 2],
  ['2026-01-05 right, 2026-01-06 wrong, 2026-01-07 right', 1]
]) {
  test(`${drawing}: right on ${days} separate days since the last mistake`, () => {
    assert.equal(rightDays(answers(drawing), 0), days)
    assert.equal(isMastered(answers(drawing), 0), days === 2)
  })
}

test('a day is a day of the reader: midnight in China divides, midnight by Greenwich does not', () => {
  const aroundMidnight = answers('2026-01-05T15:59 right, 2026-01-05T16:01 right')
  assert.equal(rightDays(aroundMidnight, CHINA), 2)
  assert.equal(rightDays(aroundMidnight, 0), 1)
  const sameMorning = answers('2026-01-05T23:30 right, 2026-01-06T00:30 right')
  assert.equal(rightDays(sameMorning, CHINA), 1)
})

test('what was never wrong is no mistake, and what was mastered since is none any more', () => {
  const book = new Map([
    ['a1-m1-q01', answers('2026-01-05 right')],
    ['a1-m1-q02', answers('2026-01-05 wrong, 2026-01-06 right, 2026-01-07 right')],
    ['a1-m1-q03', answers('2026-01-05 wrong, 2026-01-06 right')]
  ])
  assert.deepEqual(mistakes(book, 0), [
    { question: 'a1-m1-q03', times: 1, last: time('2026-01-05'), days: 1 }
  ])
})

test('the most frequent mistakes come first, then the most recent', () => {
  const book = new Map([
    ['a1-m1-q01', answers('2026-01-05 wrong')],
    ['a1-m1-q02', answers('2026-01-09 wrong')],
    ['a1-m1-q03', answers('2026-01-01 wrong, 2026-01-02 wrong')],
    ['a1-m1-q04', answers('2026-01-05 wrong')]
  ])
  assert.deepEqual(mistakes(book, 0).map(({ question }) => question.slice(-2)), ['03', '02', '01', '04'])
})
