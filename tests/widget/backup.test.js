import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { deflateRawSync } from 'node:zlib'

import { LIMITS, newTo, readBackup, writeBackup } from '../../tools/widget/src/core/backup.js'
import { seeded } from '../../tools/widget/src/core/shuffle.js'
import { isRecord } from '../../tools/widget/src/store/record.js'
import { areSettings, toSettings } from '../../tools/widget/src/store/settings.js'
import { DAY, MONDAY, answer, simulateYear } from './bank.js'
import { library } from './libraries.js'

const { deflateSync, gzipSync, strToU8 } = library('fflate')

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
const small = writeBackup(few, settings, MONDAY)

/** A backup as somebody with our source could forge it: the sum is right. */
function forge(lines, { name = '研习备份', version = 2 } = {}) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const packed = deflateSync(strToU8(text))
  const sum = Buffer.from(gzipSync(packed).slice(-8, -4)).reverse().toString('hex')
  return `${name}${version}:${Buffer.from(packed).toString('base64url')}.${sum}`
}
const header = (entries, more = {}) => ({ yanxi: 2, at: MONDAY, entries, settings, ...more })
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
  for (let length = '研习备份2:'.length; length < small.length; length++) {
    assert.equal(read(small.slice(0, length)), 'truncated', `${length} of ${small.length}`)
    assert.equal(read(`${small.slice(0, length)}\n`), 'truncated')
  }
})

test('what is not ours is called foreign, nothing is called empty', () => {
  for (const text of ['你好', 'eyJhIjoxfQ==', '{"yanxi":1}', '研习备份', '研习备份:abc', '<script>alert(1)</script>', '\u0000']) {
    assert.equal(read(text), 'foreign', text)
  }
  for (const text of ['', ' \n\u3000\u200b', writeBackup([], settings, MONDAY)]) {
    assert.equal(read(text), 'empty')
  }
})

test('a backup of a later version says so', () => {
  assert.equal(read(forge([header(0)], { version: 3 })), 'newer')
  assert.equal(read(small.replace('2:', '1000:')), 'newer')
  assert.equal(read(small.replace('2:', '0:')), 'foreign')
})

test('huge texts are refused before they are looked at', () => {
  const start = performance.now()
  assert.equal(read('研习备份2:'.padEnd(LIMITS.text + 1, 'A')), 'large')
  assert.ok(performance.now() - start < 500)
  assert.equal(typeof read('研习备份2:'.padEnd(LIMITS.text, 'A')), 'string')
  assert.equal(read(' '.repeat(LIMITS.text)), 'empty')
})

test('a bomb is cut off long before it has burst', () => {
  const packed = deflateRawSync(Buffer.alloc(100 << 20))
  const sum = Buffer.from(gzipSync(packed).slice(-8, -4)).reverse().toString('hex')
  const bomb = `研习备份2:${Buffer.from(packed).toString('base64url')}.${sum}`
  assert.ok(bomb.length < LIMITS.text)
  const before = process.memoryUsage().rss
  assert.equal(read(bomb), 'large')
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
  'has no settings': header(1, { settings: undefined }),
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
      const sum = Buffer.from(gzipSync(packed).slice(-8, -4)).reverse().toString('hex')
      assert.equal(typeof read(`研习备份2:${Buffer.from(packed).toString('base64url')}.${sum}`), 'string')
    }
  }
})

test('times in the future are taken: whoever reads the log lets them wait', () => {
  const later = answer('a1-m1-q01', Date.UTC(2099, 0, 1))
  assert.deepEqual(read(writeBackup([later], settings, MONDAY)).entries, [{ ...later, document: '2022' }])
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
  const text = writeBackup(entries, settings, end)
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

test('a backup that calls itself of another version than it is: refused', () => {
  assert.equal(read(forge([header(1), good], { version: 1 })), 'altered')
  assert.equal(read(forge([header(1, { yanxi: 1 }), good])), 'altered')
})
