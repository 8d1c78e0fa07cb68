import assert from 'node:assert/strict'
import test from 'node:test'

import { isSeed, linkTo, readLink } from '../../tools/widget/src/core/exam-link.js'

const mid = { id: 'mid', title: '期中', minutes: 60, pass: 60, seed: '2022', sections: [] }
const index = { papers: [mid] }

test('a link gives the paper and seed it was made of', () => {
  for (const seed of ['2022', '甲 卷', 'a&b=c#d?e/f', '+%']) {
    assert.deepEqual(readLink(linkTo('mid', seed), index), { paper: mid, seed })
  }
})

test('a link to no paper of ours leads nowhere', () => {
  for (const query of ['', '?', '?paper=end&seed=1', '?paper=__proto__', '?seed=1', '?paper=mid%00']) {
    assert.equal(readLink(query, index), undefined, query)
  }
})

test('a seed that cannot be ours is passed over', () => {
  for (const seed of ['', 'x'.repeat(65), 'a\u0000b', '<script>', '%ff']) {
    assert.equal(readLink(`?paper=mid&seed=${seed}`, index).seed, undefined, seed)
  }
  assert.ok(isSeed('甲卷'))
})
