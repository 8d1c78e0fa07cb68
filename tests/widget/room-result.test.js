import assert from 'node:assert/strict'
import { test } from 'node:test'

import { MOST_PHONES, arePhones, readResult, tallyPhones, toResult } from '../../tools/widget/src/core/room-result.js'
import { library } from './libraries.js'

const fc = library('fast-check')

const CODE = 'plan/a1/single/4.0/k7m2///h3qx'
const QUESTIONS = ['a1-q01', 'a1-q02', 'a1-q03', 'a1-q04']

test('a phone shows for each question whether it was right, and nothing else', () => {
  const text = toResult(CODE, 1764338400000, QUESTIONS, { 'a1-q01': 'right', 'a1-q02': 'wrong', 'a1-q04': 'right' })
  assert.match(text, /^YANXI:H3QX:[A-Z0-9]{6}:10-1$/)
  assert.equal(text, toResult(CODE, 1764338400000, QUESTIONS, { 'a1-q01': 'right', 'a1-q02': 'wrong', 'a1-q04': 'right' }))
})

test('what is shown is read, whatever was answered and whenever', () => {
  const results = fc.dictionary(fc.constantFrom(...QUESTIONS), fc.constantFrom('right', 'wrong'))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 45 }), results, (begun, given) => {
      const read = readResult(toResult(CODE, begun, QUESTIONS, given), CODE, QUESTIONS.length)
      const signs = QUESTIONS.map((question) => ({ right: '1', wrong: '0' })[given[question]] || '-').join('')
      assert.equal(read.signs, signs)
      assert.ok(arePhones({ [read.phone]: read.signs }))
    })
  )
})

test('a code of another set is known as such, and any other code as none of ours', () => {
  const text = toResult(CODE, 1, QUESTIONS, {})
  assert.equal(readResult(text, CODE.replace('h3qx', 'aaaa'), 4), 'other')
  assert.equal(readResult(text, CODE, 5), 'other')
  for (const alien of ['', 'https://example.org/', 'YANXI:H3QX:1:1', `${text}\n`, text.toLowerCase(), `YANXI:H3QX:ABCDEF:${'1'.repeat(500)}`]) {
    assert.equal(readResult(alien, CODE, 4), undefined, alien)
  }
})

test('what phones show adds up, question by question', () => {
  assert.deepEqual(tallyPhones({ AAAAAA: '110-', BBBBBB: '1-01' }, 4), {
    phones: 2,
    questions: [{ right: 2, of: 2 }, { right: 1, of: 1 }, { right: 0, of: 2 }, { right: 1, of: 1 }],
    share: 4 / 6
  })
  assert.equal(tallyPhones({}, 2).share, undefined)
})

test('what storage holds of phones is looked at', () => {
  assert.ok(arePhones({}))
  assert.ok(!arePhones({ aaaaaa: '1' }))
  assert.ok(!arePhones({ AAAAAA: '1x' }))
  assert.ok(!arePhones({ AAAAAA: 1 }))
  assert.ok(!arePhones(Object.fromEntries(Array.from({ length: MOST_PHONES + 1 }, (_, at) => [`${at + 100000}`, '1']))))
})
