import assert from 'node:assert/strict'
import test, { beforeEach } from 'node:test'

import { openDatabase } from '../../tools/widget/src/store/database.js'
import { openLog } from '../../tools/widget/src/store/log.js'
import { PREFIX, setPending } from '../../tools/widget/src/store/pending.js'
import { isReadable } from '../../tools/widget/src/store/record.js'
import { recover } from '../../tools/widget/src/store/recover-pending.js'
import { MONDAY, answer } from './bank.js'
import { makeStorage, meddling } from './device.js'
import { newDevice } from './indexeddb.js'

const quiet = () => {}
const kept = () => Object.keys(globalThis.localStorage).filter((key) => key.startsWith(PREFIX))

beforeEach(() => {
  newDevice()
  globalThis.localStorage = makeStorage()
})

test('what a page could not finish is brought into the log, once, and taken away', async () => {
  const log = await openLog(undefined, quiet)
  const [written, lost] = [answer('a1-m1-q01', MONDAY), answer('a1-m1-q02', MONDAY)]
  const star = { id: 's1', type: 'star', question: 'a1-m1-q01', on: true, at: MONDAY }
  await log.append(written)
  for (const record of [written, lost, star]) {
    setPending(record.id, [record])
  }
  await recover(log)
  assert.deepEqual((await log.records()).map(({ id }) => id).sort(), [written.id, lost.id, 's1'].sort())
  assert.deepEqual(kept(), [])
})

test('what is no record stays out of the log, and keeps nothing else out', async () => {
  const log = await openLog(undefined, quiet)
  const good = answer('a1-m1-q01', MONDAY)
  for (const [key, text] of Object.entries({
    [`${PREFIX}1`]: '{"id":',
    [`${PREFIX}2`]: '{"id":"<b>","type":"answer","at":1}',
    [`${PREFIX}3`]: 'null',
    [`${PREFIX}4`]: JSON.stringify([answer('a1-m1-q08', MONDAY), null]),
    'yanxi / other': JSON.stringify(answer('a1-m1-q09', MONDAY))
  })) {
    globalThis.localStorage.setItem(key, text)
  }
  setPending(good.id, [good])
  await recover(log)
  assert.deepEqual((await log.records()).filter(isReadable), [good])
})

test('what belongs together, as an exam and its answers, is brought in together', async () => {
  const log = openLog(undefined, quiet)
  const exam = [answer('a1-m1-q01', MONDAY), answer('a1-m1-q02', MONDAY)]
  setPending(exam[0].id, exam)
  await recover(log)
  assert.deepEqual(await log.records(), exam)
  assert.deepEqual(kept(), [])
})

test('where the log cannot keep it, it waits for a better day', async () => {
  const refused = openLog(() => Promise.reject(new Error('refused')), quiet)
  const entry = answer('a1-m1-q01', MONDAY)
  setPending(entry.id, [entry])
  await recover(refused)
  assert.deepEqual(await refused.records(), [entry])
  assert.equal(kept().length, 1)
  const log = await openLog(undefined, quiet)
  await recover(log)
  assert.deepEqual(await log.records(), [entry])
  assert.deepEqual(kept(), [])
})

test('a storage that refuses stops nothing', async () => {
  const log = await openLog(undefined, quiet)
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new Error('refused')
    }
  })
  setPending('1', [answer('a1-m1-q01', MONDAY)])
  await recover(log)
  assert.deepEqual(await log.records(), [])
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, writable: true, value: {} })
})

test('what waits is part of every reading, whether or not it was brought in, and counts once', async () => {
  const log = openLog(undefined, quiet)
  const [kept, waits] = [answer('a1-m1-q01', MONDAY), answer('a1-m1-q02', MONDAY)]
  await log.append(kept)
  setPending(kept.id, [kept])
  setPending(waits.id, [waits])
  assert.deepEqual((await log.records()).map(({ id }) => id), [kept.id, waits.id])
})

test('an exam handed in while storage is full is there at the next visit, and brought in once there is room', async () => {
  let full = true
  const filling = meddling(openDatabase, (method) =>
    method === 'add' && full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : undefined
  )
  const exam = [answer('a1-m1-q01', MONDAY), answer('a1-m1-q02', MONDAY)]
  assert.equal(await openLog(filling, quiet).append(exam), false)
  const next = openLog(filling, quiet)
  await recover(next)
  assert.deepEqual([await next.records(), next.trouble, kept().length], [exam, 'full', 1])
  full = false
  const last = openLog(filling, quiet)
  await recover(last)
  assert.deepEqual([await last.records(), last.trouble, kept()], [exam, '', []])
})
