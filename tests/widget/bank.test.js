import assert from 'node:assert/strict'
import test from 'node:test'

import { countQuestions, within } from '../../tools/widget/src/core/bank.js'
import { makeIndex } from './bank.js'
import { library } from './libraries.js'

const fc = library('fast-check')

const provision = fc.constantFrom('a1', 'a1-m1', 'a1-m10', 'a2-m1', 'a2-m1-k1', 'a2-m1-k1-z1', 'a', 'g')
const bank = fc
  .array(fc.tuple(provision, fc.constantFrom('single', 'recall')), { maxLength: 60 })
  .map((all) => makeIndex(Object.fromEntries(all.map(([id, kind], n) => [`${id}-q${n}`, `v1 ${kind}`]))))

test('questions are counted as looking at each of them would', () => {
  fc.assert(
    fc.property(bank, (index) => {
      const { own, below, kinds } = countQuestions(index)
      const facts = index.order.map((question) => index.questions[question])
      for (const scope of ['a1', 'a1-m1', 'a1-m10', 'a2', 'a2-m1', 'a2-m1-k1', 'a', 'g', 'a2-m']) {
        assert.equal(below.get(scope) || 0, facts.filter(({ p }) => within(p, scope)).length, scope)
        assert.equal(own.get(scope) || 0, facts.filter(({ p }) => p === scope).length, scope)
      }
      assert.deepEqual([...kinds.keys()].sort(), [...new Set(facts.map(({ k }) => k))].sort())
    })
  )
})
