import assert from 'node:assert/strict'
import test from 'node:test'

import { PACK, pack, unpack } from '../../tools/widget/src/store/pack.js'
import { library } from './libraries.js'

const fc = library('fast-check')

const word = fc.oneof(fc.constantFrom('a1-m1-q01', 'right', 'page', ''), fc.string())
const answer = fc.record(
  { type: fc.constant('answer'), question: word, version: word, at: fc.double(), result: word, ms: fc.nat(), from: word, sure: fc.boolean(), document: fc.constantFrom('2022', '2023'), offset: fc.integer() },
  { requiredKeys: ['type', 'question', 'version', 'at', 'result', 'ms', 'from'] }
)
const other = fc.record({ type: word, at: fc.anything(), more: fc.anything() }, { requiredKeys: [] })
const items = fc
  .array(fc.tuple(fc.string(), fc.oneof({ weight: 4, arbitrary: answer }, other)), { maxLength: 40 })
  .map((all) => all.map(([id, fields], n) => ({ id: `${id}${n}`, ...fields })))

const sorted = (all) => [...all].sort((one, other) => (one.id < other.id ? -1 : 1))

test('what was packed comes out again, whatever it is', () => {
  fc.assert(fc.property(items, (all) => assert.deepEqual(sorted(pack(all).flatMap(unpack)), sorted(all))))
})

test('a year of answers is packed in columns, and no pack is larger than Chrome keeps in one place', () => {
  const year = Array.from({ length: 11000 }, (_, n) => ({
    id: `${n}`.padStart(36, '0'),
    type: 'answer',
    question: `a1-m1-q${n % 320}`,
    version: `${n % 320}`.padStart(16, '0'),
    at: 1.7e12 + n,
    result: 'right',
    ms: n,
    from: 'review',
    document: '2022',
    offset: 480
  }))
  const packs = pack(year)
  assert.equal(packs.length, 11000 / PACK)
  for (const { ids, words, question, at, document, offset } of packs) {
    assert.deepEqual([document, offset], ['2022', 480], 'what all of them have stands there once')
    assert.equal(question.length, PACK)
    assert.ok(ids.length + words.join('').length + 4 * question.byteLength + 2 * at.byteLength < 65536 / 2)
  }
})

test('a pack of the days when answers named neither document nor offset is read as it was', () => {
  const [{ document, offset, ...old }] = pack([{ id: '1', type: 'answer', question: 'q', version: 'v', at: 1, result: 'right', ms: 2, from: 'page' }])
  assert.deepEqual([document, offset], [undefined, undefined])
  assert.deepEqual(unpack(old), [{ id: '1', type: 'answer', question: 'q', version: 'v', at: 1, result: 'right', ms: 2, from: 'page' }])
})
