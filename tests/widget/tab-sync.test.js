import assert from 'node:assert/strict'
import test from 'node:test'

import { announce, onNews } from '../../tools/widget/src/store/tab-sync.js'
import { makeStorage } from './device.js'

/** What the browser sends to the other tabs when localStorage changes. */
const change = (key) => Object.assign(new Event('storage'), { key })

function withStorage(storage, work) {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true })
  work()
  if (before) {
    Object.defineProperty(globalThis, 'localStorage', before)
  } else {
    delete globalThis.localStorage
  }
}

test('a tab hears of what another tab announced, and of nothing else', () => {
  const storage = makeStorage()
  withStorage(storage, () => announce('e1'))
  const tab = new EventTarget()
  let heard = 0
  const stop = onNews(() => heard++, tab)
  for (const key of [...storage.kept.keys(), 'yanxi.settings', null]) {
    tab.dispatchEvent(change(key))
  }
  assert.equal(heard, 1)
  stop()
  tab.dispatchEvent(change([...storage.kept.keys()][0]))
  assert.equal(heard, 1)
})

test('two answers are two announcements, or the browser would keep the second to itself', () => {
  const storage = makeStorage()
  const values = new Set()
  for (const id of ['e1', 'e2']) {
    withStorage(storage, () => announce(id))
    values.add([...storage.kept.values()][0])
  }
  assert.equal(values.size, 2)
})

test('where localStorage is refused, an answer is not lost for it', () => {
  withStorage(makeStorage(() => true), () => announce('e1'))
})
