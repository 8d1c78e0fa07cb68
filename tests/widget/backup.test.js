import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { deflateRawSync } from 'node:zlib'

import { LIMITS, newTo, readBackup, writeBackup, writeParts } from '../../tools/widget/src/core/backup.js'
import { toLetters } from '../../tools/widget/src/core/letters.js'
import { seeded } from '../../tools/widget/src/core/shuffle.js'
import { isRecord } from '../../tools/widget/src/store/record.js'
import { areSettings, toSettings } from '../../tools/widget/src/store/settings.js'
import { MINUTE, DAY, MONDAY, answer, simulateYear } from './bank.js'
import { library } from './libraries.js'

const { deflateSync, gzipSync, strToU8 } = library('fflate')
const fc = library('fast-check')

const checks = { entry: isRecord, settings: areSettings }
const read = (text) => readBackup(text, checks)
const settings = toSettings({})

const few = [
  answer('a1-m1-q01', MONDAY, 'wrong'),
  answer('a1-m1-q02', MONDAY + 5000, 'right', { sure: false }),
  { id: 's1', type: 'star', question: 'a1-m1-q01', on: true, at: MONDAY },
  { id: 'r1', type: 'reset', scope: '', questions: ['a1-m1-q01'], at: MONDAY },
  { id: 'u1', type: 'undo', of: 'r1', at: MONDAY },
  { id: 'x1', type: 'recite', provision: 'a1-m1', clause: 'c2', result: 'right', at: MONDAY },
  { id: 'd1', type: 'dream', about: { exams: [1, 2.5, null, true] }, at: MONDAY },
  answer('a1-m1-q01', MONDAY, 'right', { document: '2023', offset: 480 })
].map((entry) => ({ document: '2022', ...entry }))
const small = writeBackup(few, settings)

const sumOf = (bytes) => Buffer.from(gzipSync(bytes).slice(-8, -4)).reverse().toString('hex')

/** A backup as somebody with our source could forge it: the sum is right. */
function forge(lines, { ids = [], version = 3 } = {}) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const packed = deflateSync(strToU8(text))
  return version < 3 ? sealFormer(packed, version) : seal(Uint8Array.from([ids.length, 0, 0, 0, ...ids, ...packed]), version)
}
function seal(bytes, version = 3) {
  const words = `研习备份${version}:${toLetters(bytes)}`
  return `${words}.${sumOf(strToU8(words))}`
}
function sealFormer(packed, version) {
  return `研习备份${version}:${Buffer.from(packed).toString('base64url')}.${sumOf(packed)}`
}
const noRows = { asked: [], ways: [], ask: [], way: [], at: [], ms: [], id: [] }
const header = (entries, more = {}) => ({ yanxi: 3, entries, settings, rows: noRows, ...more })
const forged = (...entries) => forge([header(entries.length), ...entries])

const byId = (entries) => [...entries].sort((one, other) => (one.id < other.id ? -1 : 1))

test('what is written is read again, whole', () => {
  const backup = read(small)
  assert.deepEqual(byId(backup.entries), byId(few))
  assert.deepEqual(backup.settings, settings)
})

test('a forged backup is made as ours are, or the tests below would prove nothing', () => {
  assert.deepEqual(byId(read(forged(...few)).entries), byId(few))
})

test('words around it, line breaks and marks that do not show do not matter', () => {
  const broken = small.replace(/(.{20})/gu, '$1\r\n\u200b\u3000 ')
  for (const text of [`这是我的备份，请粘贴：\n${small}\n——收到请回复`, broken, `\ufeff${small}`, small.replace(':', '：')]) {
    assert.deepEqual(read(text), read(small))
  }
})

test('one character changed anywhere: refused, or the same', () => {
  const whole = read(small)
  const other = { 0: 'A', 1: '-', 2: '.', 3: ' ', 4: '研' }
  const refusals = new Set()
  for (let at = 0; at < small.length; at++) {
    for (const mark of [...Object.values(other), small[at] === 'z' ? 'y' : 'z', String(9 - (at % 10))]) {
      if (mark !== small[at]) {
        const found = read(small.slice(0, at) + mark + small.slice(at + 1))
        if (typeof found === 'string') {
          refusals.add(found)
        } else {
          assert.deepEqual(found, whole, `place ${at}, ${mark}`)
        }
      }
    }
  }
  assert.deepEqual([...refusals].sort(), ['altered', 'foreign', 'newer', 'truncated'])
})

test('one character lost, or two exchanged, anywhere: refused, or the same', () => {
  const whole = read(small)
  for (let at = 0; at < small.length - 1; at++) {
    const [one, two] = small.slice(at, at + 2)
    for (const middle of [two, one, two + one]) {
      const found = read(small.slice(0, at) + middle + small.slice(at + 2))
      assert.ok(typeof found === 'string' || JSON.stringify(found) === JSON.stringify(whole), `place ${at}`)
    }
  }
})

test('cut off anywhere, it is called cut off', () => {
  for (let length = '研习备份3:'.length; length < small.length; length++) {
    assert.equal(read(small.slice(0, length)), 'truncated', `${length} of ${small.length}`)
    assert.equal(read(`${small.slice(0, length)}\n`), 'truncated')
  }
})

test('what is not ours is called foreign, nothing is called empty', () => {
  for (const text of ['你好', 'eyJhIjoxfQ==', '{"yanxi":1}', '研习备份', '研习备份:abc', '<script>alert(1)</script>', '\u0000']) {
    assert.equal(read(text), 'foreign', text)
  }
  for (const text of ['', ' \n\u3000\u200b', writeBackup([], settings)]) {
    assert.equal(read(text), 'empty')
  }
})

test('a backup of a later version says so', () => {
  assert.equal(read(forge([header(0)], { version: 4 })), 'newer')
  assert.equal(read(small.replace('3:', '1000:')), 'newer')
  assert.equal(read(small.replace('3:', '0:')), 'foreign')
})

test('huge texts are refused before they are looked at', () => {
  const start = performance.now()
  assert.equal(read('研习备份3:'.padEnd(LIMITS.text + 1, 'A')), 'large')
  assert.ok(performance.now() - start < 500)
  assert.equal(typeof read('研习备份3:'.padEnd(LIMITS.text, 'A')), 'string')
  assert.equal(read(' '.repeat(LIMITS.text)), 'empty')
})

test('a bomb is cut off long before it has burst', () => {
  const packed = deflateRawSync(Buffer.alloc(100 << 20))
  const bombs = [sealFormer(packed, 2), seal(Uint8Array.from([0, 0, 0, 0, ...packed]))]
  const before = process.memoryUsage().rss
  for (const bomb of bombs) {
    assert.ok(bomb.length < LIMITS.text)
    assert.equal(read(bomb), 'large')
  }
  assert.ok(process.memoryUsage().rss - before < 200 << 20)
})

test('too many entries, or one too long, are refused', () => {
  const line = JSON.stringify(few[0])
  assert.equal(read(forge([header(LIMITS.entries + 1), ...Array(LIMITS.entries + 1).fill('1')])), 'large')
  assert.equal(read(forged(`${line.slice(0, -1)},"x":"${'y'.repeat(LIMITS.line)}"}`)), 'large')
})

const good = few[0]
for (const [what, entry] of Object.entries({
  'no object': '[]',
  'nothing': 'null',
  'a number': '5',
  'no JSON': '{"id":',
  'an id that is none': { ...good, id: 'a b' },
  'an id that is empty': { ...good, id: '' },
  'an id that reaches into objects': { ...good, id: '__proto__' },
  'no type': { ...good, type: undefined },
  'a type that is no word': { ...good, type: '<b>' },
  'a type that every object has': { ...good, type: 'constructor' },
  'a script for a question': { ...good, question: '<script>alert(1)</script>' },
  'a script for a version': { ...good, version: '"><img src=x onerror=alert(1)>' },
  'a script for a place': { ...good, from: 'javascript:alert(1)' },
  'a script in a field we do not know': { ...good, note: '<img src=x onerror=alert(1)>' },
  'a script in a type we do not know': { id: 'd2', type: 'dream', at: MONDAY, about: { text: '<svg onload=x>' } },
  'a script for a field’s name': { ...good, '<script>': 1 },
  'a time that is text': { ...good, at: '2026' },
  'a time before 1970': { ...good, at: -1 },
  'a time after 9999': { ...good, at: 8.64e15 },
  'a time that is not finite': JSON.stringify(good).replace(/"at":\d+/, '"at":1e999'),
  'a time that is no number': JSON.stringify(good).replace(/"at":\d+/, '"at":NaN'),
  'a time that is missing': { ...good, at: undefined },
  'a negative duration': { ...good, ms: -5 },
  'an infinite duration': JSON.stringify(good).replace(/"ms":\d+/, '"ms":1e999'),
  'a result that is none': { ...good, result: 'perhaps' },
  'a document that is a script': { ...good, document: '<script>' },
  'a document that is a path': { ...good, document: '../2023' },
  'a document that reaches into objects': { ...good, document: 'constructor' },
  'a document that is a number': { ...good, document: 2022 },
  'an offset of days': { ...good, offset: 14400 },
  'an offset that is text': { ...good, offset: '+08:00' },
  'a doubt that is no flag': { ...good, sure: 'yes' },
  'a star that is no flag': { id: 's2', type: 'star', question: 'a1-m1-q01', on: 1, at: MONDAY },
  'a reset of what is no place': { id: 'r2', type: 'reset', scope: '../..', at: MONDAY },
  'a prototype': '{"id":"a","type":"dream","at":1,"__proto__":{"polluted":true}}',
  'a prototype deeper down': '{"id":"a","type":"dream","at":1,"x":{"__proto__":{"polluted":true}}}',
  'a constructor': '{"id":"a","type":"dream","at":1,"constructor":{"prototype":{"polluted":true}}}',
  'a prototype for a question': '{"id":"a","type":"exam","at":1,"end":1,"paper":"p","seed":"s","questions":[],"answers":{"__proto__":"x"},"points":0,"of":0,"passed":true}',
  'deep nesting': `{"id":"a","type":"dream","at":1,"x":${'['.repeat(30000)}${']'.repeat(30000)}}`,
  'deep nesting without end': '['.repeat(60000)
})) {
  test(`one entry with ${what}: all is refused, although the sum is right`, () => {
    assert.equal(read(forged(good, entry)), 'altered')
    assert.equal({}.polluted, undefined)
  })
}

for (const [what, first] of Object.entries({
  'is no header': few[0],
  'is not JSON': 'hello',
  'is a list': '[1]',
  'counts wrongly': header(2),
  'counts in words': header('1'),
  'has no columns': header(1, { rows: undefined }),
  'has settings that are a script': header(1, { settings: '<script>' }),
  'has a text size that is none': header(1, { settings: { textSize: 999 } }),
  'has a limit without limit': header(1, { settings: { reviewLimit: 1e9 } })
})) {
  test(`a first line that ${what}: refused`, () => {
    assert.equal(read(forge([first, good])), 'altered')
  })
}

test('bytes that are no text, and streams that are no stream, are refused', () => {
  const random = seeded('noise')
  for (let turn = 0; turn < 300; turn++) {
    const noise = Uint8Array.from({ length: 1 + Math.floor(random() * 200) }, () => random() * 256)
    for (const packed of [noise, deflateSync(noise), deflateSync(strToU8(JSON.stringify(header(1)))).slice(0, -turn % 9 || 9)]) {
      assert.equal(typeof read(sealFormer(packed, 2)), 'string')
      assert.equal(typeof read(seal(noise)), 'string')
      assert.equal(typeof read(seal(Uint8Array.from([0, 0, 0, 0, ...packed]))), 'string')
    }
  }
})

test('times in the future are taken: whoever reads the log lets them wait', () => {
  const later = answer('a1-m1-q01', Date.UTC(2099, 0, 1))
  assert.deepEqual(read(writeBackup([later], settings)).entries, [{ ...later, document: '2022' }])
})

test('the same id twice in one backup is one entry', () => {
  assert.equal(read(forged(good, good)).entries.length, 1)
})

test('what is new is told from what is known', () => {
  const { fresh, known } = newTo(few.slice(0, 3), few)
  assert.deepEqual([fresh, known], [few.slice(3), 3])
})

test('a year of answers goes out and in', () => {
  const { entries, end } = simulateYear(seeded('size'))
  const text = writeBackup(entries, settings)
  assert.ok(text.length < LIMITS.text / 4, `${text.length} characters`)
  assert.deepEqual(read(text).entries, entries.map((entry) => ({ ...entry, document: '2022' })))
})

// Written by the first version that was released. Whatever comes later reads it.
const FIRST = readFileSync(new URL('golden/backup-1.txt', import.meta.url), 'utf8')

test('a backup of the first version stays readable', () => {
  const { entries } = read(FIRST)
  assert.deepEqual(entries.map(({ id }) => id).sort(), ['d1', 'e000001', 'e000002', 'r1', 's1', 'u1', 'x1'])
  assert.ok(entries.every(({ document, offset }) => document === '2022' && offset === undefined))
})

test('so does one of the second', () => {
  const { entries } = read(readFileSync(new URL('golden/backup-2.txt', import.meta.url), 'utf8'))
  assert.deepEqual(byId(entries), byId(few))
})

test('a backup that calls itself of another version than it is: refused', () => {
  assert.equal(read(forge([header(1), good], { version: 1 })), 'altered')
  assert.equal(read(forge([header(1, { yanxi: 1 }), good])), 'altered')
})

// ---- Columns ----

const columns = {
  asked: [['2022', 'a1-m1-q01', 'v1']],
  ways: [['right', 'page', 480]],
  ask: [0, 0],
  way: [0, 0],
  at: [MONDAY, 5000],
  ms: [4000, 4000],
  id: [0, 1]
}
const ids = Array.from({ length: 16 }, (_, at) => at)
const forgedRows = (more, bytes = ids) => forge([header(2, { rows: { ...columns, ...more } })], { ids: bytes })

test('answers in columns are answers', () => {
  const [one, other] = read(forgedRows({})).entries
  const common = { type: 'answer', document: '2022', question: 'a1-m1-q01', version: 'v1', ms: 4000, result: 'right', from: 'page', offset: 480 }
  assert.deepEqual(one, { id: '000102030405060708090a0b0c0d0e0f', at: MONDAY, ...common })
  assert.deepEqual(other, { id: '000102030405060708090a0b0c0d0e10', at: MONDAY + 5000, ...common })
})

for (const [what, more, bytes] of [
  ['one longer than the others', { ms: [4000] }],
  ['no list', { at: { length: 2 } }],
  ['places that are not there', { ask: [0, 1] }],
  ['a place that every list has', { way: [0, 'constructor'] }],
  ['a question that is a script', { asked: [['2022', '<script>', 'v1']] }],
  ['a question that is no list', { asked: ['2022'] }],
  ['a time before 1970', { at: [MONDAY, -MONDAY - 1] }],
  ['a time that is a fraction', { at: [MONDAY, 0.5] }],
  ['an id that is a path', { id: ['../..', 0] }],
  ['an id that is a list', { id: [0, []] }],
  ['a step before any id', { id: [1, 0] }],
  ['too few ids', {}, []],
  ['too many ids', {}, [...ids, 0]]
]) {
  test(`columns with ${what}: all is refused, although the sum is right`, () => {
    assert.equal(read(forgedRows(more, bytes)), 'altered')
  })
}

// ---- Parts ----

/** Answers as a reader gives them: a few on each page. */
function answers(count, seed = 'answers') {
  const random = seeded(seed)
  const hex = (length) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
  const versions = Array.from({ length: 320 }, () => hex(8))
  let [page, at] = ['', MONDAY]
  return Array.from({ length: count }, (_, n) => {
    page = n % 10 ? page : hex(26)
    at += Math.floor(random() * MINUTE)
    const question = Math.floor(random() * versions.length)
    const id = page + (n % 10).toString(16).padStart(6, '0')
    const more = { id, document: '2022', offset: 480, ms: Math.floor(random() * 20000), version: versions[question] }
    return answer(`a${1 + (question % 6)}-m${1 + (question % 5)}-q${question}`, at, random() < 0.2 ? 'wrong' : 'right', more)
  })
}
const month = answers(300)

test('300 answers take five parts, each below 2,000 characters, of plain letters and digits', () => {
  const parts = writeParts(month, settings)
  assert.equal(parts.length, 5)
  for (const part of parts) {
    assert.ok(part.length < 2000)
    assert.match(part, /^研习备份3第\d份共5份[\da-f]{8}:[\dA-Za-z]+\.[\da-f]{8}$/)
  }
  assert.ok(writeBackup(month, settings).length < 7200)
  assert.deepEqual(writeParts(month, settings), parts, 'the same at any time')
})

test('what is larger than a part goes on in the next', () => {
  const random = seeded('large')
  const questions = Array.from({ length: 800 }, () => `q${Math.floor(random() * 1e9)}`)
  const large = { id: 'r1', type: 'reset', document: '2022', scope: '', questions, at: MONDAY }
  const all = [...month.slice(0, 20), large, ...month.slice(20, 40)]
  const parts = writeParts(all, settings)
  assert.ok(parts.every(({ length }) => length < 2000))
  assert.deepEqual(byId(read(parts.reverse().join('\n')).entries), byId(all))
  const [lost] = parts.splice(2, 1)
  const found = read(parts.join('\n'))
  assert.match(lost, new RegExp(`第${found.missing[0].parts[0]}份`))
  assert.ok(found.entries.length < all.length && found.entries.every(({ id }) => id !== 'r1'))
})

test('parts of two backups do not mix', () => {
  const [one, other] = [answers(90, 'one'), answers(90, 'other')]
  const [mine, theirs] = [writeParts(one, settings), writeParts(other, settings)]
  assert.deepEqual([mine.length, theirs.length], [2, 2])
  const found = read([mine[0], theirs[1], mine[1]].join(''))
  assert.deepEqual(found.missing, [{ of: theirs.length, parts: [1] }])
  assert.ok(one.every(({ id }) => found.entries.some((entry) => entry.id === id)))
})

test('a part is no backup by itself, and says what it lacks', () => {
  const parts = writeParts(month, settings)
  assert.deepEqual(read(parts[2]).missing, [{ of: 5, parts: [1, 2, 4, 5] }])
  assert.equal(read(parts[2].slice(0, 500)), 'truncated')
})

test('a whole backup beside one that is spoilt is read, and the other is told of', () => {
  const found = read(`${small}\n${sealFormer(deflateSync(strToU8('x')), 2).slice(0, -1)}`)
  assert.deepEqual(byId(found.entries), byId(few))
  assert.equal(found.spoilt, true)
})

/** What stands between messages that were copied together. */
const NOISE = ['', '\n', '张三 2026/11/28 10:00', '李四:', 'Wang 10:01', '……', '收到', '[图片]', '2026年11月28日 晚上 8:15', '- - -', '> ']
const noise = fc.oneof(fc.constantFrom(...NOISE), fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('研')))

/** What may happen to a part on its way. */
const harm = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.record({ cut: fc.nat(1900) }) },
  { weight: 1, arbitrary: fc.record({ change: fc.nat(1900), to: fc.constantFrom('A', 'z', '0', '。', '研', '.') }) }
)
function harmed(part, harm) {
  if (!harm) {
    return part
  }
  const at = 'cut' in harm ? harm.cut : harm.change
  return 'cut' in harm ? part.slice(0, at) : part.slice(0, at) + harm.to + part.slice(at + 1)
}

test('any parts in any order with anything between them: restored, or named as missing; never a wrong record', () => {
  const all = [...answers(150, 'law'), ...few]
  const parts = writeParts(all, settings)
  const known = new Map(all.map((entry) => [entry.id, JSON.stringify(byField(entry))]))
  const sent = fc.array(fc.tuple(fc.nat(parts.length - 1), harm, noise, fc.boolean()), { maxLength: 8 })
  fc.assert(
    fc.property(noise, sent, (first, messages) => {
      const whole = new Set(messages.filter(([at, harm]) => harmed(parts[at], harm).startsWith(parts[at])).map(([at]) => at + 1))
      const text = messages.map(([at, harm, after, wrapped]) => {
        const part = harmed(parts[at], harm)
        return `${wrapped ? part.replace(/(.{60})/gu, '$1\n') : part}\n${after}\n`
      })
      const found = read(`${first}\n${text.join('')}`)
      if (typeof found === 'string') {
        assert.equal(whole.size, 0, found)
        return
      }
      const lacking = parts.map((_, at) => at + 1).filter((part) => !whole.has(part))
      assert.deepEqual(found.missing, lacking.length ? [{ of: parts.length, parts: lacking }] : [])
      for (const entry of found.entries) {
        assert.equal(JSON.stringify(byField(entry)), known.get(entry.id))
      }
      assert.ok(lacking.length ? found.entries.length < all.length : found.entries.length === all.length)
    }),
    { numRuns: 500 }
  )
})

test('a long backup that a chat program took apart is read past the lines in between', () => {
  const text = writeBackup(month, settings)
  const torn = text.replace(/(.{1500})/gu, '$1\n张三 2026/11/28 10:00\n')
  assert.equal(read(torn).entries.length, 300)
})

/** @param {object} entry */
function byField(entry) {
  return Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1))
}
