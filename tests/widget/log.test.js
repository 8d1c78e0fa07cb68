import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'

import { NAME, openLog as open } from '../../tools/widget/src/store/log.js'
import { PREFIX } from '../../tools/widget/src/store/pending.js'
import { makeStorage } from './device.js'
import { newDevice } from './indexeddb.js'

beforeEach(newDevice)

/** Nobody is told: that is another file's matter. */
const openLog = (storage) => open(storage, () => {})

test('what is appended is there next time', async () => {
  const log = openLog()
  await log.append(entry('1'))
  assert.equal(log.trouble, '')
  assert.deepEqual(await (openLog()).records(), [entry('1')])
})

test('an entry that is there already stays as it is', async () => {
  const log = openLog()
  await log.append(entry('1'))
  await log.append(entry('1', { result: 'wrong' }))
  assert.deepEqual(await log.records(), [entry('1')])
})

const refusals = [
  ['is refused later', () => Promise.reject(new Error('refused'))],
  [
    'is refused at once',
    () => {
      throw new Error('refused')
    }
  ],
]
for (const [name, open] of refusals) {
  test(`storage that ${name}: the log lives on in memory and says so`, async () => {
    const log = openLog(open)
    await log.records()
    assert.equal(log.trouble, 'refused')
    await log.append(entry('1'))
    assert.deepEqual(ids(await log.records()), ['1'])
    assert.equal(log.trouble, 'refused')
  })
}

test('storage that another tab holds in an older version: the log lives on in memory and says so', async () => {
  const older = await request(indexedDB.open(NAME, 1))
  const log = openLog()
  await log.append(entry('1'))
  assert.deepEqual([ids(await log.records()), log.trouble], [['1'], 'silent'])
  older.close()
})

test('what is appended is on its way before anything is waited for, and taken off it once it is there', async () => {
  globalThis.localStorage = makeStorage()
  const log = openLog()
  const done = log.append([entry('1'), entry('2')])
  assert.deepEqual(JSON.parse(localStorage.getItem(`${PREFIX}1`)), [entry('1'), entry('2')])
  await done
  assert.equal(localStorage.getItem(`${PREFIX}1`), null)
  delete globalThis.localStorage
})

test('each document has its own part of the log; what names none is the first one\u2019s', async () => {
  const log = openLog()
  await log.append([entry('1'), entry('2', { document: '2022' }), entry('3', { document: '2023' })])
  await log.append({ id: 's', type: 'star', document: '2023', at: 1, question: 'a1-m1-q01', on: true })
  assert.deepEqual([ids(await log.records('2022')), ids(await log.records('2023'))], [['1', '2'], ['3', 's']])
  assert.deepEqual(ids(await log.records()), ['1', '2', '3', 's'])
})

test('storage that never answers is not waited for', async () => {
  const { setTimeout } = globalThis
  globalThis.setTimeout = /** @type {any} */ ((work) => setTimeout(work, 1))
  try {
    const log = openLog(() => new Promise(() => {}))
    await log.append(entry('1'))
    assert.deepEqual([ids(await log.records()), log.trouble], [['1'], 'silent'])
  } finally {
    globalThis.setTimeout = setTimeout
  }
})

test('another tab that upgrades or deletes the database does not have to wait', async () => {
  const log = openLog()
  await log.append(entry('1'))
  await request(indexedDB.deleteDatabase(NAME))
  await log.append(entry('2'))
  assert.deepEqual(ids(await log.records()), ['2'])
  assert.equal(log.trouble, '')
})

function entry(id, changes = {}) {
  return { id, type: 'answer', question: 'a1-m1-q01', version: 'v1', at: 1, result: 'right', ms: 5, from: 'page', ...changes }
}

function ids(entries) {
  return entries.map(({ id }) => id).sort()
}

async function putRaw(record) {
  const db = await request(indexedDB.open(NAME))
  await request(db.transaction('log', 'readwrite').objectStore('log').put(record))
  db.close()
}

async function rawRecords() {
  const db = await request(indexedDB.open(NAME))
  const records = await request(db.transaction('log').objectStore('log').getAll())
  db.close()
  return records
}

function request(made) {
  return new Promise((resolve, reject) => {
    made.onsuccess = () => resolve(made.result)
    made.onerror = () => reject(made.error)
  })
}
