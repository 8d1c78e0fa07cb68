import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'

import { assemble, handIn, mark, standing } from '../../tools/widget/src/core/exam.js'
import { seeded, shuffle } from '../../tools/widget/src/core/shuffle.js'
import { isRecord } from '../../tools/widget/src/store/record.js'
import { MONDAY, makeIndex, simulateYear } from './bank.js'

const part = (count, more = {}) => ({ title: '', kinds: ['single'], areas: [], levels: [], count, points: 2, ...more })
const paperOf = (...sections) => ({ id: 'mid', title: '期中', minutes: 60, pass: 6, seed: '2022', sections })
const ids = (items) => items.map(({ question }) => question)

const { index: large } = simulateYear(seeded('bank'), { days: 0 })
const spread = paperOf(part(20), part(10, { kinds: ['judge', 'single'] }), part(10, { kinds: ['multiple'], areas: ['a1', 'a2'] }))

test('the same seed and bank give the same paper, another seed another', () => {
  assert.deepEqual(assemble(spread, large, 'one'), assemble(spread, large, 'one'))
  assert.notDeepEqual(assemble(spread, large, 'one'), assemble(spread, large, 'two'))
})

test('a paper in print has the same questions: both are held to one file', () => {
  const { questions, papers, drawn, orders } = JSON.parse(readFileSync(new URL('golden/papers.json', import.meta.url), 'utf8'))
  const index = { questions, order: Object.keys(questions) }
  papers.forEach((paper, at) => {
    for (const [seed, wanted] of Object.entries(drawn[at])) {
      const items = assemble(paper, index, seed)
      assert.deepEqual(items ? items.map(({ question, part, points }) => `${question} ${part} ${points}`) : null, wanted)
    }
  })
  for (const [seed, wanted] of Object.entries(orders)) {
    assert.equal(shuffle([...'ABCDEFGH'], seeded(seed)).join(''), wanted)
  }
})

test('a paper holds what its recipe says, and no question twice', () => {
  for (let seed = 0; seed < 50; seed++) {
    const items = assemble(spread, large, `${seed}`)
    assert.deepEqual(spread.sections.map((_, at) => items.filter((item) => item.part === at).length), [20, 10, 10])
    assert.equal(new Set(ids(items)).size, 40)
    for (const { question, part: at, points, version } of items) {
      const { k, p, v } = large.questions[question]
      const { kinds, areas } = spread.sections[at]
      assert.ok(kinds.includes(k) && (!areas.length || areas.some((area) => p.startsWith(`${area}-`))))
      assert.deepEqual([points, version], [2, v])
    }
  }
})

test('an area named a1 does not take in a10, and levels are kept to', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1', 'a10-m1-q01': 'v1', 'a1-m1-q02': 'v1 single apply' })
  assert.deepEqual(ids(assemble(paperOf(part(2, { areas: ['a1'] })), index, 's')).sort(), ['a1-m1-q01', 'a1-m1-q02'])
  assert.deepEqual(ids(assemble(paperOf(part(1, { levels: ['apply'] })), index, 's')), ['a1-m1-q02'])
})

test('a greedy part does not starve a narrow one', () => {
  const index = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m1-q02': 'v1 judge', 'a2-m1-q01': 'v1' })
  const paper = paperOf(part(2, { kinds: ['single', 'judge'] }), part(1, { areas: ['a1'] }))
  for (let seed = 0; seed < 30; seed++) {
    assert.deepEqual(ids(assemble(paper, index, `${seed}`)).sort(), index.order)
  }
})

/** Hall's theorem, the long way: every combination of parts finds as many questions as it needs. */
function isFillable({ sections }, index) {
  for (let chosen = 1; chosen < 1 << sections.length; chosen++) {
    const some = sections.filter((_, at) => chosen & (1 << at))
    const pool = index.order.filter((question) => {
      const { k, p } = index.questions[question]
      return some.some(({ kinds, areas }) => kinds.includes(k) && (!areas.length || areas.includes(p.split('-')[0])))
    })
    if (pool.length < some.reduce((sum, { count }) => sum + count, 0)) {
      return false
    }
  }
  return true
}

test('a recipe is filled exactly when it can be filled', () => {
  const random = seeded('recipes')
  const pick = (list) => list.filter(() => random() < 0.5)
  const kinds = ['single', 'judge', 'blank']
  const counts = { true: 0, false: 0 }
  for (let turn = 0; turn < 1000; turn++) {
    const bank = {}
    for (let at = 0; at < 8; at++) {
      bank[`a${1 + Math.floor(random() * 3)}-m1-q0${at}`] = `v1 ${kinds[Math.floor(random() * 3)]}`
    }
    const index = makeIndex(bank)
    const sections = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      part(1 + Math.floor(random() * 3), { kinds: pick(kinds), areas: pick(['a1', 'a2', 'a3']) })
    )
    const fillable = isFillable({ sections }, index)
    const items = assemble(paperOf(...sections), index, `${turn}`)
    assert.equal(items !== undefined, fillable, JSON.stringify({ bank, sections }))
    counts[fillable]++
    if (items) {
      assert.equal(new Set(ids(items)).size, sections.reduce((sum, { count }) => sum + count, 0))
    }
  }
  assert.ok(Math.min(counts.true, counts.false) > 100, 'both happen')
})

test('provisions take turns', () => {
  const uses = new Map()
  assemble(paperOf(part(30, { kinds: ['single', 'judge', 'blank', 'multiple'] })), large, 'x').forEach(({ question }) => {
    const { p } = large.questions[question]
    uses.set(p, (uses.get(p) || 0) + 1)
  })
  assert.equal(uses.size, 30)
})

test('every question comes up over many seeds', () => {
  const seen = new Set()
  for (let seed = 0; seed < 60; seed++) {
    ids(assemble(paperOf(part(20)), large, `${seed}`)).forEach((question) => seen.add(question))
  }
  const singles = large.order.filter((question) => large.questions[question].k === 'single')
  assert.deepEqual([...seen].sort(), singles.sort())
})

test('a question more in the bank leaves most of a paper as it was', () => {
  const grown = makeIndex({ 'a1-m1-q99': 'v1' })
  const more = { ...large, order: [...grown.order, ...large.order], questions: { ...grown.questions, ...large.questions } }
  const before = new Set(ids(assemble(spread, large, 'one')))
  assert.ok(ids(assemble(spread, more, 'one')).filter((question) => before.has(question)).length >= 35)
})

const index = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m2-q01': 'v1 judge', 'a2-m1-q01': 'v1', 'g-m1-q01': 'v1 judge' })
const small = paperOf(part(2), part(2, { kinds: ['judge'], points: 3 }))
const items = assemble(small, index, 's')

test('points are added up for the whole, for each part, area and kind', () => {
  const result = mark(small, items, index, new Set(['a1-m1-q01', 'a1-m2-q01', 'not-in-it-q01']))
  assert.deepEqual([result.right, result.total, result.points, result.of, result.passed], [2, 4, 5, 10, false])
  assert.deepEqual(result.parts, [
    { right: 1, total: 2, points: 2, of: 4 },
    { right: 1, total: 2, points: 3, of: 6 }
  ])
  assert.deepEqual(result.areas.get('a1'), { right: 2, total: 2, points: 5, of: 5 })
  assert.deepEqual(result.areas.get('g'), { right: 0, total: 1, points: 0, of: 3 })
  assert.deepEqual(result.kinds.get('judge'), { right: 1, total: 2, points: 3, of: 6 })
})

test('the pass mark itself passes', () => {
  const passed = (right) => mark(small, items, index, new Set(right)).passed
  assert.equal(passed(['a1-m2-q01', 'g-m1-q01']), true)
  assert.equal(passed(['a1-m2-q01', 'a1-m1-q01']), false)
})

test('a question that was retired or changed during the exam neither earns nor costs', () => {
  const later = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m2-q01': 'v2 judge', 'a2-m1-q01': 'v1' })
  assert.deepEqual(ids(standing(items, later)).sort(), ['a1-m1-q01', 'a2-m1-q01'])
  assert.equal(mark(small, items, later, new Set()).of, 4)
})

const exam = { id: 'e1', paper: 'mid', seed: 's', start: MONDAY, end: MONDAY + 1000, answers: { 'a1-m1-q01': 'C', 'g-m1-q01': ['A'] } }
const right = new Set(['a1-m1-q01'])
const hand = (more = {}) => handIn({ ...exam, ...more }, items, index, mark(small, items, index, right), right)

test('handing in gives the exam and an answer for each question that was answered, all of them fit for the log', () => {
  const entries = hand()
  assert.equal(entries.length, 3)
  assert.equal(entries[0].questions.length, 4)
  assert.ok(entries.every(isRecord))
  assert.deepEqual([entries[0].points, entries[0].of, entries[0].passed], [2, 10, false])
  const results = Object.fromEntries(entries.slice(1).map(({ question, result }) => [question, result]))
  assert.deepEqual([results['a1-m1-q01'], results['g-m1-q01']], ['right', 'wrong'])
})

test('what was left blank, or emptied again, is no answer', () => {
  for (const blank of ['', [], ['', ''], ' ', ['　']]) {
    assert.deepEqual(hand({ answers: { 'a1-m1-q01': blank, 'g-m1-q01': 'A' } }).slice(1).map(({ question }) => question), ['g-m1-q01'])
  }
})

test('handing in twice gives the same ids', () => {
  assert.deepEqual(hand({ end: MONDAY + 2000 }).map(({ id }) => id), hand().map(({ id }) => id))
})

test('what was typed is kept without tags and without end, so that a backup takes it', () => {
  const [entry] = hand({ answers: { 'a1-m1-q01': ['<img onerror=x>', 'x'.repeat(9999)] } })
  assert.equal(entry.answers['a1-m1-q01'][0], '＜img onerror=x>')
  assert.ok(isRecord(entry))
})

const withCases = makeIndex({
  'a1-m1-q01': 'v1 single apply',
  'a1-m1-q02': 'v1 judge apply 1',
  'a1-m1-q03': 'v1 single apply 1',
  'a1-m1-q04': 'v1 single apply 1',
  'a1-m2-q01': 'v1 recall apply 2',
  'a1-m2-q02': 'v1 judge apply 2',
  'a2-m1-q01': 'v1 judge apply 3',
  'a2-m1-q02': 'v1 judge apply 3',
  'a2-m1-q03': 'v1 judge apply'
})
const asking = ['single', 'judge']

test('a part for cases takes them whole, side by side, and shares out their points', () => {
  const paper = paperOf(part(2, { cases: true, kinds: asking, points: 8 }), part(2, { kinds: asking }))
  for (let seed = 0; seed < 30; seed++) {
    const items = assemble(paper, withCases, `${seed}`)
    const cases = items.filter((item) => item.part === 0)
    assert.deepEqual(ids(cases).sort(), ['a1-m1-q02', 'a1-m1-q03', 'a1-m1-q04', 'a2-m1-q01', 'a2-m1-q02'])
    assert.match(ids(cases).join(' '), /a1-m1-q02 a1-m1-q03 a1-m1-q04/)
    assert.equal(cases.reduce((sum, { points }) => sum + points, 0), 16)
    assert.deepEqual(cases.filter(({ question }) => question.startsWith('a1')).map(({ points }) => points), [2, 3, 3])
    assert.deepEqual(ids(items.filter((item) => item.part === 1)).sort(), ['a1-m1-q01', 'a2-m1-q03'])
  }
})

test('a case is taken only where all its questions fit, and a question of a case by itself never', () => {
  assert.equal(assemble(paperOf(part(3, { cases: true, kinds: asking })), withCases, 's'), undefined)
  assert.equal(assemble(paperOf(part(2, { cases: true, kinds: ['judge'] })), withCases, 's'), undefined)
  assert.deepEqual(ids(assemble(paperOf(part(1, { cases: true, kinds: ['judge'] })), withCases, 's')), ['a2-m1-q01', 'a2-m1-q02'])
  assert.equal(assemble(paperOf(part(3, { kinds: asking })), withCases, 's'), undefined)
})
