import assert from 'node:assert/strict'
import test from 'node:test'

import { openLocal } from '../../tools/widget/src/store/local-storage.js'
import { named } from '../../tools/widget/src/store/site.js'
import { clearLines, onLines, readLines, writeLine } from '../../tools/widget/src/store/sitting.js'
import { makeStorage } from './device.js'
import { library } from './libraries.js'

const fc = library('fast-check')
const QUESTIONS = ['a1-m1-q01', 'a1-m1-q02', 'a1-m1-q03']

/** Two tabs of one device. */
function tabs(filled = {}) {
  const storage = makeStorage(() => false, filled)
  return { storage, tabs: [openLocal(() => storage), openLocal(() => storage)] }
}

test('whatever is entered in whichever tab, all tabs read the last answer to each question', () => {
  const step = fc.record({ tab: fc.nat(1), question: fc.constantFrom(...QUESTIONS), answer: fc.string({ maxLength: 3 }), at: fc.nat(9) })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { tabs: both } = tabs()
      const wanted = new Map()
      for (const { tab, question, answer, at } of steps) {
        const safe = answer.replace(/[<\u0000-\u001f]/g, '')
        writeLine(both[tab], 'e1', question, { at, answer: safe })
        wanted.set(question, safe)
      }
      for (const local of both) {
        const lines = readLines(local, 'e1', QUESTIONS)
        assert.deepEqual(new Map([...lines].map(([question, { answer }]) => [question, answer])), new Map([...wanted].sort()))
      }
    })
  )
})

test('a line is later than the one before, though the clock was set back', () => {
  const [local] = tabs().tabs
  writeLine(local, 'e1', QUESTIONS[0], { at: 9000, answer: 'A' })
  writeLine(local, 'e1', QUESTIONS[0], { at: 5, answer: 'B', flag: true })
  assert.deepEqual(readLines(local, 'e1', QUESTIONS).get(QUESTIONS[0]), { at: 9001, answer: 'B', flag: true })
})

for (const strange of ['{', '5', '[]', '{"at":"now"}', '{"at":1,"answer":5}', '{"at":1,"answer":"<b>"}', '{"at":1,"flag":"yes"}']) {
  test(`a line that is none of ours is passed over: ${strange}`, () => {
    const [local] = tabs({ [named(`exam.e1.${QUESTIONS[0]}`)]: strange }).tabs
    assert.equal(readLines(local, 'e1', QUESTIONS).size, 0)
  })
}

test('nothing is left of an exam that is over, and other exams keep theirs', () => {
  const { storage, tabs: [local] } = tabs()
  writeLine(local, 'e1', QUESTIONS[0], { at: 1, answer: 'A' })
  writeLine(local, 'e2', QUESTIONS[0], { at: 1, answer: 'B' })
  clearLines(local, 'e1', QUESTIONS)
  assert.deepEqual([...storage.kept.keys()], [named(`exam.e2.${QUESTIONS[0]}`)])
})

test('a tab hears of what is entered in its own exam', () => {
  const target = new EventTarget()
  let heard = 0
  const stop = onLines('e1', () => heard++, target)
  for (const key of [named('exam.e1.a1-m1-q01'), named('exam.e2.a1-m1-q01'), null]) {
    target.dispatchEvent(Object.assign(new Event('storage'), { key }))
  }
  stop()
  target.dispatchEvent(Object.assign(new Event('storage'), { key: named('exam.e1.a1-m1-q01') }))
  assert.equal(heard, 1)
})
