import assert from 'node:assert/strict'
import test, { beforeEach } from 'node:test'

import { openDatabase } from '../../tools/widget/src/store/database.js'
import { NAME, openLog } from '../../tools/widget/src/store/log.js'
import { pack, unpack } from '../../tools/widget/src/store/pack.js'
import { isReadable } from '../../tools/widget/src/store/record.js'
import { tidy } from '../../tools/widget/src/store/tidy.js'
import { MONDAY, answer } from './bank.js'
import { meddling } from './device.js'
import { newDevice } from './indexeddb.js'
import { library } from './libraries.js'

const { openDB } = library('idb')
const quiet = () => {}
const open = (how = openDatabase) => openLog(how, quiet)
const ids = (records) => records.map(({ id }) => id).sort()
const answers = (count, from = 0) => Array.from({ length: count }, (_, at) => answer('a1-m1-q01', MONDAY + from + at))

const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
/** A storage that is full while `full()`. Reading goes on. */
const filling = (full) => meddling(openDatabase, (method) => (method === 'add' && full() ? refuse() : undefined))

beforeEach(newDevice)

test('two tabs answering at once lose nothing', async () => {
  const tabs = [await open(), await open()]
  const all = answers(200)
  await Promise.all(all.map((entry, at) => tabs[at % 2].append(entry)))
  assert.deepEqual(ids(await tabs[0].records()), ids(all))
  assert.deepEqual(ids(await tabs[1].records()), ids(all))
  assert.deepEqual(ids(await (await open()).records()), ids(all))
})

test('two tabs handing in the same exam, or pasting the same backup, write it once', async () => {
  const tabs = [await open(), await open()]
  const all = answers(50)
  await Promise.all(tabs.map((tab) => tab.append(all)))
  assert.deepEqual(ids(await tabs[0].records()), ids(all))
  assert.ok(tabs.every(({ trouble }) => !trouble))
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
  assert.equal(log.trouble, 'full')
  assert.deepEqual(ids(await log.records()), ids([one, two]))
  full = false
  await log.append(three)
  assert.equal(log.trouble, '')
  assert.deepEqual(ids(await (await open()).records()), ids([one, two, three]))
})

test('a backup too large to be kept does not keep the next answer from being kept', async () => {
  const measuring = meddling(openDatabase, (method, [added]) => (method === 'add' && !(added.at >= MONDAY + 1000) ? refuse() : undefined))
  const log = await open(measuring)
  const large = answers(600)
  const next = answers(1, 1000)
  await log.append(large, pack)
  assert.equal((await (await open()).records()).length, 0, 'all or none')
  await log.append(next)
  assert.equal(log.trouble, 'full')
  assert.deepEqual(ids(await (await open()).records()), ids(next))
  assert.equal((await log.records()).length, 601)
})

test('records that cannot be read are passed over and stay where they are', async () => {
  const log = await open()
  const [entry] = answers(1)
  await log.records()
  const db = await openDB(NAME)
  const strange = [{ id: 'c1' }, { id: 'c2', type: 'answer', question: 5 }, { id: 'c3', type: 'answer', at: 1 }]
  for (const record of strange) {
    await db.put('log', record)
  }
  await log.append(entry)
  assert.deepEqual((await log.records()).filter(isReadable), [entry])
  assert.deepEqual(ids(await log.records()), ids([entry, ...strange]))
  assert.equal(await db.count('log'), 4)
  db.close()
})

test('one record the browser itself cannot read costs only that record', async () => {
  const unreadable = () => Promise.reject(new DOMException('broken', 'UnknownError'))
  const log = await open(
    meddling(openDatabase, (method, [key]) =>
      method.startsWith('getAll') && !method.includes('Keys') || (method === 'get' && key === broken.id) ? unreadable() : undefined
    )
  )
  const [broken, ...others] = answers(4)
  await log.append([broken, ...others])
  assert.deepEqual(ids((await log.records()).filter(isReadable)), ids(others))
})

test('other types live in the log beside answers', async () => {
  const log = await open()
  const [entry] = answers(1)
  const star = { id: 's1', type: 'star', question: 'a1-m1-q01', on: true, at: MONDAY }
  const undo = { id: 'u1', type: 'undo', of: 'r1', at: MONDAY }
  await log.append([star, entry, undo])
  assert.deepEqual(ids(await log.records()), ids([star, entry, undo]))
})

test('nothing appended is nothing done', async () => {
  const told = []
  const log = await openLog(openDatabase, (id) => told.push(id))
  await log.append([])
  assert.deepEqual([await log.records(), told, log.trouble], [[], [], ''])
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

test('what is packed is read as before, and packing again changes nothing', async () => {
  const log = await open()
  const all = answers(700)
  const other = answer('g-m1-q01', MONDAY)
  for (const entry of [...all, other]) {
    await log.append(entry)
  }
  for (let turn = 0; turn < 2; turn++) {
    await tidy(log)
    const db = await openDB(NAME)
    assert.deepEqual([await db.count('log'), await db.count('packs')], [0, 3])
    db.close()
    assert.deepEqual(ids(await log.records()), ids([...all, other]))
  }
})

test('a few entries are not worth packing', async () => {
  const log = await open()
  await log.append(answers(1))
  await tidy(log)
  const db = await openDB(NAME)
  assert.deepEqual([await db.count('log'), await db.count('packs')], [1, 0])
  db.close()
})

test('two tabs that pack while both are answering lose nothing and double nothing', async () => {
  const tabs = [await open(), await open()]
  const all = answers(900)
  await tabs[0].append(all.slice(0, 249))
  await Promise.all(
    all.slice(249).flatMap((entry, at) => [tabs[at % 2].append(entry), ...(at % 90 ? [] : [tidy(tabs[0]), tidy(tabs[1])])])
  )
  const db = await openDB(NAME)
  const packed = (await db.getAll('packs')).flatMap(unpack)
  assert.ok(packed.length >= 250)
  assert.deepEqual(ids([...packed, ...(await db.getAll('log'))]), ids(all))
  db.close()
  assert.deepEqual(ids(await tabs[1].records()), ids(all))
})

test('when packing finds no room, everything is where it was', async () => {
  const log = await open(meddling(openDatabase, (method, [added]) => (method === 'add' && !added.id ? refuse() : undefined)))
  const all = answers(260)
  for (const entry of all) {
    await log.append(entry)
  }
  await tidy(log)
  assert.deepEqual(ids(await (await open()).records()), ids(all))
  assert.equal(log.trouble, '')
})

test('records that cannot be read are packed as they are', async () => {
  const log = await open()
  await log.records()
  const db = await openDB(NAME)
  const strange = { id: 'c2', type: 'answer', question: 5 }
  await db.put('log', strange)
  for (const entry of answers(260)) {
    await log.append(entry)
  }
  await tidy(log)
  assert.ok((await log.records()).some(({ id }) => id === 'c2'))
  assert.equal((await log.records()).filter(isReadable).length, 260)
  db.close()
})

test('an entry that was packed stays as it is when it comes again', async () => {
  const log = await open()
  const all = answers(300)
  await log.append(all, pack)
  await log.append({ ...all[0], result: 'wrong' })
  assert.deepEqual(ids(await log.records()), ids(all))
  assert.equal((await log.records()).find(({ id }) => id === all[0].id).result, 'right')
})

test('a pack the browser cannot read costs only what is in it', async () => {
  const log = await open(
    meddling(openDatabase, (method, [key]) =>
      method === 'getAll' || (method === 'get' && key === 2) ? Promise.reject(new Error('broken')) : undefined
    )
  )
  await log.append(answers(600), pack)
  const [single] = answers(1, 5000)
  await log.append(single)
  assert.equal((await log.records()).filter(isReadable).length, 351)
})

test('a pack that is none of ours costs only what is in it', async () => {
  const log = await open()
  await log.append(answers(300), pack)
  const db = await openDB(NAME)
  for (const strange of [null, 5, {}, { ids: 'a b' }, { ids: 'a', words: [] }, [null, 5]]) {
    await db.add('packs', strange)
  }
  const [single] = answers(1, 5000)
  await log.append(single)
  assert.equal((await log.records()).filter(isReadable).length, 301)
  assert.equal((await log.records()).filter((record) => !record).length, 6)
  assert.equal(log.trouble, '')
  db.close()
})

/** A storage whose connections can be closed as phones close them: without a word. */
function dying() {
  const connections = []
  const openDying = async (...how) => {
    const db = await openDatabase(...how)
    connections.push(db)
    return db
  }
  return { openDying, connections, kill: () => connections.forEach((db) => db.close()) }
}

test('a connection that was closed without a word is opened again, for reading and for writing', async () => {
  const { openDying, connections, kill } = dying()
  const log = open(openDying)
  const [one, two, three] = answers(3)
  await log.append(one)
  kill()
  assert.equal(await log.append(two), true)
  kill()
  assert.deepEqual(ids(await log.records()), ids([one, two]))
  kill()
  const all = await Promise.all([log.append(three), log.records(), log.records()])
  assert.deepEqual([all[0], log.trouble, log.unread, connections.length], [true, '', false, 4])
  assert.deepEqual(ids(await log.records()), ids([one, two, three]))
})

test('a connection that dies again and again is no refusal', async () => {
  const log = open(async (...how) => {
    const db = await openDatabase(...how)
    db.close()
    return db
  })
  const [entry] = answers(1)
  assert.equal(await log.append(entry), false)
  assert.deepEqual([await log.records(), log.trouble, log.unread], [[entry], 'silent', true])
})

test('a visit on which storage answers in time again has all its patience back', async () => {
  const kept = new Map()
  globalThis.sessionStorage = {
    getItem: (key) => kept.get(key) || null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key)
  }
  try {
    kept.set('yanxi / silent', '1')
    await open().records()
    assert.equal(kept.size, 0)
  } finally {
    delete globalThis.sessionStorage
  }
})

test('a storage that is slow to answer is waited for once, and what it says in the end is not lost', async () => {
  const { setTimeout } = globalThis
  globalThis.setTimeout = /** @type {any} */ ((work, ms) => setTimeout(work, ms / 100))
  try {
    const [before, entry] = answers(2)
    await open().append(before)
    let answerNow
    const answers2 = new Promise((resolve) => (answerNow = resolve))
    const log = open(async (...how) => (await answers2, openDatabase(...how)))
    const told = new Promise((resolve) => (log.onBack = resolve))
    assert.equal(await log.append(entry), false)
    assert.deepEqual([await log.records(), log.trouble, log.unread], [[entry], 'silent', true])
    answerNow()
    await told
    assert.deepEqual([ids(await log.records()), log.trouble, log.unread], [ids([before, entry]), '', false])
    assert.deepEqual(ids(await open().records()), ids([before, entry]))
  } finally {
    globalThis.setTimeout = setTimeout
  }
})
