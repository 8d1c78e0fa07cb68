import assert from 'node:assert/strict'
import test from 'node:test'

import { isSeed, linkTo, readLink } from '../../tools/widget/src/core/exam-link.js'

const mid = { id: 'mid', title: '期中', minutes: 60, pass: 60, seed: '2022', sections: [] }
const index = { document: '2023', papers: [mid] }

test('a link gives the paper and seed it was made of', () => {
  for (const seed of ['2022', '甲 卷', 'a&b=c#d?e/f', '+%']) {
    assert.deepEqual(readLink(linkTo('2023', 'mid', seed), index), { paper: mid, seed })
  }
})

test('a link of the days when links named no document is one', () => {
  assert.deepEqual(readLink('?paper=mid&seed=1', index), { paper: mid, seed: '1' })
})

test('a link to no paper of ours leads nowhere', () => {
  for (const query of ['', '?', '?paper=end&seed=1', '?paper=__proto__', '?seed=1', '?paper=mid%00', '?document=2022&paper=mid']) {
    assert.equal(readLink(query, index), undefined, query)
  }
})

test('a seed that cannot be ours is passed over', () => {
  for (const seed of ['', 'x'.repeat(65), 'a\u0000b', '<script>', '%ff']) {
    assert.equal(readLink(`?paper=mid&seed=${seed}`, index).seed, undefined, seed)
  }
  assert.ok(isSeed('甲卷'))
})
