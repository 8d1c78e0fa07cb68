/** Clocks and zones that lie: whatever they said when answers were given, and say now. */

import assert from 'node:assert/strict'
import test from 'node:test'

import { within } from '../../tools/widget/src/core/bank.js'
import { addAnswer, readHistory } from '../../tools/widget/src/core/history.js'
import { isMastered, mistakes } from '../../tools/widget/src/core/mistakes.js'
import { countDue, progressOf } from '../../tools/widget/src/core/progress.js'
import { review } from '../../tools/widget/src/core/review.js'
import { Schedule } from '../../tools/widget/src/core/schedule.js'
import { nextTurn, orderAt } from '../../tools/widget/src/core/log-order.js'
import { lastAnswer } from '../../tools/widget/src/core/tally.js'
import { DAY, MINUTE, MONDAY, makeIndex } from './bank.js'
import { library } from './libraries.js'

const fc = library('fast-check')

const index = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m1-q02': 'v1', 'a2-m1-q01': 'v1', 'g-m1-q01': 'v2' })
const present = (answers) => answers.filter(({ question, version }) => version === index.questions[question].v)
const scopes = ['', 'a1', 'a2', 'g']

const zone = fc.constantFrom(480, -300, -240, 0, 60, 840, -720, 345)
const jump = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 3 * 24 * 60 }).map((minutes) => minutes * MINUTE) },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 5 }).map((days) => days * DAY) },
  { weight: 1, arbitrary: fc.constantFrom(1500 * DAY, -1500 * DAY, -40 * DAY, 40 * DAY) }
)
const step = fc.record({
  jump,
  zone: fc.option(zone, { nil: undefined }),
  question: fc.constantFrom(...index.order),
  version: fc.constantFrom('v1', 'v1', 'v2'),
  result: fc.constantFrom('right', 'wrong')
})

/** Answers as a device writes them whose clock and zone jump between them; the last of the steps is only a look. */
function live(steps) {
  let now = MONDAY
  let seen = []
  const answers = steps.map((each, n) => {
    now = Math.max(0, now + each.jump)
    const { question, version, result, zone: offset } = each
    const id = `id${(n * 7919) % 1000}`
    const next = nextTurn(seen, now)
    const late = next.turn > now && { turn: next.turn }
    seen = next.seen
    return { id, type: 'answer', question, version, result, at: now, ms: 1, from: 'page', ...(offset !== undefined && { offset }), ...late }
  })
  return { answers: answers.slice(0, -1), now }
}

const lives = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 40 }), here: zone })
const holds = (property) => fc.assert(fc.property(lives, ({ steps, here }) => property(live(steps), here)), { numRuns: 500, seed: 9 })

test('no answer is lost, whatever the clock said or says', () => {
  holds(({ answers, now }) => {
    const asked = present(answers)
    const history = readHistory(answers, index, now)
    assert.deepEqual([...history.answers.values()].flat().map(({ id }) => id).sort(), asked.map(({ id }) => id).sort())
  })
})

test('all pages count the same', () => {
  holds(({ answers, now }, here) => {
    const history = readHistory(answers, index, now)
    const schedule = new Schedule(history.answers, here)
    for (const scope of scopes) {
      const { seen, right } = progressOf(scope, history, index, here)
      const last = present(index.order.filter((id) => within(id, scope)).flatMap((id) => lastAnswer(history, id) || []))
      assert.deepEqual([last.length, last.filter(({ result }) => result === 'right').length], [seen, right])
    }
    for (const [question, list] of history.answers) {
      assert.equal(lastAnswer(history, question), list[list.length - 1])
    }
    assert.equal(review(schedule, answers, 1e6, now, here).questions.length, countDue('', schedule, index, now))
    const book = mistakes(history.answers, here).map(({ question }) => question)
    const wrongOnce = [...history.answers].filter(([, list]) => list.some(({ result }) => result === 'wrong'))
    assert.deepEqual(book.sort(), wrongOnce.filter(([, list]) => !isMastered(list, here)).map(([question]) => question).sort())
  })
})

test('a page that is left open shows what it would show anew', () => {
  holds(({ answers, now }, here) => {
    let open = readHistory([], index, now)
    answers.forEach((answer, at) => {
      if (!addAnswer(open, answer, index)) {
        open = readHistory(answers.slice(0, at + 1), index, now)
      }
    })
    const anew = readHistory(answers, index, now)
    assert.deepEqual(open.answers, anew.answers)
    const schedules = [open, anew].map((history) => new Schedule(history.answers, here))
    index.order.forEach((question) => assert.deepEqual(schedules[0].card(question), schedules[1].card(question)))
  })
})

test('two phones that join their logs in any order agree', () => {
  holds(({ answers, now }) => {
    const halves = [answers.filter((_, at) => at % 2), answers.filter((_, at) => at % 2 === 0)]
    const [one, two] = [halves.flat(), halves.reverse().flat()].map((log) => readHistory(log, index, now).answers)
    index.order.forEach((question) => assert.deepEqual(one.get(question), two.get(question)))
  })
})

// A clock that is wrong by days, up to three, or by years; the right time goes on meanwhile.
const wrongs = fc.array(
  fc.record({
    passed: fc.integer({ min: 0, max: 2 * DAY }),
    error: fc.oneof(fc.constant(0), fc.integer({ min: -3 * DAY, max: 3 * DAY }), fc.constantFrom(-1500 * DAY, 1500 * DAY)),
    type: fc.constantFrom('answer', 'answer', 'answer', 'reset'),
    question: fc.constantFrom(...index.order)
  }),
  { minLength: 1, maxLength: 30 }
)

/** What a device writes whose clock is wrong so often. */
function write(steps) {
  let right = MONDAY + 5000 * DAY
  let seen = []
  return steps.map(({ passed, error, type, question }, n) => {
    right += passed
    const at = right + error
    const next = nextTurn(seen, at)
    seen = next.seen
    const turn = next.turn > at && { turn: next.turn }
    const more = type === 'answer' ? { question, version: index.questions[question].v, result: 'right' } : { scope: '' }
    return { id: `id${(n * 7919) % 1000}`, type, at, ...turn, ...more, near: Math.abs(error) < 4 * DAY }
  })
}

test('a clock that is days off gives nothing older the last word', () => {
  fc.assert(
    fc.property(wrongs, (steps) => {
      const written = write(steps)
      const now = written[written.length - 1].at
      const order = orderAt(now)
      const near = written.filter((each) => each.near)
      if (written[written.length - 1].near) {
        near.forEach((each, at) => assert.ok(at === 0 || order(near[at - 1], each) < 0))
      }
    }),
    { numRuns: 2000, seed: 9 }
  )
})

test('what was cleared on such a clock stays cleared, and what is answered afterwards counts', () => {
  fc.assert(
    fc.property(wrongs, fc.integer({ min: -3 * DAY, max: 3 * DAY }), (steps, error) => {
      const [question] = index.order
      const last = [
        { passed: 0, error, type: 'reset', question },
        { passed: 0, error: 0, type: 'answer', question }
      ]
      const written = write([...steps, ...last])
      const { at, id } = written[written.length - 1]
      const history = readHistory(written, index, at)
      const near = [...history.answers.values()].flat().filter((each) => each.near)
      assert.deepEqual(near.map((each) => each.id), [id])
      // Whose day it was follows from the clock alone.
      assert.equal(new Schedule(history.answers, 480).card(question).last, at)
    }),
    { numRuns: 500, seed: 9 }
  )
})

test('the turns a device has seen are few, however often its clock was wrong', () => {
  let seen = []
  for (let n = 0; n < 1000; n++) {
    seen = nextTurn(seen, MONDAY + n * DAY + (n % 10) * 100 * DAY).seen
  }
  assert.ok(seen.length < 10)
})

test('what is due today is due all day', () => {
  holds(({ answers, now }, here) => {
    const list = readHistory(answers, index, now).answers
    const schedule = new Schedule(list, here)
    for (const question of list.keys()) {
      const { due, last } = schedule.card(question)
      // Minutes stay minutes; a day begins at four, here.
      assert.ok(due - last === MINUTE || due - last === 6 * MINUTE || due - last === 10 * MINUTE || (due + here * MINUTE) % DAY === 240 * MINUTE)
    }
  })
})
