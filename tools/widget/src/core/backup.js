import { Inflate, deflateSync, gzipSync } from 'fflate'

import { fromRows, isPlain, toRows } from './backup-rows.js'
import { documentOf } from './document.js'
import { bytesIn, fromLetters, toLetters } from './letters.js'

/** @import { Rows } from './backup-rows.js' */
/** @import { Entry } from './history.js' */

/**
 * A backup is text that survives a chat program, whole or in numbered parts:
 *
 *     研习备份3:4fGh…(letters and digits)….3610a686
 *     研习备份3第2份共5份90ab12cd:4fGh….3610a686
 *
 * The bytes behind the letters are sections, and each section can be read by itself: how many bytes its ids take, the ids,
 * and deflated lines. The first line is the header with the answers in columns, each other line an entry that is no plain
 * answer. A part holds one section, so that what has arrived is of use while another part is missing; only what is larger
 * than a part goes on in the next. Its first byte says whether a section begins and ends in it. The eight digits before the
 * colon are the same for all parts of one backup.
 *
 * The last eight digits are the CRC-32 of all that is before them: it finds every single character that was changed, and
 * misses one in four thousand million of the rest. It guards against accidents. Against malice no checksum helps that
 * anyone can compute, SHA-256 no more than this one (and that is absent where a site has no https): so every field is
 * checked.
 *
 * Versions 1 and 2 were base64url of the deflated lines, with one line for each answer, and their sum was that of the
 * deflated bytes. In version 1 entries name no document, and answers no offset.
 *
 * @typedef {object} Backup
 * @property {Entry[]} entries - each id once
 * @property {unknown} settings - undefined where the part that has them is missing
 * @property {{of: number, parts: number[]}[]} missing - of each backup in parts that is not complete, what it lacks
 * @property {boolean} spoilt - whether there is another backup in the text, which is refused
 */

/**
 * Why a text is refused.
 *
 * @typedef {'empty' | 'foreign' | 'newer' | 'truncated' | 'altered' | 'large'} Refusal
 */

/**
 * What a backup may hold; the store knows.
 *
 * @typedef {object} Checks
 * @property {(value: any) => value is Entry} entry
 * @property {(value: any) => boolean} settings
 */

/** @typedef {{head: string, version: number, part: number, of: number, rest: string}} Found - a head, and what follows */

const NAME = '研习备份'
const VERSION = 3

export const LIMITS = { text: 4 << 20, bytes: 20 << 20, entries: 200000, line: 512 << 10, parts: 5000, part: 1950 }

/** Small enough that one piece, at deflate's 1032 to 1, cannot fill the memory before the limit is looked at. */
const PIECE = 1024

/** The characters of a part that are not its bytes, at most. */
const AROUND = `${NAME}${VERSION}第9999份共9999份12345678:.12345678`.length

/** How many bytes there are in a part. */
const ROOM = bytesIn(LIMITS.part - AROUND)

/** What a part's first byte says. */
const BEGINS = 1
const ENDS = 2

/**
 * @param {Iterable<Entry>} entries
 * @param {unknown} settings
 * @returns {string}
 */
export function writeBackup(entries, settings) {
  return seal(`${NAME}${VERSION}`, toSection(inOrder(entries), settings))
}

/**
 * The same in parts, none longer than LIMITS.part. Without a new record they are the same at any time, so one that was lost
 * on the way can be sent again.
 *
 * @param {Iterable<Entry>} entries
 * @param {unknown} settings
 * @returns {string[]}
 */
export function writeParts(entries, settings) {
  const pieces = toPieces(inOrder(entries), settings)
  const sum = checksum(joined(pieces))
  return pieces.map((piece, at) => seal(`${NAME}${VERSION}第${at + 1}份共${pieces.length}份${sum}`, piece))
}

/**
 * Reads a text that may be anything. Words around a backup and between its parts do not matter, nor white space and lines
 * that were put into it, nor the order of the parts.
 *
 * @param {string} text
 * @param {Checks} checks
 * @returns {Backup | Refusal}
 */
export function readBackup(text, checks) {
  if (text.length > LIMITS.text) {
    return 'large'
  }
  const bare = squeeze(text)
  if (!bare) {
    return 'empty'
  }
  const heads = findHeads(bare)
  if (!heads.length) {
    return 'foreign'
  }
  const opened = new Map()
  // A chat program breaks lines, or puts lines of its own in between. The sum tells which it was.
  for (const found of [...heads, ...findHeads(squeeze(withoutOtherLines(text)))]) {
    const bytes = open(found)
    if (typeof bytes !== 'string' || !opened.has(found.head)) {
      opened.set(found.head, { ...found, bytes })
    }
  }
  const all = [...opened.values()]
  const whole = all.filter(({ bytes }) => typeof bytes !== 'string')
  const [spoilt] = all.filter(({ bytes, of }) => typeof bytes === 'string' && !of)
  if (!whole.length) {
    return all[0].bytes
  }
  const { sections, missing } = toSections(whole)
  const read = readSections(sections, checks)
  if (typeof read === 'string') {
    return read
  }
  return read.entries.length || missing.length ? { ...read, missing, spoilt: !!spoilt } : 'empty'
}

/**
 * What the device does not have yet. Joining is a union by id: the same in any order and any number of times.
 *
 * @template {{id: string}} Item
 * @param {Item[]} known
 * @param {Item[]} offered
 * @returns {{fresh: Item[], known: number}}
 */
export function newTo(known, offered) {
  const ids = new Set(known.map(({ id }) => id))
  const fresh = offered.filter(({ id }) => !ids.has(id))
  return { fresh, known: offered.length - fresh.length }
}

// ---- Writing ----

/**
 * What is alike stands together, and so takes less room.
 *
 * @param {Iterable<Entry>} entries
 */
function inOrder(entries) {
  const all = Array.from(entries, (entry) => ({ ...entry, document: documentOf(entry) }))
  return all.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
}

/**
 * @param {Entry[]} entries - in order
 * @param {unknown} [settings]
 * @returns {Uint8Array}
 */
function toSection(entries, settings) {
  const { rows, ids } = toRows(entries.filter(isPlain))
  const others = entries.filter((entry) => !isPlain(entry))
  const lines = [{ yanxi: VERSION, entries: entries.length, settings, rows }, ...others].map((line) => JSON.stringify(line))
  const packed = deflateSync(new TextEncoder().encode(lines.join('\n')), { level: 9 })
  return joined([Uint8Array.from([0, 8, 16, 24], (shift) => ids.length >> shift), ids, packed])
}

/**
 * @param {Entry[]} entries - in order
 * @param {unknown} settings
 * @returns {Uint8Array[]} what the parts hold
 */
function toPieces(entries, settings) {
  const pieces = []
  let count = 64
  for (let from = 0; from < entries.length || !from; from += count) {
    const section = (/** @type {number} */ count) => toSection(entries.slice(from, from + count), from ? undefined : settings)
    count = nearlyMost(entries.length - from, count, (count) => section(count).length < ROOM)
    pieces.push(...cut(section(count)))
  }
  return pieces
}

/** @param {Uint8Array} section */
function cut(section) {
  const pieces = []
  for (let at = 0; at < section.length; at += ROOM - 1) {
    const end = at + ROOM - 1
    pieces.push(joined([[(at ? 0 : BEGINS) + (end < section.length ? 0 : ENDS)], section.subarray(at, end)]))
  }
  return pieces
}

/**
 * @param {number} all
 * @param {number} guess - what fits is mostly like what fitted before
 * @param {(count: number) => boolean} fits
 * @returns {number} how many fit, give or take one in thirty; at least one
 */
function nearlyMost(all, guess, fits) {
  let [fit, over, step] = [Math.min(1, all), all + 1, 4]
  let count = guess
  while (over - fit > 1 + fit / 30) {
    count = Math.max(fit + 1, Math.min(over - 1, count))
    if (fits(count)) {
      fit = count
      count = Math.min(count + step, (fit + over) >> 1)
    } else {
      over = count
      count = Math.max(count - step, (fit + over) >> 1)
    }
    step *= 2
  }
  return fit
}

/** @param {ArrayLike<number>[]} pieces */
function joined(pieces) {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/**
 * @param {string} head
 * @param {Uint8Array} bytes
 */
function seal(head, bytes) {
  const words = `${head}:${toLetters(bytes)}`
  return `${words}.${sumOf(words)}`
}

// ---- Reading ----

/** @param {string} text */
function squeeze(text) {
  return text.replace(/[\s\p{Cf}>]+/gu, '')
}

/** @param {string} text */
function withoutOtherLines(text) {
  return text.split(/[\n\r]/).filter(isOurs).join('\n')
}

/**
 * Whether a line can be one of a backup: it has its name, or its end, or nothing but its letters.
 *
 * @param {string} line
 */
function isOurs(line) {
  const bare = squeeze(line)
  return line.includes(NAME) || /^[\w-]*\.[\da-f]{8}/i.test(bare) || (/^[\w-]+$/.test(bare) && !/[\w-]\s+[\w-]/.test(line))
}

/**
 * @param {string} bare
 * @returns {Found[]}
 */
function findHeads(bare) {
  const heads = /研习备份(\d{1,4})(?:第(\d{1,4})份共(\d{1,4})份[\da-f]{8})?[:：]/g
  /** @type {Found[]} */
  const found = []
  for (let match = heads.exec(bare); match; match = heads.exec(bare)) {
    const before = found[found.length - 1]
    if (before) {
      before.rest = before.rest.slice(0, match.index - bare.length)
    }
    const [head, version, part, of] = match
    const rest = bare.slice(match.index + head.length)
    found.push({ head: head.slice(0, -1), version: Number(version), part: Number(part || 0), of: Number(of || 0), rest })
  }
  return found
}

/**
 * @param {Found} found
 * @returns {Uint8Array | Refusal}
 */
function open({ head, version, part, of, rest }) {
  if (version < 1 || version > VERSION) {
    return version ? 'newer' : 'foreign'
  }
  const end = rest.indexOf('.')
  const body = rest.slice(0, end)
  const sum = rest.slice(end + 1, end + 9).toLowerCase()
  if (end < 0 || sum.length < 8) {
    return 'truncated'
  }
  if (version < VERSION) {
    const packed = of ? undefined : fromBase64(body)
    return packed && packed.length && checksum(packed) === sum ? Uint8Array.from([0, 0, 0, 0, ...packed]) : 'altered'
  }
  const numbered = of ? part > 0 && part <= of && of <= LIMITS.parts : part === 0
  return (numbered && sumOf(`${head}:${body}`) === sum && fromLetters(body)) || 'altered'
}

/**
 * Puts together what is in parts.
 *
 * @param {(Found & {bytes: Uint8Array})[]} found - each part once
 */
function toSections(found) {
  /** @type {{version: number, bytes: Uint8Array}[]} */
  const sections = found.filter(({ of }) => !of)
  /** @type {Backup['missing']} */
  const missing = []
  /** @type {Map<string, Map<number, Uint8Array>>} */
  const backups = new Map()
  for (const { head, part, of, bytes } of found) {
    if (of) {
      const name = `${of} ${head.slice(-8)}`
      backups.set(name, (backups.get(name) || new Map()).set(part, bytes))
    }
  }
  for (const [name, parts] of backups) {
    const of = parseInt(name, 10)
    const absent = []
    /** @type {Uint8Array[] | undefined} what has begun */
    let begun
    for (let part = 1; part <= of; part++) {
      const bytes = parts.get(part)
      if (!bytes) {
        absent.push(part)
        begun = undefined
        continue
      }
      begun = bytes[0] & BEGINS ? [] : begun
      if (begun) {
        begun.push(bytes.subarray(1))
        if (bytes[0] & ENDS) {
          sections.push({ version: VERSION, bytes: joined(begun) })
          begun = undefined
        }
      }
    }
    if (absent.length) {
      missing.push({ of, parts: absent })
    }
  }
  return { sections, missing }
}

/**
 * @param {{version: number, bytes: Uint8Array}[]} sections
 * @param {Checks} checks
 * @returns {{entries: Entry[], settings: unknown} | Refusal}
 */
function readSections(sections, checks) {
  /** @type {Map<string, Entry>} */
  const entries = new Map()
  let settings
  let left = LIMITS.bytes
  for (const { version, bytes } of sections) {
    const end = 4 + [3, 2, 1, 0].reduce((sum, at) => sum * 256 + bytes[at], 0)
    if (!(end < bytes.length)) {
      return 'altered'
    }
    const lines = unpack(bytes.subarray(end), left)
    if (typeof lines === 'string') {
      return lines
    }
    left -= lines.reduce((sum, { length }) => sum + length, 0)
    const refusal = readLines(lines, version, bytes.subarray(4, end), checks, entries)
    if (refusal) {
      return refusal
    }
    settings = settings || /** @type {any} */ (parse(lines[0])).settings
  }
  return { entries: [...entries.values()], settings }
}

/**
 * @param {Uint8Array} packed
 * @param {number} most - bytes
 * @returns {string[] | Refusal}
 */
function unpack(packed, most) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let size = 0
  let text = ''
  try {
    const inflate = new Inflate((piece) => {
      size += piece.length
      text += size > most ? '' : decoder.decode(piece, { stream: true })
    })
    for (let at = 0; at < packed.length && size <= most; at += PIECE) {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    }
    text += size > most ? '' : decoder.decode()
  } catch (_) {
    return 'altered'
  }
  if (size > most) {
    return 'large'
  }
  const lines = text.split('\n', LIMITS.entries + 2)
  // The header holds the columns, and is as long as they are.
  return lines.length > LIMITS.entries + 1 || lines.slice(1).some(({ length }) => length > LIMITS.line) ? 'large' : lines
}

/**
 * @param {string[]} lines
 * @param {number} version - that the text calls itself
 * @param {Uint8Array} ids
 * @param {Checks} checks
 * @param {Map<string, Entry>} entries - to which it adds
 * @returns {Refusal | undefined}
 */
function readLines([first, ...rest], version, ids, checks, entries) {
  const header = parse(first)
  if (!isHeader(header, version) || (header.settings !== undefined || version < VERSION) && !checks.settings(header.settings)) {
    return 'altered'
  }
  const rows = version < VERSION ? [] : fromRows(header.rows, ids, LIMITS.entries)
  if (!rows || header.entries !== rows.length + rest.length) {
    return 'altered'
  }
  if (entries.size + header.entries > LIMITS.entries) {
    return 'large'
  }
  for (const entry of [...rows, ...rest.map(parse)]) {
    if (!checks.entry(entry)) {
      return 'altered'
    }
    if (!entries.has(entry.id)) {
      entries.set(entry.id, { ...entry, document: documentOf(entry) })
    }
  }
  return undefined
}

/**
 * @param {any} header
 * @param {number} version
 * @returns {header is {entries: number, settings: unknown, rows: Rows}}
 */
function isHeader(header, version) {
  return !!header && typeof header === 'object' && header.yanxi === version
}

/**
 * @param {string} line
 * @returns {unknown} undefined for what is not JSON
 */
function parse(line) {
  try {
    return JSON.parse(line)
  } catch (_) {
    return undefined
  }
}

/** @param {string} words */
function sumOf(words) {
  return checksum(new TextEncoder().encode(words))
}

/**
 * @param {Uint8Array} bytes
 * @returns {string} eight hex digits
 */
function checksum(bytes) {
  // gzip ends in the CRC-32 of what it holds and in its length, each four bytes, the lowest first.
  const trailer = gzipSync(bytes, { level: 0, mtime: 1 }).slice(-8, -4)
  return Array.from(trailer.reverse(), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * @param {string} text
 * @returns {Uint8Array | undefined}
 */
function fromBase64(text) {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) {
    return undefined
  }
  const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))
}
