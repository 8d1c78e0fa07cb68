import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test, { beforeEach } from 'node:test'

import { openDatabase } from '../../tools/widget/src/store/database.js'
import { openLocal } from '../../tools/widget/src/store/local-storage.js'
import { NAME, openLog } from '../../tools/widget/src/store/log.js'
import { STEPS } from '../../tools/widget/src/store/migrate.js'
import { moveLocal } from '../../tools/widget/src/store/move.js'
import { pack, unpack } from '../../tools/widget/src/store/pack.js'
import { isRecord } from '../../tools/widget/src/store/record.js'
import { recover } from '../../tools/widget/src/store/recover-pending.js'
import { openSessions } from '../../tools/widget/src/store/sessions.js'
import { readSettings } from '../../tools/widget/src/store/settings.js'
import { named, siteOf } from '../../tools/widget/src/store/site.js'
import { MONDAY, answer } from './bank.js'
import { makeStorage, meddling } from './device.js'
import { newDevice } from './indexeddb.js'
import { library } from './libraries.js'

const { openDB } = library('idb')
const fc = library('fast-check')

/**
 * A phone as the last build left it whose storage had no site's name: answers alone and packed, a star, a reset, a
 * recitation, an exam, another one half-way, a session of practice, settings, and an answer whose page was gone at once.
 */
const phone = JSON.parse(readFileSync(new URL('golden/phone-1.json', import.meta.url), 'utf8'), (_, value) => {
  const [[type, numbers] = []] = value && typeof value === 'object' ? Object.entries(value) : []
  return /^(Uint16|Float64)Array$/.test(type) ? globalThis[type].from(numbers) : value
})
const pending = JSON.parse(phone.local['yanxi.new.pending1'])
const old = phone.log.concat(...phone.packs.map(unpack))

const quiet = () => {}
const open = (how) => openLog(how, quiet)
const ids = (records) => records.map(({ id }) => id).sort()

async function layOut({ log = [], packs = [], version = 2 } = phone) {
  const db = await openDB('yanxi', version, {
    upgrade: (made, from, _to, transaction) => STEPS.slice(from, version).forEach((step) => step(made, transaction))
  })
  await Promise.all([...log.map((record) => db.put('log', record)), ...packs.map((each) => db.add('packs', each))])
  db.close()
}

/** All that stands under the old names. */
async function oldPhone() {
  const db = await openDB('yanxi')
  const found = [db.version, await db.getAll('log'), await db.getAll('packs'), await db.getAllKeys('packs')]
  db.close()
  return [found, [...localStorage.kept].filter(([key]) => !key.startsWith('yanxi /'))]
}

/** A visit to a page that brings everything into the log. */
async function visit(how) {
  moveLocal()
  const log = open(how)
  await recover(log)
  return log
}

beforeEach(() => {
  newDevice()
  globalThis.localStorage = makeStorage(undefined, phone.local)
})

test('all that a phone holds is there under the new names, and under the old ones it stays as it was', async () => {
  await layOut()
  const before = await oldPhone()
  const log = await visit()
  const records = await log.records('2022')
  assert.deepEqual(ids(records), ids([...old, pending]))
  const known = new Map([...old, pending].map((record) => [record.id, record]))
  assert.ok(records.every((record) => isRecord(record)))
  records.forEach((record) => assert.deepEqual(record, known.get(record.id)))
  assert.deepEqual([await log.records('2023'), log.trouble], [[], ''])
  assert.deepEqual(await oldPhone(), before)
})

test('settings and sessions are there before the log is asked for, the half-way exam where it was', () => {
  moveLocal()
  const local = openLocal()
  assert.equal(readSettings(local).textSize, 24)
  for (const name of ['exam', 'practice', 'recite']) {
    const session = openSessions(local, '2022').read(name)
    assert.deepEqual(session, JSON.parse(phone.local[`yanxi.session.${name}`]))
    assert.equal(openSessions(local, '2023').read(name), undefined)
  }
  assert.equal(Object.keys(openSessions(local, '2022').read('exam').answers).length, 4)
})

test('it is done once: what ends afterwards does not come back, and the old log is left alone', async () => {
  await layOut()
  await visit()
  openSessions(openLocal(), '2022').end('exam')
  const opened = []
  const log = await visit((name, ...how) => {
    opened.push(name)
    return openDatabase(name, ...how)
  })
  assert.equal((await log.records()).length, old.length + 1)
  assert.deepEqual(opened, [NAME])
  assert.equal(openSessions(openLocal(), '2022').read('exam'), undefined)
})

test('a log of the first version, and one of single records only, are brought as well', async () => {
  await layOut({ log: phone.log, version: 1 })
  assert.deepEqual(ids(await (await visit()).records()), ids([...phone.log, pending]))
})

test('a phone that holds nothing is left with nothing', async () => {
  globalThis.localStorage = makeStorage()
  const log = await visit()
  assert.deepEqual([await log.records(), log.trouble], [[], ''])
  assert.deepEqual((await indexedDB.databases()).map(({ name }) => name), [NAME])
})

test('what a tab of the old build adds later is brought at the next visit', async () => {
  await layOut()
  await visit()
  const [late, lost] = [answer('a1-m1-q01', MONDAY), answer('a1-m1-q02', MONDAY)]
  const db = await openDB('yanxi')
  await db.add('log', late)
  localStorage.setItem('yanxi.news', late.id)
  assert.deepEqual(ids(await (await visit()).records()), ids([...old, pending, late]))
  // It packs what has gathered, and its page is gone before another answer is in the log.
  await db.add('packs', pack(await db.getAll('log'))[0])
  await db.clear('log')
  localStorage.setItem(`yanxi.new.${lost.id}`, JSON.stringify(lost))
  const records = await (await visit()).records()
  assert.deepEqual([...new Set(ids(records))], ids([...old, pending, late, lost]))
  db.close()
})

test('two tabs that bring it at once bring it once', async () => {
  await layOut()
  moveLocal()
  const tabs = [open(), open()]
  const found = await Promise.all(tabs.map((tab) => tab.records()))
  found.forEach((records) => assert.deepEqual(ids(records), ids([...old, pending])))
  assert.deepEqual(ids(await (await visit()).records()), ids([...old, pending]))
})

test('where there is no room for it, it is read all the same, said not to be kept, and brought when there is', async () => {
  await layOut()
  let full = true
  const filling = meddling(openDatabase, (method) =>
    method === 'put' && full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : undefined
  )
  const log = open(filling)
  assert.deepEqual(ids(await log.records('2022')), ids(old))
  assert.equal(log.trouble, 'full')
  full = false
  const next = await visit(filling)
  assert.deepEqual(ids(await next.records()), ids([...old, pending]))
  assert.equal(next.trouble, '')
  // Nothing of the old is needed any more.
  indexedDB.deleteDatabase('yanxi')
  assert.deepEqual(ids(await (await visit()).records()), ids([...old, pending]))
})

test('whenever the page is torn down or storage fails on the way, the next visit has everything, once', async () => {
  const fate = fc.record({
    // What fails: a call of the new storage, of the old one, of localStorage; and whether it fails or never answers.
    where: fc.constantFrom(NAME, 'yanxi', 'local'),
    after: fc.nat(40),
    silent: fc.boolean(),
    answered: fc.nat(3)
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { minLength: 1, maxLength: 3 }), async (fates) => {
      newDevice()
      let refuses = () => false
      globalThis.localStorage = makeStorage(() => refuses(), phone.local)
      await layOut({ log: phone.log, packs: phone.packs.slice(1) })
      const before = await oldPhone()
      const expected = ids([...phone.log, ...unpack(phone.packs[1]), pending])
      const given = []
      for (const [turn, { where, after, silent, answered }] of fates.entries()) {
        let calls = 0
        const failing = (...how) =>
          meddling(openDatabase, () => {
            if (how[0] === where && ++calls > after) {
              return silent ? new Promise(() => {}) : Promise.reject(new Error('torn down'))
            }
          })(...how)
        refuses = () => where === 'local' && ++calls > after
        // The page is torn down: nobody waits for it.
        try {
          moveLocal()
          const log = open(failing)
          for (let count = 0; count < answered; count++) {
            const entry = answer('a1-m1-q01', MONDAY + count, 'right', { id: `new-${turn}-${count}`, document: '2022', offset: 480 })
            log.append(entry)
            // What localStorage and the log both refuse is lost with its page, and says so there.
            if (where === 'yanxi') {
              given.push(entry.id)
            }
          }
          await new Promise((next) => setTimeout(next, 5))
        } catch (reason) {
          assert.match(reason.message, /torn down|Quota/)
        }
      }
      refuses = () => false
      const records = await (await visit()).records('2022')
      const found = new Set(ids(records))
      for (const id of [...expected, ...given]) {
        assert.ok(found.has(id), `${id} is lost`)
      }
      assert.equal(found.size, records.length, 'each once')
      assert.deepEqual(await oldPhone(), before)
      assert.equal(openSessions(openLocal(), '2022').read('exam').position, JSON.parse(phone.local['yanxi.session.exam']).position)
    }),
    { numRuns: 60 }
  )
})

test('a site is known by the path of its root, and on a stick by nothing that changes', () => {
  assert.equal(siteOf('https://example.org/assets/yanxi.js?v=1'), '/')
  assert.equal(siteOf('https://example.org/plan-2022/assets/yanxi.js'), '/plan-2022/')
  assert.equal(siteOf('file:///D:/site/assets/yanxi.js'), siteOf('file:///media/stick/assets/yanxi.js'))
  assert.notEqual(named('log', '/plan-2022/'), named('log', '/plan-2023/'))
})

test('no name of one site begins like one of another', () => {
  const path = fc.webPath().map((words) => siteOf(`https://example.org${words}/assets/yanxi.js`))
  fc.assert(
    fc.property(path, path, fc.constantFrom('new.', 'log', 'session.exam 2022'), (one, other, name) => {
      fc.pre(one !== other)
      assert.ok(!named(name, one).startsWith(named('', other)))
    })
  )
})
