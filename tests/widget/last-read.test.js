import assert from 'node:assert/strict'
import test from 'node:test'

import { keepLastRead, lastRead } from '../../tools/widget/src/store/last-read.js'
import { openLocal } from '../../tools/widget/src/store/local-storage.js'
import { makeStorage } from './device.js'

const KEY = 'yanxi / read 2022'

test('the page read last is kept for each document, and only the last', () => {
  const storage = makeStorage()
  const local = openLocal(() => storage)
  keepLastRead(local, '2022', { provision: 'a1-m1', at: 1 })
  keepLastRead(local, '2022', { provision: 'a1-m2', at: 2 })
  assert.deepEqual(lastRead(local, '2022'), { provision: 'a1-m2', at: 2 })
  assert.equal(lastRead(local, '2024'), undefined)
  assert.deepEqual([...storage.kept.keys()], [KEY])
})

test('what is no page read is none', () => {
  const odd = ['null', '[]', '"a1"', '{', '{"provision":"a1"}', '{"provision":"<b>","at":1}', '{"provision":"__proto__","at":1}', '{"provision":"a1","at":-1}']
  for (const kept of odd) {
    assert.equal(lastRead(openLocal(() => makeStorage(undefined, { [KEY]: kept })), '2022'), undefined, kept)
  }
})
