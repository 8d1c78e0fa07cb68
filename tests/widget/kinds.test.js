import assert from 'node:assert/strict'
import { test } from 'node:test'

import { corrections } from '../../tools/widget/src/kinds/blank.js'
import { kinds } from '../../tools/widget/src/kinds/index.js'
import { tapPair } from '../../tools/widget/src/kinds/match.js'
import { tapOrder } from '../../tools/widget/src/kinds/order.js'
import { studyKinds } from '../../tools/widget/src/kinds/study-index.js'
import { isAnswers } from '../../tools/widget/src/store/validate.js'

const { single, judge, multiple, blank, order, match } = kinds

const graded = [
  ['single: the key', single, 'C', 'C', true],
  ['single: another option', single, 'A', 'C', false],
  ['judge: the key', judge, '错', '错', true],
  ['judge: the other', judge, '对', '错', false],
  ['multiple: all and no more, however shown', multiple, 'DAB', 'ABD', true],
  ['multiple: one too few', multiple, 'AB', 'ABD', false],
  ['multiple: one too many', multiple, 'ABCD', 'ABD', false],
  ['blank: every blank right', blank, ['每 半年', '书面。'], { accepted: [['半年', '每半年'], ['书面']] }, true],
  ['blank: one of two wrong', blank, ['每半年', '口头'], { accepted: [['每半年'], ['书面']] }, false],
  ['blank: two right ones in each other’s place', blank, ['书面', '半年'], { accepted: [['半年'], ['书面']] }, false],
  ['blank: any order', blank, ['不想腐', '不敢腐', '不能腐'], threeNots(), true],
  ['blank: any order, one value twice', blank, ['不想腐', '不想腐', '不能腐'], threeNots(), false],
  ['blank: any order, one value three times', blank, ['不想腐', '不想腐', '不想腐'], threeNots(), false],
  ['blank: any order, one value in two spellings', blank, ['想', '不想腐', '不能腐'], threeNots(), false],
  ['blank: traditional characters', blank, ['一崗雙責'], { accepted: [['一岗双责']], variants: '崗岗雙双責责' }, true],
  ['blank: only some of them traditional', blank, ['一岗雙责'], { accepted: [['一岗双责']], variants: '雙双' }, true],
  ['order: as in the text', order, 'ABCD', 'ABCD', true],
  ['order: two swapped', order, 'ACBD', 'ABCD', false],
  ['match: equal letters', match, pairs('AA', 'BB'), 'AB', true],
  ['match: two swapped', match, pairs('AB', 'BA'), 'AB', false],
  ['match: one missing', match, pairs('AA'), 'AB', false]
]
for (const [name, kind, answer, key, right] of graded) {
  test(`${name} is ${right ? 'right' : 'wrong'}`, () => assert.equal(kind.right(answer, key), right))
}

test('nothing chosen is not an answer yet', () => {
  for (const kind of [single, judge, multiple]) {
    assert.equal(kind.complete(''), false)
  }
  assert.equal(blank.complete(['半年', '']), false)
  assert.equal(blank.complete(['半年', '书面']), true)
})

test('one tap answers single and judge alone', () => {
  const oneTap = Object.keys(kinds).filter((name) => kinds[name].oneTap)
  assert.deepEqual(oneTap.sort(), ['judge', 'single'])
})

test('order: taps put options one after the other, a second tap closes the gap', () => {
  assert.equal(['C', 'A', 'D', 'A', 'B'].reduce(tapOrder, ''), 'CDB')
})

test('match: the first tap alone pairs nothing', () => {
  assert.equal(tapPair([], '', 'A', undefined), undefined)
  assert.equal(tapPair([], '', undefined, 'B'), undefined)
})

test('match: two taps make a pair, with the first free sign', () => {
  assert.deepEqual(tapPair([{ sign: '2', left: 'A', right: 'A' }], '', 'B', 'C'), [
    { sign: '2', left: 'A', right: 'A' },
    { sign: '1', left: 'B', right: 'C' }
  ])
})

test('match: tapping a paired option undoes that pair and leaves the others their signs', () => {
  const both = pairs('AB', 'BA')
  assert.deepEqual(tapPair(both, '1', 'A', undefined), [both[1]])
})

test('every kind is known to measure pages and to study pages', () => {
  assert.deepEqual(Object.keys(studyKinds), Object.keys(kinds))
})

test('blank: what was typed is saved as session, log and backup take it', () => {
  const draft = studyKinds.blank.save(['<b>半年\u0000', '字'.repeat(600)])
  assert.deepEqual(draft, ['＜b>半年', '字'.repeat(500)])
  assert.ok(isAnswers({ question: draft }))
})

test('blank: a character of two code units is not cut in two', () => {
  const [whole] = studyKinds.blank.save(['字' + '𠮷'.repeat(300)])
  assert.equal(whole, '字' + '𠮷'.repeat(249))
  assert.deepEqual(studyKinds.blank.save(['𠮷'.repeat(300)]), ['𠮷'.repeat(250)])
  assert.ok(isAnswers({ question: [whole] }))
})

test('blank: a wrong gap is told a value that stands nowhere yet', () => {
  assert.deepEqual(corrections(['不想腐', '不想腐', '不能腐'], threeNots()), ['', '不敢腐', ''])
  assert.deepEqual(corrections(['甲', '不想腐', '乙'], threeNots()), ['不敢腐', '', '不能腐'])
  assert.deepEqual(corrections(['书面', '半年'], { accepted: [['半年'], ['书面']] }), ['半年', '书面'])
})

test('match: pairs are saved by their letters, as phones have kept them', () => {
  assert.deepEqual(studyKinds.match.save(pairs('AB', 'BA')), ['A B', 'B A'])
})

test('what is chosen is saved as its letters', () => {
  for (const kind of [studyKinds.single, studyKinds.judge, studyKinds.multiple, studyKinds.order]) {
    assert.equal(kind.save('CA'), 'CA')
  }
})

function threeNots() {
  return { accepted: [['不敢腐'], ['不能腐'], ['不想腐', '想']], anyOrder: true }
}

/** @param {...string} couples */
function pairs(...couples) {
  return couples.map(([left, right], at) => ({ sign: `${at + 1}`, left, right }))
}
