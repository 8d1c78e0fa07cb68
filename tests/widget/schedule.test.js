import assert from 'node:assert/strict'
import test from 'node:test'

import { addAnswer, readHistory } from '../../tools/widget/src/core/history.js'
import { Schedule, replay } from '../../tools/widget/src/core/schedule.js'
import { seeded, shuffle } from '../../tools/widget/src/core/shuffle.js'
import { DAY, MINUTE, MONDAY, answer, makeIndex, simulateYear } from './bank.js'
import { library } from './libraries.js'

const { Rating, createEmptyCard, fsrs } = library('ts-fsrs')

/** ts-fsrs by its own scheduler, one card at a time. */
function replayAlone(entries, question) {
  const scheduler = fsrs({ enable_fuzz: false })
  const own = entries.filter((entry) => entry.question === question).sort((one, other) => one.at - other.at)
  return own.reduce((card, { at, result, sure }) => {
    const grade = result === 'wrong' ? Rating.Again : sure === false ? Rating.Hard : Rating.Good
    return scheduler.next(card || createEmptyCard(new Date(at)), new Date(at), grade).card
  }, undefined)
}

test('a year of answers leaves every card as ts-fsrs itself does', () => {
  const { index, entries, end } = simulateYear(seeded('year'))
  const schedule = replay(entries, index, end)
  for (const question of index.order) {
    const { due, stability, difficulty, state, reps } = replayAlone(entries, question)
    const card = schedule.card(question)
    assert.deepEqual(
      [card.due, card.stability, card.difficulty, card.state, card.reps],
      [due.getTime(), stability, difficulty, state, reps],
      question
    )
  }
})

test('answered many times a day, a card is still as ts-fsrs has it', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m1-q02': 'v1', 'a1-m1-q03': 'v1' })
  const random = seeded('crammed')
  let at = MONDAY
  const entries = Array.from({ length: 1500 }, () => {
    at += random() < 0.1 ? Math.floor(random() * 9 * DAY) : MINUTE
    const sure = random() < 0.5 ? {} : { sure: false }
    return answer(index.order[Math.floor(random() * 3)], at, random() < 0.05 ? 'wrong' : 'right', sure)
  })
  const history = readHistory([], index, at)
  const schedule = new Schedule(history.answers)
  const scheduler = fsrs({ enable_fuzz: false })
  const cards = new Map()
  for (const entry of entries) {
    const { question, result, sure } = entry
    const grade = result === 'wrong' ? Rating.Again : sure === false ? Rating.Hard : Rating.Good
    const when = new Date(entry.at)
    cards.set(question, scheduler.next(cards.get(question) || createEmptyCard(when), when, grade).card)
    addAnswer(history, entry, index)
    const { due, stability } = cards.get(question)
    const card = schedule.card(question)
    assert.deepEqual([card.due, card.stability], [due.getTime(), stability])
  }
})

test('a question is due from the moment it is due on', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1' })
  const schedule = replay([answer('a1-m1-q01', MONDAY, 'wrong')], index, MONDAY)
  assert.deepEqual(schedule.due(MONDAY + MINUTE - 1), [])
  assert.equal(schedule.nextDue(MONDAY + MINUTE - 1), MONDAY + MINUTE)
  assert.deepEqual(schedule.due(MONDAY + MINUTE), ['a1-m1-q01'])
  assert.equal(schedule.nextDue(MONDAY + MINUTE), undefined)
})

test('what is due is what ts-fsrs says is due, on every day of the year', () => {
  const { index, entries } = simulateYear(seeded('days'), { questions: 60, daily: 12 })
  const scheduler = fsrs({ enable_fuzz: false })
  const cards = new Map()
  const history = readHistory([], index, 0)
  const schedule = new Schedule(history.answers)
  let next = 0
  for (let day = 0; day < 365; day++) {
    const now = MONDAY + day * DAY + 20 * 60 * MINUTE
    for (; next < entries.length && entries[next].at <= now; next++) {
      const { question, at, result, sure } = entries[next]
      const grade = result === 'wrong' ? Rating.Again : sure === false ? Rating.Hard : Rating.Good
      cards.set(question, scheduler.next(cards.get(question) || createEmptyCard(new Date(at)), new Date(at), grade).card)
      addAnswer(history, entries[next], index)
    }
    const due = [...cards.keys()].filter((question) => cards.get(question).due.getTime() <= now)
    due.sort((one, other) => cards.get(one).due - cards.get(other).due || (one < other ? -1 : 1))
    assert.deepEqual(schedule.due(now), due, `day ${day}`)
    assert.deepEqual(replay(entries.slice(0, next), index, now).due(now), due, `day ${day}, read anew`)
    const later = [...cards.values()].map((card) => card.due.getTime()).filter((at) => at > now)
    assert.equal(schedule.nextDue(now), later.length ? Math.min(...later) : undefined)
  }
})

test('answered when due, a question comes back after the intervals of FSRS-6', () => {
  const right = Array(6).fill('right')
  const results = [...right, 'wrong', 'wrong', ...right.slice(1)]
  const index = makeIndex({ 'a1-m1-q01': 'v1' })
  const history = readHistory([], index, 0)
  const schedule = new Schedule(history.answers)
  let at = MONDAY
  const days = results.map((result) => {
    addAnswer(history, answer('a1-m1-q01', at, result), index)
    const { due } = schedule.card('a1-m1-q01')
    const interval = Math.floor((due - at) / DAY)
    at = due
    return interval
  })
  assert.deepEqual(days, GOLDEN)
})

// As py-fsrs and go-fsrs have them in their own tests for these answers.
const GOLDEN = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]

test('guessing right brings a question back sooner than knowing, and later than not knowing', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m1-q02': 'v1', 'a1-m1-q03': 'v1' })
  const at = [MONDAY, MONDAY + 10 * MINUTE, MONDAY + 3 * DAY]
  const entries = [
    ...at.map((each) => answer('a1-m1-q01', each)),
    ...at.map((each, turn) => answer('a1-m1-q02', each, 'right', turn === 2 ? { sure: false } : {})),
    ...at.map((each, turn) => answer('a1-m1-q03', each, turn === 2 ? 'wrong' : 'right'))
  ]
  const schedule = replay(entries, index, at[2])
  const [known, guessed, wrong] = index.order.map((question) => schedule.card(question).due)
  assert.ok(wrong < guessed && guessed < known)
})

test('answers of another phone that come late give the schedule they would have given in time', () => {
  const { index, entries, end } = simulateYear(seeded('late'), { questions: 20, days: 60 })
  const [early, late] = [entries.filter((_, at) => at % 3), entries.filter((_, at) => at % 3 === 0)]
  const history = readHistory(early, index, end)
  const schedule = new Schedule(history.answers)
  schedule.due(end)
  shuffle(late, seeded('arrival')).forEach((entry) => addAnswer(history, entry, index))
  const whole = replay(entries, index, end)
  index.order.forEach((question) => assert.deepEqual(schedule.card(question), whole.card(question)))
})

test('an answer that is there twice counts once', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1' })
  const entry = answer('a1-m1-q01', MONDAY)
  const history = readHistory([entry, { ...entry }], index, MONDAY)
  addAnswer(history, { ...entry }, index)
  assert.equal(new Schedule(history.answers).card('a1-m1-q01').reps, 1)
})

test('a question nobody answered is never due', () => {
  const schedule = replay([], makeIndex({ 'a1-m1-q01': 'v1' }), MONDAY)
  assert.deepEqual(schedule.due(MONDAY + 999 * DAY), [])
  assert.equal(schedule.card('a1-m1-q01'), undefined)
  assert.equal(schedule.nextDue(MONDAY), undefined)
})

test('a clock set back between two answers makes nobody fall over', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1' })
  const entries = [answer('a1-m1-q01', MONDAY), answer('a1-m1-q01', MONDAY - DAY), answer('a1-m1-q01', 0)]
  assert.equal(replay(entries, index, MONDAY).card('a1-m1-q01').last, MONDAY)
})

test('an answer from a clock years ahead counts when its time has come, and hides no question until then', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1' })
  const entries = [answer('a1-m1-q01', MONDAY, 'wrong'), answer('a1-m1-q01', MONDAY + 5000 * DAY)]
  assert.deepEqual(replay(entries, index, MONDAY + DAY).due(MONDAY + DAY), ['a1-m1-q01'])
  assert.equal(replay(entries, index, MONDAY + 5000 * DAY).card('a1-m1-q01').reps, 2)
})
