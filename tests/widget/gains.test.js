import assert from 'node:assert/strict'
import test from 'node:test'

import { gainsOf } from '../../tools/widget/src/core/gains.js'

const at = (moment, result) => ({ id: `${moment}`, type: 'answer', at: moment, question: 'q', version: 'v', result, from: 'page' })

test('what was never answered before is fresh; what was wrong the last time is regained', () => {
  const answers = new Map([
    ['new', [at(11, 'right')]],
    ['wrong-before', [at(1, 'right'), at(2, 'wrong'), at(12, 'right')]],
    ['right-before', [at(1, 'wrong'), at(2, 'right'), at(13, 'right')]],
    ['wrong-now', [at(14, 'wrong')]]
  ])
  const results = { new: 'right', 'wrong-before': 'right', 'right-before': 'right', 'wrong-now': 'wrong' }
  assert.deepEqual(gainsOf(answers, results, 10), { fresh: 1, regained: 1 })
})

test('an answer given again in the same set does not make it an old one', () => {
  assert.deepEqual(gainsOf(new Map([['q', [at(11, 'wrong'), at(12, 'right')]]]), { q: 'right' }, 10), { fresh: 1, regained: 0 })
})
