import { Inflate, deflateSync, gzipSync } from 'fflate'

import { documentOf } from './document.js'

/** @import { Entry } from './history.js' */

/**
 * A backup is text that survives a chat program:
 *
 *     研习备份2:eNq…(base64url of deflated lines of JSON)….3610a686
 *
 * The first line is the header, each other line an entry of the log, of all the site's documents. In a backup of version 1
 * entries name no document, and answers no offset. The last eight digits are the CRC-32 of the deflated
 * bytes, as gzip has it: it finds every error confined to 32 bits, so every single character that was changed, and misses
 * one in four thousand million of the rest. It guards against accidents. Against malice no checksum helps that anyone can
 * compute, SHA-256 no more than this one (and that is absent where a site has no https): so every field is checked.
 *
 * @typedef {object} Backup
 * @property {Entry[]} entries - each id once
 * @property {unknown} settings
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

const NAME = '研习备份'
const VERSION = 2

export const LIMITS = { text: 4 << 20, bytes: 20 << 20, entries: 200000, line: 512 << 10 }

/** Small enough that one piece, at deflate's 1032 to 1, cannot fill the memory before the limit is looked at. */
const PIECE = 1024

/**
 * @param {Iterable<Entry>} entries
 * @param {unknown} settings
 * @param {number} at
 * @returns {string}
 */
export function writeBackup(entries, settings, at) {
  const all = [...entries]
  // What is alike stands together, and so takes less room.
  all.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  const named = all.map((entry) => ({ ...entry, document: documentOf(entry) }))
  const lines = [{ yanxi: VERSION, at, entries: all.length, settings }, ...named].map((line) => JSON.stringify(line))
  const packed = deflateSync(new TextEncoder().encode(lines.join('\n')), { level: 9 })
  return `${NAME}${VERSION}:${toBase64(packed)}.${checksum(packed)}`
}

/**
 * Reads a text that may be anything. Words around a backup do not matter, nor white space that was put into it.
 *
 * @param {string} text
 * @param {Checks} checks
 * @returns {Backup | Refusal}
 */
export function readBackup(text, checks) {
  if (text.length > LIMITS.text) {
    return 'large'
  }
  // Chat programs break lines, and put in marks that do not show.
  const bare = text.replace(/[\s\p{Cf}]+/gu, '')
  if (!bare) {
    return 'empty'
  }
  const found = bare.match(/研习备份(\d{1,4})[:：]/)
  if (!found || found.index === undefined) {
    return 'foreign'
  }
  const version = Number(found[1])
  if (version < 1 || version > VERSION) {
    return version ? 'newer' : 'foreign'
  }
  const packed = unwrap(bare.slice(found.index + found[0].length))
  if (typeof packed === 'string') {
    return packed
  }
  const lines = unpack(packed)
  return typeof lines === 'string' ? lines : readLines(lines, version, checks)
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

/**
 * @param {string} wrapped
 * @returns {Uint8Array | Refusal}
 */
function unwrap(wrapped) {
  const end = wrapped.indexOf('.')
  const body = wrapped.slice(0, end)
  const sum = wrapped.slice(end + 1, end + 9)
  if (end < 0 || sum.length < 8) {
    return 'truncated'
  }
  const packed = fromBase64(body)
  return packed && packed.length && checksum(packed) === sum.toLowerCase() ? packed : 'altered'
}

/**
 * @param {Uint8Array} packed
 * @returns {string[] | Refusal}
 */
function unpack(packed) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let size = 0
  let text = ''
  try {
    const inflate = new Inflate((piece) => {
      size += piece.length
      text += size > LIMITS.bytes ? '' : decoder.decode(piece, { stream: true })
    })
    for (let at = 0; at < packed.length && size <= LIMITS.bytes; at += PIECE) {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    }
    text += size > LIMITS.bytes ? '' : decoder.decode()
  } catch (_) {
    return 'altered'
  }
  if (size > LIMITS.bytes) {
    return 'large'
  }
  const lines = text.split('\n', LIMITS.entries + 2)
  return lines.length > LIMITS.entries + 1 || lines.some(({ length }) => length > LIMITS.line) ? 'large' : lines
}

/**
 * @param {string[]} lines
 * @param {number} version - that the text calls itself
 * @param {Checks} checks
 * @returns {Backup | Refusal}
 */
function readLines([first, ...rest], version, checks) {
  const header = parse(first)
  if (!isHeader(header, version) || !checks.settings(header.settings)) {
    return 'altered'
  }
  if (header.entries !== rest.length) {
    return 'altered'
  }
  /** @type {Map<string, Entry>} */
  const entries = new Map()
  for (const line of rest) {
    const entry = parse(line)
    if (!checks.entry(entry)) {
      return 'altered'
    }
    entries.set(entry.id, { ...entry, document: documentOf(entry) })
  }
  return entries.size ? { entries: [...entries.values()], settings: header.settings } : 'empty'
}

/**
 * @param {any} header
 * @param {number} version
 * @returns {header is {entries: number, settings: unknown}}
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

/**
 * @param {Uint8Array} bytes
 * @returns {string} eight hex digits
 */
function checksum(bytes) {
  // gzip ends in the CRC-32 of what it holds and in its length, each four bytes, the lowest first.
  const trailer = gzipSync(bytes, { level: 0, mtime: 1 }).slice(-8, -4)
  return Array.from(trailer.reverse(), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let text = ''
  // Arguments are few on some phones.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
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
