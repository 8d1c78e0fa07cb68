import assert from 'node:assert/strict'
import test from 'node:test'

import { startClock, tick, timeLeft } from '../../tools/widget/src/core/exam-clock.js'
import { DAY, MINUTE, MONDAY } from './bank.js'

const HOUR = 60 * MINUTE
const clock = startClock(90, MONDAY)

test('an hour of sleep, a closed tab or a reload costs an hour', () => {
  assert.equal(timeLeft(tick(clock, MONDAY + HOUR, 0)), 30 * MINUTE)
})

test('a clock set back gives no time back', () => {
  const half = tick(clock, MONDAY + 45 * MINUTE, MINUTE)
  assert.equal(timeLeft(tick(half, MONDAY - DAY, 0)), 45 * MINUTE)
})

test('while the clock lies behind, the page’s own clock goes on', () => {
  const half = tick(clock, MONDAY + 45 * MINUTE, MINUTE)
  const back = tick(tick(half, MONDAY - DAY, 10 * MINUTE), MONDAY - DAY + 5 * MINUTE, 5 * MINUTE)
  assert.equal(timeLeft(back), 30 * MINUTE)
})

test('a clock set back and put right again costs nothing', () => {
  const half = tick(clock, MONDAY + 45 * MINUTE, MINUTE)
  const back = tick(half, MONDAY - HOUR, 5 * MINUTE)
  assert.equal(timeLeft(tick(back, MONDAY + 51 * MINUTE, MINUTE)), 39 * MINUTE)
})

test('when time is up, it stays up', () => {
  const over = tick(clock, MONDAY + DAY, 0)
  assert.equal(timeLeft(over), 0)
  assert.equal(timeLeft(tick(over, MONDAY, 0)), 0)
})
