import assert from 'node:assert/strict'
import test from 'node:test'

import { firstStep } from '../../tools/widget/src/study/shared/recitation.js'

/** @param {number[][]} steps - of the pieces of each clause */
const clauses = (...steps) => steps.map((each, at) => ({ id: `c${at + 1}`, pieces: each.map((step) => ['词', step]) }))

test('reciting begins with the lowest step that hides something in most sentences', () => {
  assert.equal(firstStep(clauses([0, 1], [0, 1])), 1)
  assert.equal(firstStep(clauses([0, 4], [1, 0], [0, 3], [3])), 3)
  assert.equal(firstStep(clauses([0], [0], [2])), 2)
  assert.equal(firstStep(clauses([0])), 4)
})
