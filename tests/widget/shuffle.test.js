import assert from 'node:assert/strict'
import { test } from 'node:test'

import { seeded, shuffle } from '../../tools/widget/src/core/shuffle.js'

const letters = ['A', 'B', 'C', 'D']

test('the same seed gives the same order, another seed another', () => {
  const orders = ['q1', 'q1', 'q2'].map((seed) => shuffle([...'ABCDEFGHIJ'], seeded(seed)).join(''))
  assert.equal(orders[0], orders[1])
  assert.notEqual(orders[0], orders[2])
})

test('nothing is lost and the given list stays as it was', () => {
  const shuffled = shuffle(letters, seeded('any'))
  assert.deepEqual([...shuffled].sort(), letters)
  assert.deepEqual(letters, ['A', 'B', 'C', 'D'])
})

test('every option comes first about equally often', () => {
  const first = { A: 0, B: 0, C: 0, D: 0 }
  for (let seed = 0; seed < 4000; seed++) {
    first[shuffle(letters, seeded(`${seed}`))[0]]++
  }
  for (const count of Object.values(first)) {
    assert.ok(count > 900 && count < 1100, JSON.stringify(first))
  }
})

test('a refused order is never given while there is another', () => {
  for (let seed = 0; seed < 200; seed++) {
    assert.notEqual(shuffle(['A', 'B'], seeded(`${seed}`), (order) => order.join('') === 'AB').join(''), 'AB')
  }
})

test('a single option, or an order that is always refused, does not hang', () => {
  assert.deepEqual(shuffle(['A'], seeded(''), () => true), ['A'])
  assert.equal(shuffle(letters, seeded(''), () => true).length, 4)
})
