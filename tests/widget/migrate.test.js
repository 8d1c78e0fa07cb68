import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test, { beforeEach } from 'node:test'

import { NAME, openLog } from '../../tools/widget/src/store/log.js'
import { PACKS, STEPS, STORE } from '../../tools/widget/src/store/migrate.js'
import { isRecord } from '../../tools/widget/src/store/record.js'
import { newDevice } from './indexeddb.js'
import { library } from './libraries.js'

const { openDB } = library('idb')
const upgrade = (steps) => (db, from, _to, transaction) => steps.slice(from).forEach((step) => step(db, transaction))
const open = (steps, more = {}) => openDB(NAME, steps.length, { upgrade: upgrade(steps), ...more })

/** A phone as each version of the database left it. Files are added, never changed. */
const phones = [1, 2].map((version) => ({
  version,
  ...JSON.parse(readFileSync(new URL(`golden/log-${version}.json`, import.meta.url), 'utf8'))
}))

beforeEach(newDevice)

test('there is a phone for every version of the database', () => {
  assert.deepEqual(phones.map(({ version }) => version), STEPS.map((_, at) => at + 1))
})

const byId = (records) => [...records].sort((one, other) => (one.id < other.id ? -1 : 1))

for (const { version, log: singles, packs = [] } of phones) {
  test(`a log of version ${version} is read today, whole`, async () => {
    const old = await open(STEPS.slice(0, version))
    await Promise.all(singles.map((record) => old.add(STORE, record)))
    await Promise.all(packs.map((records) => old.add(PACKS, records)))
    old.close()
    const log = await openLog(undefined, () => {})
    const records = byId(await log.records())
    assert.deepEqual(records, byId(singles.concat(...packs)))
    assert.ok(records.every(isRecord))
    assert.equal(log.trouble, '')
  })
}

/** What a later step may look like: an index more, and a field of every record made anew. */
const later = (_db, transaction) => {
  const store = transaction.objectStore(STORE)
  store.createIndex('at', 'at')
  store.openCursor().then(async function next(cursor) {
    if (cursor) {
      cursor.update({ ...cursor.value, seconds: cursor.value.at / 1000 })
      await next(await cursor.continue())
    }
  })
}

test('a step may add indexes and change records, and each step is taken once', async () => {
  const { log: records } = phones[0]
  const old = await open(STEPS)
  await Promise.all(records.map((record) => old.add(STORE, record)))
  old.close()
  for (let turn = 0; turn < 2; turn++) {
    const db = await open([...STEPS, later])
    assert.deepEqual(await db.getAll(STORE), records.map((record) => ({ ...record, seconds: record.at / 1000 })))
    assert.ok([...db.transaction(STORE).store.indexNames].includes('at'))
    db.close()
  }
})

test('a tab with an older version makes way for a newer one, and keeps what it is told meanwhile', async () => {
  const log = await openLog(undefined, () => {})
  const [entry] = phones[0].log
  const newer = await open([...STEPS, later])
  await log.append(entry)
  assert.equal(log.trouble, 'silent')
  assert.deepEqual(await log.records(), [entry])
  newer.close()
})
