import assert from 'node:assert/strict'
import test from 'node:test'

import {
  ASLEEP,
  MOST_HANDS,
  addHands,
  addTeam,
  award,
  beginMeeting,
  countsOf,
  goTo,
  leftOf,
  move,
  nameTeam,
  removeTeam,
  roundAt,
  setCounts,
  setTimer,
  stopOf,
  stopsOf,
  takeBack,
  toAnswer,
  toggleTimer,
  wake
} from '../../tools/widget/src/core/classroom-session.js'
import {
  isMeeting,
  readMeeting,
  keepMeeting,
  endMeeting,
  noteAwake,
  lastAwake,
  toEntry
} from '../../tools/widget/src/store/classroom-store.js'
import { openLocal } from '../../tools/widget/src/store/local-storage.js'
import { makeStorage } from './device.js'
import { library } from './libraries.js'

const fc = library('fast-check')

const ASKED = [
  { id: 'a1-m1-q01', version: 'v1', vote: 'one' },
  { id: 'a1-m1-q02', version: 'v1', vote: 'many' },
  { id: 'a1-m1-q03', version: 'v1', vote: 'after' }
]

/** A measure of two clauses and three questions. */
function meet(more = {}) {
  return beginMeeting({
    id: 'm1',
    document: '2022',
    code: 'c',
    begun: 1000,
    read: [{ id: 'a1-m1', clauses: 2 }],
    asked: ASKED,
    twice: true,
    ...more
  })
}

const words = (meeting) =>
  stopsOf(meeting).map(({ kind, id, n }) => [kind, id, n].filter((each) => each !== '').join(' '))

test('a meeting reads, asks, discusses, asks again, answers and closes', () => {
  assert.deepEqual(words(meet()), [
    'start 0',
    'read a1-m1 0',
    'read a1-m1 1',
    'ask a1-m1-q01 0',
    'discuss a1-m1-q01 0',
    'again a1-m1-q01 0',
    'answer a1-m1-q01 0',
    'ask a1-m1-q02 1',
    'discuss a1-m1-q02 1',
    'again a1-m1-q02 1',
    'answer a1-m1-q02 1',
    'ask a1-m1-q03 2',
    'answer a1-m1-q03 2',
    'close 0'
  ])
  assert.deepEqual(words(meet({ twice: false, read: [], asked: ASKED.slice(0, 1) })), [
    'start 0',
    'ask a1-m1-q01 0',
    'answer a1-m1-q01 0',
    'close 0'
  ])
})

test('hands are counted when they are raised, and for what is told aloud once the answer is there', () => {
  const meeting = meet()
  const rounds = stopsOf(meeting).map((stop) => roundAt(meeting, stop))
  const [a, b, c] = [0, 1, undefined]
  assert.deepEqual(rounds, [c, c, c, a, c, b, c, a, c, b, c, c, a, c])
})

test('whatever is done, a meeting can be kept, and is read as it was', () => {
  const hands = fc.record({ round: fc.nat(1), letter: fc.constantFrom(...'ABCDEFGHIJK'), hands: fc.integer() })
  const step = fc.oneof(
    fc.constantFrom(1, -1).map((by) => (meeting) => move(meeting, by)),
    fc.integer({ min: -5, max: 40 }).map((at) => (meeting) => goTo(meeting, at)),
    fc.constant(toAnswer),
    fc.constant((meeting) => ({ ...meeting, black: !meeting.black })),
    fc.tuple(fc.constantFrom(...ASKED, { id: 'none' }), hands).map(
      ([{ id }, { round, letter, hands: count }]) =>
        (meeting) =>
          addHands(meeting, id, round, letter, count)
    ),
    fc.tuple(fc.constantFrom(...ASKED), fc.dictionary(fc.string(), fc.anything())).map(
      ([{ id }, counts]) =>
        (meeting) =>
          setCounts(meeting, id, 1, counts)
    ),
    fc.string().map((name) => (meeting) => addTeam(meeting, name)),
    fc.tuple(fc.nat(9), fc.string()).map(
      ([team, name]) =>
        (meeting) =>
          nameTeam(meeting, team, name)
    ),
    fc.nat(9).map((team) => (meeting) => removeTeam(meeting, team)),
    fc.tuple(fc.nat(9), fc.integer({ min: -2, max: 2 })).map(
      ([team, points]) =>
        (meeting) =>
          award(meeting, team, points)
    ),
    fc.constant(takeBack),
    fc.nat(600000).map((length) => (meeting) => setTimer(meeting, length)),
    fc.nat(1e12).map((now) => (meeting) => toggleTimer(meeting, now)),
    fc.string().map((typed) => (meeting) => ({ ...meeting, form: { ...meeting.form, topic: toEntry(typed) } }))
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const meeting = steps.reduce((now, change) => change(now), meet())
      const storage = makeStorage()
      const [one, other] = [openLocal(() => storage), openLocal(() => storage)]
      assert.ok(isMeeting(meeting))
      keepMeeting(one, meeting)
      assert.deepEqual(readMeeting(other), JSON.parse(JSON.stringify(meeting)))
      endMeeting(other)
      assert.equal(storage.kept.size, 0)
      assert.equal(readMeeting(one), undefined)
    })
  )
})

test('on and back lead where one was, and never past the ends', () => {
  let meeting = meet()
  const last = stopsOf(meeting).length - 1
  for (let at = 0; at < last + 3; at++) {
    meeting = move(meeting, 1)
  }
  assert.equal(stopOf(meeting).kind, 'close')
  for (let at = 0; at < last + 3; at++) {
    meeting = move(meeting, -1)
  }
  assert.equal(stopOf(meeting).kind, 'start')
  assert.equal(meeting.visited.length, last + 1)
})

test('a black screen is lit again before anything goes on', () => {
  const black = { ...meet(), black: true }
  assert.deepEqual([move(black, 1).black, move(black, 1).at], [false, 0])
})

test('the answer can be shown without asking again, and is never gone back to', () => {
  const asking = goTo(meet(), 3)
  assert.equal(stopOf(toAnswer(asking)).kind, 'answer')
  assert.equal(toAnswer(toAnswer(asking)).at, toAnswer(asking).at)
  assert.equal(toAnswer(meet()).at, 0)
})

test('rounds are kept apart, hands are whole, none are fewer than none', () => {
  let meeting = addHands(addHands(meet(), 'a1-m1-q01', 0, 'A', 1), 'a1-m1-q01', 1, 'B', 2)
  meeting = addHands(meeting, 'a1-m1-q01', 0, 'C', -1)
  assert.deepEqual([countsOf(meeting, 'a1-m1-q01', 0), countsOf(meeting, 'a1-m1-q01', 1)], [{ A: 1 }, { B: 2 }])
  assert.deepEqual(
    countsOf(setCounts(meeting, 'a1-m1-q01', 0, { A: 2.4, B: 1e9, C: NaN, Z: 5, __proto__: 3 }), 'a1-m1-q01', 0),
    { A: 2, B: MOST_HANDS }
  )
})

test('eight teams and no more, points that can be taken back', () => {
  let meeting = meet()
  for (let at = 0; at < 10; at++) {
    meeting = addTeam(meeting, `第${at}组`)
  }
  assert.equal(meeting.teams.length, 8)
  meeting = award(award(award(meeting, 0, 1), 1, 1), 9, 1)
  assert.deepEqual(
    meeting.teams.slice(0, 2).map(({ points }) => points),
    [1, 1]
  )
  meeting = takeBack(meeting)
  assert.deepEqual(
    meeting.teams.slice(0, 2).map(({ points }) => points),
    [1, 0]
  )
  assert.equal(takeBack(takeBack(meeting)).teams[0].points, 0)
  assert.equal(nameTeam(meeting, 0, '<b>很长很长很长很长很长很长').teams[0].name, '＜b>很长很长很长很长很')
})

test('a timer is paused and goes on, and stops where the machine fell asleep', () => {
  const minute = 60000
  let meeting = toggleTimer(setTimer(meet(), 3 * minute), 1e9)
  assert.equal(leftOf(meeting.timer, 1e9 + minute), 2 * minute)
  meeting = toggleTimer(meeting, 1e9 + minute)
  assert.equal(leftOf(meeting.timer, 1e9 + 60 * minute), 2 * minute)
  meeting = toggleTimer(meeting, 2e9)
  assert.equal(wake(meeting, 2e9 + 1000, 2e9 + ASLEEP), meeting)
  const woken = wake(meeting, 2e9 + minute, 2e9 + 60 * minute)
  assert.deepEqual([leftOf(woken.timer, 9e9), woken.timer.since], [minute, 0])
  assert.equal(leftOf(meeting.timer, 1e9), 2 * minute, 'a clock that was set back gives no time')
})

const strange = {
  'no object': 5,
  'a place beyond the end': { ...meet(), at: 99 },
  'hands of nobody': { ...meet(), counts: { 'a1-m1-q01': [{ A: -1 }] } },
  'hands that are words': { ...meet(), counts: { 'a1-m1-q01': [{ A: '<b>' }] } },
  'a key of every object': { ...meet(), counts: JSON.parse('{"__proto__": []}') },
  'nine teams': { ...meet(), teams: Array(9).fill({ name: 'x', points: 0 }) },
  'a tag for a name': { ...meet(), teams: [{ name: '<img>', points: 0 }] },
  'a vote that there is not': { ...meet(), asked: [{ ...ASKED[0], vote: 'all' }] },
  'a million clauses': { ...meet(), read: [{ id: 'a1-m1', clauses: 1e6 }] },
  'an entry without end': { ...meet(), form: { topic: 'x'.repeat(2001) } },
  'a form that is a list': { ...meet(), form: ['x'] },
  'a size that there is not': { ...meet(), size: 9 }
}
for (const [name, value] of Object.entries(strange)) {
  test(`storage that holds something else is passed over: ${name}`, () => {
    assert.equal(isMeeting(value), false)
  })
}

test('the last moment awake is kept apart', () => {
  const storage = makeStorage()
  const local = openLocal(() => storage)
  assert.equal(lastAwake(local), 0)
  noteAwake(local, 12345)
  assert.equal(lastAwake(local), 12345)
})
