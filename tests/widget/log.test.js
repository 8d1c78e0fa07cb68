import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'

import { openLog as open } from '../../tools/widget/src/store/log.js'
import { newDevice } from './indexeddb.js'

beforeEach(newDevice)

/** Nobody is told: that is another file's matter. */
const openLog = (storage) => open(storage, () => {})

test('what is appended is there next time', async () => {
  const log = await openLog()
  await log.append(entry('1'))
  assert.equal(log.persistent, true)
  assert.deepEqual(await (await openLog()).all(), [entry('1')])
})

test('an entry that is there already stays as it is', async () => {
  const log = await openLog()
  await log.append(entry('1'))
  await log.append(entry('1', { result: 'wrong' }))
  assert.deepEqual(await log.all(), [entry('1')])
})

const corrupt = [
  ['no question', { question: undefined }],
  ['a result that is none', { result: 'maybe' }],
  ['a time that is a word', { at: 'yesterday' }],
  ['a time that is not a number', { at: NaN }],
  ['negative milliseconds', { ms: -1 }],
  ['a type of a later version', { type: 'exam' }]
]
for (const [name, change] of corrupt) {
  test(`a record with ${name} is skipped and left where it is`, async () => {
    const log = await openLog()
    await log.append(entry('good'))
    await putRaw(entry('bad', change))
    assert.deepEqual(ids(await log.all()), ['good'])
    assert.equal((await rawRecords()).length, 2)
  })
}

const refusals = [
  ['is refused later', () => Promise.reject(new Error('refused'))],
  [
    'is refused at once',
    () => {
      throw new Error('refused')
    }
  ],
  ['is held by an older version in another tab', (_name, _version, { blocked }) => new Promise(() => blocked())]
]
for (const [name, open] of refusals) {
  test(`storage that ${name}: the log lives on in memory and says so`, async () => {
    const log = await openLog(open)
    assert.equal(log.persistent, false)
    await log.append(entry('1'))
    assert.deepEqual(ids(await log.all()), ['1'])
    assert.equal(log.persistent, false)
  })
}

test('storage that never answers is not waited for', async () => {
  const { setTimeout } = globalThis
  globalThis.setTimeout = /** @type {any} */ ((work) => setTimeout(work, 1))
  try {
    const log = await openLog(() => new Promise(() => {}))
    await log.append(entry('1'))
    assert.deepEqual([ids(await log.all()), log.persistent], [['1'], false])
  } finally {
    globalThis.setTimeout = setTimeout
  }
})

test('another tab that upgrades or deletes the database does not have to wait', async () => {
  const log = await openLog()
  await log.append(entry('1'))
  await request(indexedDB.deleteDatabase('yanxi'))
  await log.append(entry('2'))
  assert.deepEqual(ids(await log.all()), ['2'])
  assert.equal(log.persistent, true)
})

function entry(id, changes = {}) {
  return { id, type: 'answer', question: 'a1-m1-q01', version: 'v1', at: 1, result: 'right', ms: 5, from: 'page', ...changes }
}

function ids(entries) {
  return entries.map(({ id }) => id).sort()
}

async function putRaw(record) {
  const db = await request(indexedDB.open('yanxi'))
  await request(db.transaction('log', 'readwrite').objectStore('log').put(record))
  db.close()
}

async function rawRecords() {
  const db = await request(indexedDB.open('yanxi'))
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
