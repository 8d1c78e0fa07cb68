import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import test from 'node:test'

import { LONGEST_NAME, MOST_READERS, readReaders, switchToName, toName } from '../../tools/widget/src/store/readers.js'
import { openLocal } from '../../tools/widget/src/store/local-storage.js'
import { DAY, MONDAY, answer } from './bank.js'
import { makeStorage } from './device.js'
import { newDevice } from './indexeddb.js'
import { library } from './libraries.js'

const fc = library('fast-check')

const SOURCES = fileURLToPath(new URL('../../tools/widget/src/store', import.meta.url))

/** What a page loads, run anew for every page: whose page it is, is decided once. */
const PAGE = library('esbuild').buildSync({
  stdin: {
    contents: ['log', 'local-storage', 'settings', 'sessions', 'readers', 'site', 'recover-pending', 'move', 'take-along']
      .map((name) => `export * from './${name}.js'`)
      .join('\n'),
    resolveDir: SOURCES
  },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'page',
  logLevel: 'silent'
}).outputFiles[0].text

/** A device with nothing on it, or with this; `open()` opens a page of it. */
function device(local = {}) {
  const storage = makeStorage(undefined, local)
  const memory = makeStorage()
  newDevice()
  globalThis.localStorage = storage
  globalThis.sessionStorage = memory
  const run = new Function('window', `${PAGE}; return page`)
  return {
    storage,
    open() {
      const page = run({ addEventListener() {} })
      page.moveLocal()
      const log = page.openLog(undefined, () => {})
      const kept = page.openLocal()
      return {
        ...page,
        log,
        kept,
        reader: page.READER,
        name: page.nameOfReader(kept),
        async ids() {
          await page.recover(log)
          return (await log.records()).map(({ id }) => id).sort()
        }
      }
    }
  }
}

test('a device that knows no names is its first reader’s, under the names of old', async () => {
  const { open, storage } = device({ 'yanxi / settings': '{"textSize":24}' })
  const page = open()
  await page.log.append(answer('a1-m1-q01', MONDAY))
  assert.deepEqual([page.reader, page.name, page.readSettings(page.kept).textSize], ['', '', 24])
  assert.deepEqual((await indexedDB.databases()).map(({ name }) => name), ['yanxi / log'])
  assert.ok(![...storage.kept.keys()].some((key) => key.includes('#') || key.includes('reader')))
})

test('who has typed a name begins with nothing, and finds it again by the same name', async () => {
  const { open } = device({ 'yanxi.settings': '{"textSize":30}' })
  const first = open()
  await first.log.append(answer('a1-m1-q01', MONDAY))
  assert.equal(first.switchToName(first.kept, ' 张三 ', MONDAY), '')
  const own = open()
  assert.deepEqual([own.name, await own.ids(), own.readSettings(own.kept).textSize], ['张三', [], 18])
  const entry = answer('a1-m1-q02', MONDAY)
  await own.log.append(entry)
  own.changeSettings(own.kept, { textSize: 21 })
  own.switchTo('')
  const again = open()
  assert.equal((await again.ids()).length, 1)
  assert.equal(again.readSettings(again.kept).textSize, 30)
  again.switchToName(again.kept, '张三', MONDAY + 1)
  const back = open()
  assert.deepEqual([await back.ids(), back.readSettings(back.kept).textSize], [[entry.id], 21])
  assert.equal(readReaders(back.kept).length, 1)
})

test('who gives a name to what was done without one has all of it, and it stays where it was', async () => {
  const { open, storage } = device({ 'yanxi / settings': '{"textSize":24}', 'yanxi / read 2022': '1', 'yanxi / recent': '["x"]' })
  const first = open()
  assert.equal(await first.answeredWithoutName(), 0)
  assert.deepEqual(await indexedDB.databases(), [])
  const entries = Array.from({ length: 600 }, (_, at) => answer(`a1-m1-q${at % 300}`, MONDAY + at))
  await first.log.append([...entries, { id: 'star', type: 'star', question: 'a1-m1-q1', on: true, at: MONDAY }])
  assert.deepEqual([await first.answeredWithoutName(), first.countAnswered(entries)], [300, 300])
  first.switchToName(first.kept, '老王', MONDAY)
  await first.takeAlong(await first.log.records(), first.presentReader())
  const own = open()
  assert.deepEqual([own.name, await own.ids(), own.readSettings(own.kept).textSize], ['老王', await first.ids(), 24])
  assert.deepEqual([...storage.kept.keys()].filter((key) => key.includes('#')).sort(), [own.named('read 2022'), own.named('settings')])
  // What is done from now on is done under the name, and what there was without one can be left to others.
  await own.log.append(answer('a1-m1-q400', MONDAY + DAY))
  assert.equal(await own.answeredWithoutName(), 300)
  own.switchTo('')
  assert.equal((await open().ids()).length, 601)
})

test('where the device does not take all of it, the name has nothing and nothing is lost', async () => {
  const { open } = device()
  const first = open()
  await first.log.append(answer('a1-m1-q1', MONDAY))
  first.switchToName(first.kept, '老王', MONDAY)
  const reader = first.presentReader()
  await assert.rejects(first.takeAlong([{ id: 'x', type: 'star', bad() {} }], reader))
  await first.removeReader(reader)
  const again = open()
  assert.deepEqual([again.reader, again.readReaders(again.kept), (await again.ids()).length], ['', [], 1])
})

test('what an older page left behind is the first reader’s alone', async () => {
  const { open } = device({ 'yanxi.settings': '{"textSize":30}', 'yanxi.new.x': JSON.stringify(answer('a1-m1-q01', MONDAY)) })
  // Nobody without a name has been here since.
  const before = open()
  before.switchToName(before.kept, '张三', MONDAY)
  const own = open()
  assert.deepEqual([await own.ids(), own.readSettings(own.kept).textSize], [[], 18])
  own.switchTo('')
  assert.equal((await open().ids()).length, 1)
})

test('who is removed leaves nothing, and everybody else what they had', async () => {
  const { open, storage } = device()
  const names = ['张三', '李四']
  for (const name of names) {
    const page = open()
    page.switchToName(page.kept, name, MONDAY)
    const own = open()
    await own.log.append(answer('a1-m1-q01', MONDAY))
    own.changeSettings(own.kept, { textSize: 24 })
    own.openSessions(own.kept, '2022').keep('practice', { questions: [], position: 0 })
    sessionStorage.setItem(own.named('place /'), '1')
  }
  const last = open()
  await last.ids()
  await last.removeReader(last.reader)
  const left = open()
  assert.deepEqual([left.reader, readReaders(left.kept).map(({ name }) => name)], ['', ['张三']])
  assert.ok(![...storage.kept.keys(), ...sessionStorage.kept.keys()].some((key) => key.includes(last.reader)))
  assert.ok(!(await indexedDB.databases()).some(({ name }) => name.includes(last.reader)))
  left.switchToName(left.kept, '张三', MONDAY)
  assert.equal((await open().ids()).length, 1)
})

test('a name is what can be read of it', () => {
  assert.equal(toName('  张\u202e三\u0000\n 李  '), '张三 李')
  assert.equal(toName('\u200b\u2060 '), '')
  assert.equal(toName('<img src=x onerror=alert(1)>').length, LONGEST_NAME)
  assert.equal(toName('a'.repeat(19) + '𠮷𠮷'), 'a'.repeat(19) + '𠮷')
  assert.equal(toName('张\ud842'), '张')
})

test('any text is a name that is a name again, or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (typed) => {
      const name = toName(typed)
      assert.equal(toName(name), name)
      assert.ok(Array.from(name).length <= LONGEST_NAME && !/[\u0000-\u001f\u202e\ud800-\udbff]$/.test(name))
    })
  )
})

test('there is room for so many names, and the known ones are found among them', () => {
  globalThis.localStorage = makeStorage()
  const local = openLocal()
  for (let count = 0; count < MOST_READERS; count++) {
    assert.equal(switchToName(local, `第${count}人`, MONDAY + count), '')
  }
  assert.equal(switchToName(local, '又一人', MONDAY), 'many')
  assert.equal(switchToName(local, '第7人', MONDAY), '')
  assert.equal(switchToName(local, ' ', MONDAY), 'unnamed')
  assert.deepEqual(readReaders(local).map(({ name }) => name).slice(0, 2), ['第0人', '第1人'])
})

test('what is kept of names is believed as far as it is one of ours', () => {
  const strange = { 1: '5', 2: 'null', 3: '{"name":5,"at":1}', 4: '{"name":"<b>\\u202e","at":1}', 5: '{"name":"好","at":-1}', 6: '{', 7: '{"name":"好","at":1}' }
  globalThis.localStorage = makeStorage(undefined, {
    ...Object.fromEntries(Object.entries(strange).map(([digit, kept]) => [`yanxi / reader.${digit.repeat(8)}`, kept])),
    'yanxi / reader.../../x': '{"name":"好","at":1}'
  })
  assert.deepEqual(readReaders(openLocal()), [{ id: '77777777', name: '好' }])
  const { open } = device({ 'yanxi / reader': '../#x log' })
  assert.equal(open().reader, '')
})

test('where the device keeps nothing, nobody is changed', () => {
  globalThis.localStorage = makeStorage(() => true)
  assert.equal(switchToName(openLocal(), '张三', MONDAY), 'refused')
})

const NAMES = ['', '张三', '李四', '王五']
const tab = fc.nat(2)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('answer'), tab, wait: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('switch'), tab, to: fc.constantFrom(...NAMES), told: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reload'), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('set'), tab, size: fc.constantFrom(18, 21, 24, 27, 30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove'), tab }) }
)

test('whatever the tabs do, each answer is in the log of the reader whose page showed it, and in no other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const { open } = device()
      const tabs = [open(), open(), open()]
      const logs = new Map(NAMES.map((name) => [name, []]))
      const sizes = new Map(NAMES.map((name) => [name, 18]))
      const writing = []
      let count = 0
      for (const each of steps) {
        const page = tabs[each.tab]
        if (each.do === 'answer') {
          const entry = answer('a1-m1-q01', MONDAY + ++count, 'right', { id: `id-${count}` })
          logs.get(page.name).push(entry.id)
          const done = page.log.append(entry)
          // Or the page is gone before storage has taken it.
          writing.push(done)
          await (each.wait ? done : undefined)
        } else if (each.do === 'set') {
          page.changeSettings(page.kept, { textSize: each.size })
          sizes.set(page.name, each.size)
        } else if (each.do === 'reload') {
          tabs[each.tab] = open()
        } else if (each.do === 'switch') {
          assert.equal(each.to ? page.switchToName(page.kept, each.to, MONDAY + ++count) : !page.switchTo(''), each.to ? '' : false)
          tabs[each.tab] = open()
          assert.equal(tabs[each.tab].name, each.to)
          // The others hear of it at once, or only when they are looked at.
          tabs.forEach((other, at) => {
            if (each.told && other.isAnothers()) {
              tabs[at] = open()
            }
          })
        } else if (page.reader) {
          await Promise.all(writing)
          await page.removeReader(page.reader)
          logs.set(page.name, [])
          sizes.set(page.name, 18)
          tabs.forEach((other, at) => {
            if (other.reader === page.reader) {
              tabs[at] = open()
            }
          })
        }
      }
      await Promise.all(writing)
      for (const name of NAMES) {
        const page = open()
        name ? page.switchToName(page.kept, name, MONDAY) : page.switchTo('')
        const own = open()
        assert.deepEqual([name, await own.ids()], [name, [...logs.get(name)].sort()])
        assert.equal(own.readSettings(own.kept).textSize, sizes.get(name))
      }
    }),
    { numRuns: 60 }
  )
})
