import assert from 'node:assert/strict'
import test from 'node:test'

import { newTo, readBackup, writeBackup } from '../../tools/widget/src/core/backup.js'
import { calendar } from '../../tools/widget/src/core/calendar.js'
import { ofDocument } from '../../tools/widget/src/core/document.js'
import { readHistory, standingResets, starred } from '../../tools/widget/src/core/history.js'
import { mistakes } from '../../tools/widget/src/core/mistakes.js'
import { progressOf } from '../../tools/widget/src/core/progress.js'
import { review } from '../../tools/widget/src/core/review.js'
import { Schedule } from '../../tools/widget/src/core/schedule.js'
import { openLog } from '../../tools/widget/src/store/log.js'
import { isRecord } from '../../tools/widget/src/store/record.js'
import { areSettings, toSettings } from '../../tools/widget/src/store/settings.js'
import { DAY, MONDAY, makeIndex } from './bank.js'
import { newDevice } from './indexeddb.js'
import { library } from './libraries.js'

const fc = library('fast-check')

const index = makeIndex({ 'a1-m1-q01': 'v1', 'a1-m1-q02': 'v1', 'a2-m1-q01': 'v1', 'g-m1-q01': 'v2' })
const CHINA = 480
const NOW = MONDAY + 20 * DAY

const question = fc.constantFrom(...index.order, 'a9-m9-q01')
// Few moments, so that entries meet in one.
// Some lie ahead, by days or by years: one of the clocks was wrong.
const at = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 44 }).map((half) => MONDAY + (half * DAY) / 2) },
  { weight: 1, arbitrary: fc.constantFrom(NOW + 30 * DAY, NOW + 1500 * DAY) }
)
const entry = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('answer'), question, at, version: fc.constantFrom('v1', 'v2'), result: fc.constantFrom('right', 'wrong'), ms: fc.nat(9), from: fc.constantFrom('page', 'review'), sure: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('star'), question, on: fc.boolean(), at }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reset'), scope: fc.constantFrom('', 'a1', 'g'), at }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('undo'), of: fc.nat(39).map((n) => `id${n}`), at }) }
)
/** Everything that was ever written, each with its own id; and what of it each of three phones has. */
const logs = fc.array(entry, { maxLength: 40 }).chain((all) => {
  const entries = all.map((each, n) => ({ id: `id${n}`, document: n % 5 ? '2022' : '2023', ...each }))
  const phone = fc.shuffledSubarray(entries)
  return fc.tuple(phone, phone, phone)
})

const union = (one, other) => one.concat(newTo(one, other).fresh)
const asSet = (entries) => [...entries].sort((one, other) => (one.id < other.id ? -1 : 1))

/** All that a reader of one document sees. */
function seen(log) {
  const entries = ofDocument(log, '2022')
  const history = readHistory(entries, index, NOW)
  const schedule = new Schedule(history.answers, CHINA)
  return {
    cards: index.order.map((each) => schedule.card(each)),
    due: schedule.due(NOW),
    review: review(schedule, entries, 3, NOW, CHINA),
    mistakes: mistakes(history.answers, CHINA),
    changed: [...history.changed].sort(),
    stars: [...starred(entries, index, NOW)].sort(),
    resets: standingResets(entries, NOW),
    progress: ['', 'a1', 'g'].map((scope) => progressOf(scope, history, index, CHINA)),
    calendar: calendar(entries, NOW, CHINA, 4)
  }
}

const holds = (property) => fc.assert(fc.property(logs, property), { numRuns: 300, seed: 4 })

test('joining two logs is the same both ways', () => {
  holds(([one, two]) => assert.deepEqual(asSet(union(one, two)), asSet(union(two, one))))
})

test('joining three logs is the same in any grouping', () => {
  holds(([one, two, three]) =>
    assert.deepEqual(asSet(union(union(one, two), three)), asSet(union(one, union(two, three))))
  )
})

test('joining a log with itself, or again, changes nothing', () => {
  holds(([one, two]) => {
    assert.deepEqual(union(one, one), one)
    assert.deepEqual(union(union(one, two), two), union(one, two))
  })
})

test('two phones that exchanged both ways show the same', () => {
  holds(([one, two]) => assert.deepEqual(seen(union(one, two)), seen(union(two, one))))
})

test('an entry that is there twice shows nothing else', () => {
  holds(([one]) => assert.deepEqual(seen(one.concat(one.map((each) => ({ ...each })))), seen(one)))
})

test('two phones that exchange backups as text, through their storage, agree exactly', async () => {
  await fc.assert(
    fc.asyncProperty(logs, async ([one, two]) => {
      const phones = []
      for (const entries of [one, two]) {
        newDevice()
        const log = await openLog()
        await log.append(entries)
        phones.push(log)
      }
      const send = async (from, to) => {
        const text = writeBackup((await from.records()).filter(isRecord), toSettings({}), NOW)
        const backup = readBackup(text, { entry: isRecord, settings: areSettings })
        await to.append(backup === 'empty' ? [] : backup.entries)
      }
      await send(phones[0], phones[1])
      await send(phones[1], phones[0])
      await send(phones[0], phones[1])
      const [here, there] = [await phones[0].records(), await phones[1].records()]
      assert.deepEqual(here, there)
      assert.deepEqual(here, asSet(union(one, two)))
      assert.deepEqual(seen(here), seen(there))
    }),
    { numRuns: 40, seed: 4 }
  )
})
