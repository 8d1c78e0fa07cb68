import assert from 'node:assert/strict'
import test from 'node:test'

import { readHistory } from '../../tools/widget/src/core/history.js'
import { arrange, choose, firstOf, resume, whereToGoOn } from '../../tools/widget/src/core/pick.js'
import { DAY, MONDAY, answer, makeIndex } from './bank.js'

const index = makeIndex({
  'a1-m1-q01': 'v1 single',
  'a1-m1-q02': 'v1 judge',
  'a1-m2-q01': 'v1 single',
  'a10-m1-q01': 'v1 blank',
  'g-m1-q01': 'v1 single'
})
const none = new Map()

test('questions are chosen by area, measure, kind, from a set, or all, as the plan goes', () => {
  assert.deepEqual(choose(index, {}), index.order)
  assert.deepEqual(choose(index, { scope: 'a1' }), ['a1-m1-q01', 'a1-m1-q02', 'a1-m2-q01'])
  assert.deepEqual(choose(index, { scope: 'a1-m1' }), ['a1-m1-q01', 'a1-m1-q02'])
  assert.deepEqual(choose(index, { kinds: ['judge', 'blank'] }), ['a1-m1-q02', 'a10-m1-q01'])
  assert.deepEqual(choose(index, { scope: 'a1', among: ['g-m1-q01', 'a1-m2-q01', 'gone'] }), ['a1-m2-q01'])
})

test('a starred question that was retired is not chosen', () => {
  const stale = { ...index, order: ['a1-m9-q01', ...index.order] }
  assert.deepEqual(choose(stale, { among: ['a1-m9-q01'] }), [])
})

test('new first: what was never answered, then what was answered longest ago', () => {
  const answers = new Map([
    ['a1-m1-q01', [answer('a1-m1-q01', MONDAY), answer('a1-m1-q01', MONDAY + 2)]],
    ['a1-m2-q01', [answer('a1-m2-q01', MONDAY + 1)]]
  ])
  const list = arrange(index, index.order, 'new', answers, '')
  assert.deepEqual(list, ['a1-m1-q02', 'a10-m1-q01', 'g-m1-q01', 'a1-m2-q01', 'a1-m1-q01'])
})

test('mixed: the same seed gives the same order, another seed another', () => {
  const mixed = (seed) => arrange(index, index.order, 'mixed', none, seed)
  assert.deepEqual(mixed('one'), mixed('one'))
  assert.notDeepEqual(mixed('one'), mixed('two'))
  assert.deepEqual([...mixed('one')].sort(), [...index.order].sort())
})

test('in order: as chosen, and the chosen list itself stays untouched', () => {
  const chosen = choose(index, {})
  assert.deepEqual(arrange(index, chosen, 'order', none, ''), chosen)
  arrange(index, chosen, 'mixed', none, 'x')
  assert.deepEqual(chosen, index.order)
})

test('a list that was left goes on at its question when others were retired', () => {
  const left = ['a1-m1-q01', 'gone-q01', 'a1-m2-q01', 'gone-q02', 'g-m1-q01']
  assert.deepEqual(resume(index, left, 2), { questions: ['a1-m1-q01', 'a1-m2-q01', 'g-m1-q01'], position: 1 })
  assert.equal(resume(index, left, 3).position, 2)
  assert.equal(resume(index, left, 5).position, 3)
})

const withCases = makeIndex({
  'a1-m1-q01': 'v1',
  'a1-m1-q02': 'v1 judge apply 1',
  'a1-m1-q03': 'v1 single apply 1',
  'a1-m1-q04': 'v1 judge apply 2',
  'a1-m1-q05': 'v1 judge apply 2',
  'a1-m2-q01': 'v1'
})

test('the questions of a case stay together and in order, however the rest is mixed', () => {
  for (let seed = 0; seed < 40; seed++) {
    const list = arrange(withCases, withCases.order, 'mixed', none, `${seed}`)
    assert.deepEqual([...list].sort(), withCases.order)
    assert.match(list.join(' '), /a1-m1-q02 a1-m1-q03/)
    assert.match(list.join(' '), /a1-m1-q04 a1-m1-q05/)
  }
  assert.deepEqual(arrange(withCases, withCases.order, 'order', none, ''), withCases.order)
})

test('a case with a question that is new is new', () => {
  const answers = new Map([
    ['a1-m1-q01', [answer('a1-m1-q01', MONDAY)]],
    ['a1-m1-q02', [answer('a1-m1-q02', MONDAY)]]
  ])
  const list = arrange(withCases, withCases.order, 'new', answers, '')
  assert.deepEqual(list, ['a1-m1-q02', 'a1-m1-q03', 'a1-m1-q04', 'a1-m1-q05', 'a1-m2-q01', 'a1-m1-q01'])
})

test('of a case as much as was chosen stays together', () => {
  const judges = choose(withCases, { kinds: ['judge'] })
  assert.deepEqual(arrange(withCases, judges, 'order', none, ''), ['a1-m1-q02', 'a1-m1-q04', 'a1-m1-q05'])
})

test('what is taken off a list is as much as was asked for, or a case more', () => {
  const first = (count) => firstOf(withCases, withCases.order, count).length
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7].map(first), [0, 1, 3, 3, 5, 5, 6, 6])
})

const onPage = (question, at, more) => answer(question, at, 'right', { from: 'page', ...more })
const goOn = (read, ...entries) => {
  const { provision, question } = whereToGoOn(index, readHistory(entries, index, MONDAY + DAY), read) || {}
  return question || provision
}

test('what comes next is the first question never answered, from where the last answer on a page was on, and around', () => {
  const next = (...entries) => goOn(undefined, ...entries)
  assert.equal(next(), undefined)
  assert.equal(next(onPage('a1-m1-q02', MONDAY)), 'a1-m2-q01')
  assert.equal(next(onPage('g-m1-q01', MONDAY), onPage('a1-m1-q01', MONDAY - DAY)), 'a1-m1-q02')
  assert.equal(next(onPage('g-m1-q01', MONDAY - DAY), onPage('a1-m1-q01', MONDAY)), 'a1-m1-q02')
  assert.equal(next(...index.order.map((question) => onPage(question, MONDAY))), undefined)
})

test('an exam, a review or a mixed set moves nobody, even with the very question of a page', () => {
  const page = onPage('a1-m1-q02', MONDAY)
  for (const from of ['exam', 'review', 'practice', 'mistakes']) {
    assert.equal(goOn(undefined, page, answer('g-m1-q01', MONDAY + 1, 'wrong', { from })), 'a1-m2-q01')
    assert.equal(goOn(undefined, page, answer('a1-m1-q02', MONDAY + 1, 'wrong', { from })), 'a1-m2-q01')
    assert.equal(goOn(undefined, answer('g-m1-q01', MONDAY, 'right', { from })), undefined)
  }
  // Ten new ones go as the plan does, and so does who has read nothing.
  assert.equal(goOn(undefined, ...index.order.slice(0, 2).map((question) => answer(question, MONDAY))), 'a1-m2-q01')
})

test('the page read last is where one goes on, until something is answered there, or on another page since', () => {
  const read = { provision: 'a1-m2', at: MONDAY }
  assert.equal(goOn(read), 'a1-m2')
  assert.equal(goOn(read, onPage('g-m1-q01', MONDAY - 1), answer('a10-m1-q01', MONDAY + 1, 'right', { from: 'exam' })), 'a1-m2')
  assert.equal(goOn(read, onPage('a1-m2-q01', MONDAY - 1)), 'a10-m1-q01')
  assert.equal(goOn(read, onPage('a1-m1-q01', MONDAY + 1)), 'a1-m1-q02')
  const reset = { id: 'reset', type: 'reset', scope: '', at: MONDAY + 1 }
  assert.equal(goOn(read, reset), undefined)
  assert.equal(goOn({ ...read, at: MONDAY + 2 }, reset), 'a1-m2')
})

test('a question that changed its meaning is new again, and a reset makes all of them so', () => {
  const changed = onPage('a1-m2-q01', MONDAY, { version: 'v0' })
  const reset = { id: 'reset', type: 'reset', scope: '', questions: index.order, at: MONDAY + 1 }
  assert.equal(goOn(undefined, changed), 'a1-m2-q01')
  assert.equal(goOn(undefined, onPage('a1-m1-q02', MONDAY), reset), undefined)
})
