import assert from 'node:assert/strict'
import test from 'node:test'

import { openLocal } from '../../tools/widget/src/store/local-storage.js'
import { openSessions } from '../../tools/widget/src/store/sessions.js'
import { KEY, areSettings, changeSettings, readSettings, toSettings } from '../../tools/widget/src/store/settings.js'
import { named } from '../../tools/widget/src/store/site.js'
import { MOST_NAMES } from '../../tools/widget/src/store/validate.js'
import { questions as questionCount } from '../../tools/widget/src/study/shared/study-text.js'
import { makeStorage } from './device.js'

const defaults = { textSize: 18, large: false, autoNext: false, shuffle: true, readAloud: false, reviewLimit: 20, testDay: '' }

/** A device whose storage holds this text, as anyone or any version may have left it. */
function holding(key, text) {
  const storage = makeStorage()
  storage.setItem(key, text)
  return openLocal(() => storage)
}

test('settings are as they were left', () => {
  const storage = makeStorage()
  changeSettings(openLocal(() => storage), { textSize: 24, autoNext: true })
  assert.deepEqual(readSettings(openLocal(() => storage)), { ...defaults, textSize: 24, autoNext: true })
})

for (const text of ['', '{', 'null', '5', '[]', '"x"', '{"textSize":19}', '{"textSize":"18"}', '{"large":1}',
  '{"reviewLimit":0}', '{"testDay":"2026-13-40"}', '{"testDay":"<b>"}', '{"testDay":5}', '{"reviewLimit":1e9}', '{"reviewLimit":2.5}', '{"__proto__":{"large":true}}', '{"more":"<b>"}']) {
  test(`settings that read ${text} are the first ones`, () => {
    assert.deepEqual(readSettings(holding(KEY, text)), defaults)
  })
}

test('one bad setting does not spoil the others', () => {
  assert.deepEqual(toSettings({ textSize: 30, large: 'yes' }), { ...defaults, textSize: 30 })
})

test('a change that is none is not made', () => {
  assert.deepEqual(changeSettings(openLocal(makeStorage), { textSize: 99 }), defaults)
})

test('settings of a later version are taken for what this one knows of them', () => {
  assert.equal(areSettings({ ...defaults, theme: 'sepia' }), true)
  for (const value of [undefined, null, 'x', [], { textSize: 999 }, { shuffle: 'no' }]) {
    assert.equal(areSettings(value), false)
  }
})

const session = {
  questions: ['a1-m1-q01', 'a1-m1-q02'],
  position: 1,
  seed: 's',
  exam: 'e1',
  items: [{ question: 'a1-m1-q01', version: 'v1', part: 0, points: 2 }],
  clock: { start: 1, minutes: 60, seen: 2 },
  answers: { 'a1-m1-q01': 'C', 'a1-m1-q02': ['半年', ''] },
  ms: { 'a1-m1-q01': 12.5 },
  results: { 'a1-m1-q01': 'right' },
  flags: ['a1-m1-q02']
}

test('a session is where it was left, each way of study its own, each document its own, until it ends', () => {
  const storage = makeStorage()
  const open = (document) => openSessions(openLocal(() => storage), document)
  open('2022').keep('exam', session)
  assert.deepEqual(open('2022').read('exam'), session)
  assert.equal(open('2022').read('cards'), undefined)
  assert.equal(open('2023').read('exam'), undefined)
  open('2023').end('exam')
  assert.deepEqual(open('2022').read('exam'), session)
  open('2022').end('exam')
  assert.equal(open('2022').read('exam'), undefined)
})

test('a session has room for a bank of ten thousand questions and more', () => {
  const storage = makeStorage()
  const sessions = openSessions(openLocal(() => storage), '2022')
  const questions = Array.from({ length: MOST_NAMES }, (_, at) => `a1-m1-q${at}`)
  sessions.keep('practice', { questions, position: 0 })
  assert.equal(sessions.read('practice').questions.length, 20000)
  assert.deepEqual([questionCount(20000), questionCount(20001)], ['20000 题', '前 20000 题，共 20001 题'])
})

for (const [what, change] of Object.entries({
  'a place after the end': { position: 3 },
  'a place before the start': { position: -1 },
  'half a place': { position: 0.5 },
  'no questions': { questions: undefined },
  'a question that is a script': { questions: ['<script>', 'a1-m1-q02'] },
  'answers that are a list': { answers: ['C'] },
  'an answer that is a number': { answers: { 'a1-m1-q01': 5 } },
  'a clock without a start': { clock: { minutes: 60, seen: 2 } },
  'flags that are words': { flags: 'a1-m1-q02' },
  'items without points': { items: [{ question: 'a1-m1-q01', version: 'v1', part: 0 }] },
  'results that are none': { results: { 'a1-m1-q01': 'perhaps' } }
})) {
  test(`a session with ${what} cannot be gone on with`, () => {
    const local = holding(named('session.practice 2022'), JSON.stringify({ ...session, ...change }))
    assert.equal(openSessions(local, '2022').read('practice'), undefined)
  })
}

test('where storage is refused, everything lives as long as the page, and it says so', () => {
  for (const storage of [() => makeStorage(() => true), () => { throw new Error('SecurityError') }]) {
    const local = openLocal(storage)
    changeSettings(local, { large: true })
    const sessions = openSessions(local, '2022')
    sessions.keep('exam', session)
    assert.equal(readSettings(local).large, true)
    assert.deepEqual(sessions.read('exam'), session)
    sessions.end('exam')
    assert.equal(sessions.read('exam'), undefined)
    assert.equal(local.persistent, false)
  }
})

test('when storage has room again, what is written last holds', () => {
  let full = false
  const storage = makeStorage(() => full)
  const local = openLocal(() => storage)
  changeSettings(local, { reviewLimit: 5 })
  full = true
  changeSettings(local, { reviewLimit: 10 })
  assert.deepEqual([readSettings(local).reviewLimit, local.persistent], [10, false])
  full = false
  changeSettings(local, { reviewLimit: 30 })
  assert.deepEqual([readSettings(openLocal(() => storage)).reviewLimit, local.persistent], [30, true])
})

test('what is kept is a copy: changing the session afterwards changes nothing', () => {
  const sessions = openSessions(openLocal(() => makeStorage(() => true)), '2022')
  const mine = { questions: ['a1-m1-q01'], position: 0 }
  sessions.keep('cards', mine)
  mine.position = 1
  assert.equal(sessions.read('cards').position, 0)
})
