/** Clocks and zones that lie: whatever they said when answers were given, and say now. */

import assert from 'node:assert/strict'
import test from 'node:test'

import { addAnswer, readHistory } from '../../tools/widget/src/core/history.js'
import { isMastered, mistakes } from '../../tools/widget/src/core/mistakes.js'
import { progressOf } from '../../tools/widget/src/core/progress.js'
import { review } from '../../tools/widget/src/core/review.js'
import { Schedule } from '../../tools/widget/src/core/schedule.js'
import { latest, present, tally } from '../../tools/widget/src/core/tally.js'
import { DAY, MINUTE, MONDAY, makeIndex } from './bank.js'
import { library } from './libraries.js'

const fc = library('fast-check')

const index = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m1-q02': 'v1', 'a2-m1-q01': 'v1', 'g-m1-q01': 'v2' })
const versions = Object.fromEntries(index.order.map((question) => [question, index.questions[question].v]))
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
  const answers = steps.map((each, n) => {
    now = Math.max(0, now + each.jump)
    const { question, version, result, zone: offset } = each
    const id = `id${(n * 7919) % 1000}`
    return { id, type: 'answer', question, version, result, at: now, ms: 1, from: 'page', ...(offset !== undefined && { offset }) }
  })
  return { answers: answers.slice(0, -1), now }
}

const lives = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 40 }), here: zone })
const holds = (property) => fc.assert(fc.property(lives, ({ steps, here }) => property(live(steps), here)), { numRuns: 500, seed: 9 })

test('no answer is lost, whatever the clock said or says', () => {
  holds(({ answers, now }) => {
    const asked = present(answers, versions)
    const history = readHistory(answers, index, now)
    assert.deepEqual([...history.answers.values()].flat().map(({ id }) => id).sort(), asked.map(({ id }) => id).sort())
  })
})

test('all pages count the same', () => {
  holds(({ answers, now }, here) => {
    const history = readHistory(answers, index, now)
    const schedule = new Schedule(history.answers, here)
    const last = latest(present(answers, versions), now)
    for (const scope of scopes) {
      const { total, seen, right } = progressOf(scope, history, schedule, index, now, here)
      const home = tally(last, versions, scope)
      assert.deepEqual([home.total, home.right + home.wrong, home.right], [total, seen, right])
    }
    for (const [question, list] of history.answers) {
      assert.equal(last.get(question), list[list.length - 1])
    }
    const all = progressOf('', history, schedule, index, now, here)
    assert.equal(review(schedule, answers, 1e6, now, here).questions.length, all.due)
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

test('an answer given now to a question that was answered in the past or years ahead has the last word', () => {
  holds(({ answers, now }) => {
    const question = index.order[0]
    const fresh = { id: 'now', type: 'answer', question, version: 'v1', result: 'right', at: now, ms: 1, from: 'page' }
    const others = answers.filter(({ at }) => at < now || at > now + 7 * DAY)
    assert.equal(latest(present([...others, fresh], versions), now).get(question), fresh)
  })
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
