import assert from 'node:assert/strict'
import test from 'node:test'

import {
  LETTERS,
  available,
  codeOf,
  documentOfCode,
  drawSet,
  findCode,
  readCode,
  seedFrom,
  toSeed
} from '../../tools/widget/src/core/classroom-set.js'
import { within } from '../../tools/widget/src/core/bank.js'
import { makeIndex } from './bank.js'
import { library } from './libraries.js'

const fc = library('fast-check')

const KINDS = ['single', 'multiple', 'judge', 'blank']

/** Six areas of four measures, five questions each; two cases. */
function makeBank(more = {}) {
  const questions = {}
  for (let at = 0; at < 120; at++) {
    const measure = Math.floor(at / 5)
    questions[`a${1 + Math.floor(measure / 4)}-m${1 + (measure % 4)}-q${String(1 + (at % 5)).padStart(2, '0')}`] =
      `v1 ${KINDS[at % 4]}`
  }
  for (const [id, words] of [
    ['a1-m1-q06', 'v1 single remember 1'],
    ['a1-m1-q07', 'v1 blank remember 1'],
    ['a2-m1-q06', 'v1 judge remember 2'],
    ['a2-m1-q07', 'v1 single remember 2']
  ]) {
    questions[id] = words
  }
  const index = makeIndex({ ...questions, ...more })
  index.order.sort()
  const provisions = {}
  for (const question of index.order) {
    const measure = question.replace(/-q\d+$/, '')
    provisions[measure] = provisions[measure.split('-')[0]] = {}
  }
  return { ...index, provisions, kinds: Object.fromEntries(KINDS.map((kind) => [kind, kind])) }
}

const bank = makeBank()
const some = (values, most) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: most })
const sets = fc.record(
  {
    areas: some(Object.keys(bank.provisions), 6),
    kinds: some(KINDS, 4),
    count: fc.nat(50),
    cases: fc.nat(9),
    seed: fc.string({ minLength: 1, maxLength: 16, unit: 'grapheme' }).map(toSeed),
    read: some(Object.keys(bank.provisions), 6),
    without: some(bank.order, 8)
  },
  { noNullPrototype: true }
)

test('a code is the same set on another machine, and draws the same questions', () => {
  fc.assert(
    fc.property(sets, (set) => {
      const { set: read, same } = readCode(codeOf(set, bank), makeBank())
      assert.deepEqual(read, set)
      assert.ok(same)
      assert.deepEqual(drawSet(read, makeBank()), drawSet(set, bank))
    })
  )
})

test('a code is found in an address and in a message around it', () => {
  fc.assert(
    fc.property(sets, (set) => {
      const code = codeOf(set, bank)
      for (const around of [
        code,
        `https://example.org/study/classroom/#set=${code}`,
        `周五用这个：file:///E:/yanxi/study/classroom.html#set=${code} 谢谢`,
        `\n${code}\n`
      ]) {
        assert.equal(findCode(around), code)
      }
      assert.equal(documentOfCode(code), '2022')
    })
  )
})

test('a set is drawn from what it names, as the plan goes, no question twice, and as many as there are', () => {
  fc.assert(
    fc.property(sets, (set) => {
      const drawn = drawSet(set, bank)
      const { count, cases } = available(set, bank)
      const own = drawn.filter((question) => !bank.questions[question].c)
      assert.deepEqual(
        drawn,
        bank.order.filter((question) => drawn.includes(question))
      )
      assert.equal(own.length, Math.min(set.count, count))
      assert.equal(
        new Set(drawn.map((question) => bank.questions[question].c).filter(Boolean)).size,
        Math.min(set.cases, cases)
      )
      for (const question of drawn) {
        const { p, k, c } = bank.questions[question]
        assert.ok(!set.areas.length || set.areas.some((area) => within(p, area)))
        assert.ok(c || !set.kinds.length || set.kinds.includes(k))
        assert.ok(!set.without.includes(question))
      }
    })
  )
})

test('provisions take turns', () => {
  const set = { areas: ['a3'], kinds: [], count: 8, cases: 0, seed: 'k7m2', read: [], without: [] }
  const measures = drawSet(set, bank).map((question) => bank.questions[question].p)
  assert.deepEqual(measures, ['a3-m1', 'a3-m1', 'a3-m2', 'a3-m2', 'a3-m3', 'a3-m3', 'a3-m4', 'a3-m4'])
})

test('the questions of a case come together, or, when one is passed over, not at all', () => {
  const set = { areas: ['a1'], kinds: ['single'], count: 0, cases: 5, seed: 'a', read: [], without: [] }
  assert.deepEqual(drawSet(set, bank), ['a1-m1-q06', 'a1-m1-q07'])
  assert.deepEqual(drawSet({ ...set, without: ['a1-m1-q07'] }, bank), [])
})

test('one question passed over, the others stay', () => {
  const set = { areas: [], kinds: [], count: 8, cases: 0, seed: 'k7m2', read: [], without: [] }
  const before = drawSet(set, bank)
  const after = drawSet({ ...set, without: [before[3]] }, bank)
  assert.equal(after.filter((question) => before.includes(question)).length, 7)
})

test('another seed draws others', () => {
  const set = { areas: [], kinds: [], count: 8, cases: 0, seed: 'a', read: [], without: [] }
  assert.notDeepEqual(drawSet(set, bank), drawSet({ ...set, seed: 'b' }, bank))
})

test('where the bank has changed since, a code says so', () => {
  const set = { areas: ['a1-m1'], kinds: [], count: 5, cases: 0, seed: 'a', read: [], without: [] }
  const [code] = [codeOf(set, bank)]
  assert.equal(readCode(code, makeBank({ 'a1-m1-q01': 'v2 single' })).same, false)
  assert.equal(readCode(code, makeBank({ 'a2-m1-q01': 'v2 single' })).same, true)
})

for (const strange of [
  '',
  'a',
  '2023/a1/single/8.0/a///aaaa',
  '2022/a1/single/99.0/a///aaaa',
  '2022/a1/single/8.-1/a///aaaa',
  '2022/a1/single/8/a///aaaa',
  '%ff/a1/single/8.0/a///aaaa',
  '2022/a1/single/8.0/a//aaaa',
  `${'x'.repeat(5000)}`
]) {
  test(`no code of ours: ${strange.slice(0, 40)}`, () => {
    assert.equal(readCode(strange, bank), undefined)
  })
}

test('names that nothing bears are passed over, those that every object has among them', () => {
  const { set } = readCode('2022/a1.constructor.z9/single.__proto__/8.0/a/toString/a1-m1-q01.a9-m9-q99/aaaa', bank)
  assert.deepEqual(set, {
    areas: ['a1'],
    kinds: ['single'],
    count: 8,
    cases: 0,
    seed: 'a',
    read: [],
    without: ['a1-m1-q01']
  })
})

test('a seed is short, and easily read out', () => {
  assert.match(seedFrom(Uint8Array.from([0, 30, 31, 255])), new RegExp(`^[${LETTERS}]{4}$`))
  assert.equal(toSeed(' 甲 '), '甲')
  assert.equal(toSeed('<b>'), 'a')
  assert.equal(toSeed(''), 'a')
})
