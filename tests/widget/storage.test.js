import assert from 'node:assert/strict'
import test, { beforeEach } from 'node:test'

import { openLog } from '../../tools/widget/src/store/log.js'
import { MONDAY, answer } from './bank.js'
import { newDevice } from './device.js'
import { library } from './libraries.js'

const { openDB } = library('idb')
const quiet = () => {}
const open = (how = openDB) => openLog(how, quiet)
const ids = (records) => records.map(({ id }) => id).sort()
const answers = (count, from = 0) => Array.from({ length: count }, (_, at) => answer('a1-m1-q01', MONDAY + from + at))

/** idb, with a storage that is full while `full()`. Reading goes on. */
const filling = (full) => async (...how) => {
  const db = await openDB(...how)
  return new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') {
        return (store, mode) => {
          const transaction = target.transaction(store, mode)
          if (mode === 'readwrite' && full()) {
            transaction.done.catch(quiet)
            transaction.abort()
            throw new DOMException('full', 'QuotaExceededError')
          }
          return transaction
        }
      }
      const value = target[name]
      return typeof value === 'function' ? value.bind(target) : value
    }
  })
}

beforeEach(newDevice)

test('two tabs answering at once lose nothing', async () => {
  const tabs = [await open(), await open()]
  const all = answers(200)
  await Promise.all(all.map((entry, at) => tabs[at % 2].append(entry)))
  assert.deepEqual(ids(await tabs[0].all()), ids(all))
  assert.deepEqual(ids(await tabs[1].all()), ids(all))
  assert.deepEqual(ids(await (await open()).all()), ids(all))
})

test('two tabs handing in the same exam, or pasting the same backup, write it once', async () => {
  const tabs = [await open(), await open()]
  const all = answers(50)
  await Promise.all(tabs.map((tab) => tab.append(all)))
  assert.deepEqual(ids(await tabs[0].records()), ids(all))
  assert.ok(tabs.every(({ persistent }) => persistent))
})

test('what is there stays as it is', async () => {
  const log = await open()
  const [entry] = answers(1)
  await log.append(entry)
  await log.append({ ...entry, result: 'wrong' })
  assert.deepEqual(await log.all(), [entry])
})

test('where storage is refused, answers live as long as the page, and it says so', async () => {
  const log = await open(() => Promise.reject(new DOMException('no', 'SecurityError')))
  const all = answers(3)
  for (const entry of all) {
    await log.append(entry)
  }
  assert.deepEqual(ids(await log.all()), ids(all))
  assert.equal(log.persistent, false)
})

test('where storage is refused, handing in twice counts once', async () => {
  const log = await open(() => Promise.reject(new Error('no')))
  const all = answers(3)
  await log.append(all)
  await log.append(all.map((entry) => ({ ...entry })))
  assert.deepEqual(await log.records(), all)
})

test('when storage is full, answers are kept in memory, and written as soon as there is room', async () => {
  let full = false
  const log = await open(filling(() => full))
  const [one, two, three] = answers(3)
  await log.append(one)
  full = true
  await log.append(two)
  await log.append(two)
  assert.equal(log.persistent, false)
  assert.deepEqual(ids(await log.all()), ids([one, two]))
  full = false
  await log.append(three)
  assert.equal(log.persistent, true)
  assert.deepEqual(ids(await (await open()).all()), ids([one, two, three]))
})

test('a backup too large to be kept does not keep the next answer from being kept', async () => {
  let room = 10
  const measuring = async (...how) => {
    const db = await openDB(...how)
    return new Proxy(db, {
      get(target, name) {
        const value = target[name]
        if (name !== 'transaction') {
          return typeof value === 'function' ? value.bind(target) : value
        }
        return (store, mode) => {
          const transaction = target.transaction(store, mode)
          let count = 0
          const add = transaction.store.add.bind(transaction.store)
          transaction.store.add = (...entry) => {
            if (++count > room) {
              transaction.done.catch(quiet)
              transaction.abort()
              throw new DOMException('full', 'QuotaExceededError')
            }
            return add(...entry)
          }
          return transaction
        }
      }
    })
  }
  const log = await open(measuring)
  const large = answers(50)
  const next = answers(1, 1000)
  await log.append(large)
  assert.equal((await (await open()).all()).length, 0, 'all or none')
  await log.append(next)
  assert.equal(log.persistent, false)
  assert.deepEqual(ids(await (await open()).all()), ids(next))
  assert.equal((await log.all()).length, 51)
})

test('records that cannot be read are passed over and stay where they are', async () => {
  const log = await open()
  const [entry] = answers(1)
  const db = await openDB('yanxi')
  const strange = [{ id: 'c1' }, { id: 'c2', type: 'answer', question: 5 }, { id: 'c3', type: 'dream', at: 1 }]
  for (const record of strange) {
    await db.put('log', record)
  }
  await log.append(entry)
  assert.deepEqual(await log.all(), [entry])
  assert.deepEqual(ids(await log.records()), ids([entry, ...strange]))
  assert.equal(await db.count('log'), 4)
  db.close()
})

test('one record the browser itself cannot read costs only that record', async () => {
  const log = await open(async (...how) => {
    const db = await openDB(...how)
    return new Proxy(db, {
      get(target, name) {
        const value = target[name]
        if (name === 'transaction') {
          return (...which) => {
            const transaction = target.transaction(...which)
            transaction.store.getAll = () => Promise.reject(new DOMException('broken', 'UnknownError'))
            return transaction
          }
        }
        if (name === 'get') {
          return (store, key) => (key === broken.id ? Promise.reject(new Error('broken')) : target.get(store, key))
        }
        return typeof value === 'function' ? value.bind(target) : value
      }
    })
  })
  const [broken, ...others] = answers(4)
  await log.append([broken, ...others])
  assert.deepEqual(ids(await log.all()), ids(others))
})

test('other types live in the log beside answers, and a page that knows answers only does not see them', async () => {
  const log = await open()
  const [entry] = answers(1)
  const star = { id: 's1', type: 'star', question: 'a1-m1-q01', on: true, at: MONDAY }
  const undo = { id: 'u1', type: 'undo', of: 'r1', at: MONDAY }
  await log.append([star, entry, undo])
  assert.deepEqual(await log.all(), [entry])
  assert.deepEqual(await log.between('a1-m1-q01', 'a1-m1-q01'), [entry])
  assert.deepEqual(ids(await log.records()), ids([star, entry, undo]))
})

test('nothing appended is nothing done', async () => {
  const told = []
  const log = await openLog(openDB, (id) => told.push(id))
  await log.append([])
  assert.deepEqual([await log.records(), told, log.persistent], [[], [], true])
})

test('other tabs are told once an answer is kept, and not before', async () => {
  const told = []
  let full = true
  const log = await openLog(filling(() => full), (id) => told.push(id))
  const [one, two] = answers(2)
  await log.append(one)
  assert.deepEqual(told, [])
  full = false
  await log.append(two)
  assert.deepEqual(told, [two.id])
})
