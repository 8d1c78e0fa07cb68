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

const CHINA = 480

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

for (const [drawing, inChina] of [
  ['2026-01-05T23:50 right, 2026-01-06T00:10 right', '07:50 and 08:10', 1],
  ['2026-01-05T15:50 right, 2026-01-05T16:10 right', '23:50 and 00:10', 1],
  ['2026-01-05T19:50 right, 2026-01-05T20:10 right', '03:50 and 04:10', 2]
].map(([drawing, ...more]) => [drawing, more])) {
  const [clock, days] = inChina
  test(`right at ${clock} in China is right on ${days === 1 ? 'one day' : 'two days'}`, () =>
    assert.equal(rightDays(answers(drawing), CHINA), days))
}

test('each answer has the day of its own clock, so that a journey adds none', () => {
  // 22:00 in Shanghai, and two hours later, when it is 16:00 of the same day in Berlin.
  const book = answers('2026-01-05T14:00 right, 2026-01-05T16:00 right')
  const [before, after] = [{ ...book[0], offset: 480 }, { ...book[1], offset: 60 }]
  for (const here of [480, 60, -600, 840]) {
    assert.equal(rightDays([before, after], here), 1)
  }
})

test('the day before, after the date line was crossed, is no second day', () => {
  const [shanghai, hawaii] = answers('2026-01-05T22:00 right, 2026-01-06T08:00 right')
  assert.equal(rightDays([{ ...shanghai, offset: 480 }, { ...hawaii, offset: -600 }], -600), 1)
})

test('what was never wrong is no mistake, and what was mastered since is none any more', () => {
  const book = new Map([
    ['a1-m1-q01', answers('2026-01-05 right')],
    ['a1-m1-q02', answers('2026-01-05 wrong, 2026-01-06 right, 2026-01-07 right')],
    ['a1-m1-q03', answers('2026-01-05 wrong, 2026-01-06 right')]
  ])
  assert.deepEqual(mistakes(book, 0), [
    { question: 'a1-m1-q03', times: 1, last: book.get('a1-m1-q03')[0], days: 1 }
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
