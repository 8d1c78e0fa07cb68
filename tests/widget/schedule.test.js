import assert from 'node:assert/strict'
import test from 'node:test'

import { dayOf } from '../../tools/widget/src/core/days.js'
import { addAnswer, readHistory } from '../../tools/widget/src/core/history.js'
import { Schedule, replay } from '../../tools/widget/src/core/schedule.js'
import { seeded, shuffle } from '../../tools/widget/src/core/shuffle.js'
import { DAY, MINUTE, MONDAY, answer, makeIndex, simulateYear } from './bank.js'
import { library } from './libraries.js'

/** Later than all of these tests; history knows no answer from after it. */
const END = MONDAY + 5000 * DAY

const { Rating, createEmptyCard, fsrs } = library('ts-fsrs')

const CHINA = 480
const TURN = 240
const scheduler = fsrs({ enable_fuzz: false })

/**
 * What ts-fsrs itself makes of one more answer. It counts days of UTC, so it is given moments moved by as much as the
 * reader's day begins before or after that: then both count the same days, whatever the zone, and every other number can be
 * compared as it is.
 */
function next(card, { at, result, sure }, here) {
  const moved = new Date(at + (here - TURN) * MINUTE)
  const grade = result === 'wrong' ? Rating.Again : sure === false ? Rating.Hard : Rating.Good
  return scheduler.next(card || createEmptyCard(moved), moved, grade).card
}

/** When it is due: at the same minute, or on the same day, but from its beginning on. */
function dueOf({ due, scheduled_days }, here) {
  const moved = due.getTime()
  return (scheduled_days ? Math.floor(moved / DAY) * DAY : moved) - (here - TURN) * MINUTE
}

/** ts-fsrs by its own scheduler, one card at a time. */
function replayAlone(entries, question, here) {
  const own = entries.filter((entry) => entry.question === question).sort((one, other) => one.at - other.at)
  return own.reduce((card, entry) => next(card, entry, here), undefined)
}

for (const here of [0, CHINA, -300]) {
  test(`a year of answers at an offset of ${here} leaves every card as ts-fsrs itself does`, () => {
    const { index, entries, end } = simulateYear(seeded('year'))
    const schedule = replay(entries, index, end, here)
    for (const question of index.order) {
      const expected = replayAlone(entries, question, here)
      const { stability, difficulty, state, reps } = expected
      const card = schedule.card(question)
      assert.deepEqual(
        [card.due, card.stability, card.difficulty, card.state, card.reps],
        [dueOf(expected, here), stability, difficulty, state, reps],
        question
      )
    }
  })
}

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
  const schedule = new Schedule(history.answers, CHINA)
  const cards = new Map()
  for (const entry of entries) {
    const { question } = entry
    const expected = next(cards.get(question), entry, CHINA)
    cards.set(question, expected)
    addAnswer(history, entry, index)
    const card = schedule.card(question)
    assert.deepEqual([card.due, card.stability], [dueOf(expected, CHINA), expected.stability])
  }
})

test('what was answered today, wrong or for the first time, is due from the next morning on, and no sooner', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m1-q02': 'v1' })
  const morning = MONDAY + 16 * 60 * MINUTE
  const schedule = replay([answer('a1-m1-q01', MONDAY, 'wrong'), answer('a1-m1-q02', MONDAY)], index, MONDAY, 0)
  assert.deepEqual(schedule.due(morning - 1), [])
  assert.equal(schedule.nextDue(morning - 1), morning)
  assert.deepEqual(schedule.due(morning), index.order)
  assert.equal(schedule.nextDue(morning), undefined)
})

test('what is due is what ts-fsrs says is due, but not on the very day, on every day of the year', () => {
  const { index, entries } = simulateYear(seeded('days'), { questions: 60, daily: 12 })
  const cards = new Map()
  const answered = new Map()
  const history = readHistory([], index, END)
  const schedule = new Schedule(history.answers, CHINA)
  let read = 0
  for (let day = 0; day < 365; day++) {
    const now = MONDAY + day * DAY + 20 * 60 * MINUTE
    for (; read < entries.length && entries[read].at <= now; read++) {
      const { question } = entries[read]
      cards.set(question, next(cards.get(question), entries[read], CHINA))
      answered.set(question, entries[read].at)
      addAnswer(history, entries[read], index)
    }
    const dueAt = (question) => {
      const card = cards.get(question)
      const tomorrow = (dayOf(answered.get(question), CHINA) + 1) * DAY - (CHINA - TURN) * MINUTE
      return card.scheduled_days ? dueOf(card, CHINA) : Math.max(dueOf(card, CHINA), tomorrow)
    }
    const lastAt = (question) => cards.get(question).last_review
    const due = [...cards.keys()].filter((question) => dueAt(question) <= now)
    due.sort((one, other) => dueAt(one) - dueAt(other) || lastAt(one) - lastAt(other) || (one < other ? -1 : 1))
    assert.deepEqual(schedule.due(now), due, `day ${day}`)
    assert.deepEqual(replay(entries.slice(0, read), index, now, CHINA).due(now), due, `day ${day}, read anew`)
    const later = [...cards.keys()].map(dueAt).filter((at) => at > now)
    assert.equal(schedule.nextDue(now), later.length ? Math.min(...later) : undefined)
  }
})

test('answered when due, a question comes back after the intervals of FSRS-6', () => {
  const right = Array(6).fill('right')
  const results = [...right, 'wrong', 'wrong', ...right.slice(1)]
  const index = makeIndex({ 'a1-m1-q01': 'v1' })
  const history = readHistory([], index, END)
  const schedule = new Schedule(history.answers, 0)
  let at = MONDAY
  const days = results.map((result) => {
    addAnswer(history, answer('a1-m1-q01', at, result), index)
    const { due } = schedule.card('a1-m1-q01')
    const interval = dayOf(due, 0) - dayOf(at, 0)
    // Answered at noon again, though due since four in the morning.
    at = interval ? at + interval * DAY : due
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
  const schedule = replay(entries, index, at[2], 0)
  const [known, guessed, wrong] = index.order.map((question) => schedule.card(question).due)
  assert.ok(wrong < guessed && guessed < known)
})

test('answers of another phone that come late give the schedule they would have given in time', () => {
  const { index, entries, end } = simulateYear(seeded('late'), { questions: 20, days: 60 })
  const [early, late] = [entries.filter((_, at) => at % 3), entries.filter((_, at) => at % 3 === 0)]
  const history = readHistory(early, index, end)
  const schedule = new Schedule(history.answers, CHINA)
  schedule.due(end)
  shuffle(late, seeded('arrival')).forEach((entry) => addAnswer(history, entry, index))
  const whole = replay(entries, index, end, CHINA)
  index.order.forEach((question) => assert.deepEqual(schedule.card(question), whole.card(question)))
})

test('an answer that is there twice counts once', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1' })
  const entry = answer('a1-m1-q01', MONDAY)
  const history = readHistory([entry, { ...entry }], index, MONDAY)
  addAnswer(history, { ...entry }, index)
  assert.equal(new Schedule(history.answers, 0).card('a1-m1-q01').reps, 1)
})

test('a question nobody answered is never due', () => {
  const schedule = replay([], makeIndex({ 'a1-m1-q01': 'v1' }), MONDAY, 0)
  assert.deepEqual(schedule.due(MONDAY + 999 * DAY), [])
  assert.equal(schedule.card('a1-m1-q01'), undefined)
  assert.equal(schedule.nextDue(MONDAY), undefined)
})

test('a clock set back between two answers makes nobody fall over', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1' })
  const entries = [answer('a1-m1-q01', MONDAY), answer('a1-m1-q01', MONDAY - DAY), answer('a1-m1-q01', 0)]
  assert.equal(replay(entries, index, MONDAY, 0).card('a1-m1-q01').last, MONDAY)
})

const index = makeIndex({ 'a1-m1-q01': 'v1' })
const beijing = (clock) => Date.parse(`${clock}:00+08:00`)
const cardAfter = (...clocks) =>
  replay(clocks.map((clock) => answer('a1-m1-q01', beijing(clock), 'right', { offset: CHINA })), index, END, CHINA).card('a1-m1-q01')

test('the day does not turn at eight in Beijing, nor at midnight, but at four', () => {
  const before = '2026-11-20T20:00'
  const stability = (...clocks) => cardAfter(before, ...clocks).stability
  assert.equal(stability('2026-11-24T07:50', '2026-11-24T08:10'), stability('2026-11-24T12:00', '2026-11-24T12:20'))
  assert.equal(stability('2026-11-24T23:50', '2026-11-25T00:10'), stability('2026-11-24T12:00', '2026-11-24T12:20'))
  assert.equal(stability('2026-11-24T03:50', '2026-11-24T04:10'), stability('2026-11-23T12:00', '2026-11-24T12:00'))
})

test('what is due in some days is due from four in the morning of that day, at whatever hour it was answered', () => {
  for (const clock of ['2026-11-24T09:00', '2026-11-24T22:00', '2026-11-25T03:00']) {
    assert.equal(cardAfter('2026-11-24T08:30', clock).due, beijing('2026-11-26T04:00'), clock)
  }
})

test('the day on which a question is due begins where the reader is then', () => {
  const entries = ['2026-11-24T08:30', '2026-11-24T22:00'].map((clock) => answer('a1-m1-q01', beijing(clock), 'right', { offset: CHINA }))
  const due = (here) => replay(entries, index, END, here).card('a1-m1-q01').due
  assert.equal(due(-300), Date.parse('2026-11-26T04:00:00-05:00'))
})

test('a flight over the date line adds no day and takes none', () => {
  const { due, stability } = replay(
    [
      answer('a1-m1-q01', beijing('2026-11-24T08:30'), 'right', { offset: CHINA }),
      answer('a1-m1-q01', beijing('2026-11-24T09:00'), 'right', { offset: CHINA }),
      // The 23rd in Honolulu.
      answer('a1-m1-q01', beijing('2026-11-24T20:00'), 'right', { offset: -600 })
    ],
    index,
    END,
    -600
  ).card('a1-m1-q01')
  assert.equal(stability, cardAfter('2026-11-24T08:30', '2026-11-24T09:00', '2026-11-24T20:00').stability)
  assert.ok(due < END)
})

test('an answer from a clock years ahead counts, is due at once, and gives way to the next', () => {
  const ahead = answer('a1-m1-q01', MONDAY + 1500 * DAY)
  const schedule = replay([ahead], index, MONDAY, 0)
  assert.deepEqual(schedule.due(MONDAY), ['a1-m1-q01'])
  assert.equal(schedule.nextDue(MONDAY), undefined)
  const after = replay([ahead, answer('a1-m1-q01', MONDAY, 'wrong')], index, MONDAY, 0)
  assert.deepEqual([after.card('a1-m1-q01').reps, after.card('a1-m1-q01').due], [2, MONDAY + MINUTE])
})

test('a clock set back by days changes nothing of what is remembered', () => {
  const { index, entries, end } = simulateYear(seeded('back'), { questions: 20, days: 60 })
  const whole = replay(entries, index, end, 0)
  for (const days of [1, 2, 6, 100]) {
    const back = replay(entries, index, end - days * DAY, 0)
    index.order.forEach((question) => assert.deepEqual(back.card(question), whole.card(question)))
  }
})
