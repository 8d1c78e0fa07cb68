import assert from 'node:assert/strict'
import { test } from 'node:test'

import { normalizeAnswer } from '../../tools/widget/src/core/normalize-answer.js'
import { fits } from '../../tools/widget/src/kinds/blank.js'

const same = [
  ['full and half width', '１０个', '10个'],
  ['spaces, ideographic ones too', ' 每　半 年\u00a0', '每半年'],
  ['punctuation', '“每半年”。', '每半年'],
  ['case', 'ＡbＣ', 'abc'],
  ['thousands', '1,000', '1000']
]
for (const [name, one, other] of same) {
  test(`${name} makes no difference`, () => assert.equal(normalizeAnswer(one), normalizeAnswer(other)))
}

const different = [
  ['a decimal point', '1.5', '15'],
  ['a hyphen between digits', '3-5', '35'],
  ['〇, which stands among punctuation', '二〇二二', '二二二'],
  ['a word', '每年', '每半年']
]
for (const [name, one, other] of different) {
  test(`${name} makes a difference`, () => assert.notEqual(normalizeAnswer(one), normalizeAnswer(other)))
}

test('any accepted answer fits', () => {
  assert.ok(fits('六个月', ['半年', '六个月']))
  assert.ok(!fits('一年', ['半年', '六个月']))
})

test('nothing said is wrong, whatever is accepted', () => {
  for (const typed of ['', ' ', '。，！', '<>']) {
    assert.ok(!fits(typed, ['', '。', '半年']), JSON.stringify(typed))
  }
})

test('markup is only text', () => {
  assert.equal(normalizeAnswer('<img src=x onerror=alert(1)>'), 'imgsrcxonerroralert1')
})
