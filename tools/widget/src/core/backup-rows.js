import { documentOf } from './document.js'

/** @import { Answer, Entry } from './history.js' */

/**
 * Answers in columns: what many have in common is said once, a time is what has passed since the one before, and ids, which
 * nothing makes smaller, are bytes.
 *
 * @typedef {object} Rows
 * @property {unknown[][]} asked - all there are of ASKED
 * @property {unknown[][]} ways - all there are of WAYS
 * @property {number[]} ask - for each answer, which of `asked`
 * @property {number[]} way - which of `ways`
 * @property {number[]} at
 * @property {number[]} ms
 * @property {(number | string)[]} id - how far its end has counted on since the one before; 0 where it is the next of the ids
 *   in bytes; itself where it is none that we write
 */

const ASKED = ['document', 'question', 'version']
const WAYS = ['result', 'from', 'offset', 'sure', 'exam']
const FIELDS = new Set(['id', 'type', 'at', 'ms', ...ASKED, ...WAYS])

/** An id as we write it. */
const WRITTEN = /^[\da-f]{32}$/

/** Bytes of an id; the last of them count, on a page that writes several. */
const ID = 16
const COUNTING = 6

/**
 * @param {Entry} entry
 * @returns {entry is Answer & {ms: number}} whether fromRows() gives exactly this entry again
 */
export function isPlain(entry) {
  const { id, type, at, ms } = /** @type {any} */ (entry)
  return (
    type === 'answer' &&
    typeof id === 'string' &&
    Number.isSafeInteger(at) &&
    Number.isSafeInteger(ms) &&
    Object.keys(entry).every((field) => FIELDS.has(field) && /** @type {any} */ (entry)[field] !== null)
  )
}

/**
 * @param {Entry[]} answers - plain ones, in order
 * @returns {{rows: Rows, ids: Uint8Array}}
 */
export function toRows(answers) {
  const asked = distinct(ASKED)
  const ways = distinct(WAYS)
  /** @type {number[]} */
  const ids = []
  /** @type {Rows} */
  const rows = { asked: asked.all, ways: ways.all, ask: [], way: [], at: [], ms: [], id: [] }
  let [before, last] = [0, '']
  for (const answer of /** @type {(Answer & {ms: number})[]} */ (answers)) {
    const { id, at, ms } = answer
    rows.ask.push(asked.of({ ...answer, document: documentOf(answer) }))
    rows.way.push(ways.of(answer))
    rows.at.push(at - before)
    rows.ms.push(ms)
    const step = id.slice(0, -COUNTING) === last.slice(0, -COUNTING) ? count(id) - count(last) : 0
    if (!WRITTEN.test(id)) {
      rows.id.push(id)
    } else if (step > 0) {
      rows.id.push(step)
    } else {
      rows.id.push(0)
      ids.push(...Array.from({ length: ID }, (_, n) => parseInt(id.slice(2 * n, 2 * n + 2), 16)))
    }
    before = at
    last = id
  }
  return { rows, ids: Uint8Array.from(ids) }
}

/**
 * @param {any} rows - from anyone
 * @param {Uint8Array} ids
 * @param {number} most
 * @returns {Entry[] | undefined} not checked one by one; nothing for what toRows() does not write
 */
export function fromRows(rows, ids, most) {
  const columns = rows && [rows.ask, rows.way, rows.at, rows.ms]
  if (!columns || ![...columns, rows.id, rows.asked, rows.ways].every(Array.isArray)) {
    return undefined
  }
  const size = rows.id.length
  if (size > most || !columns.every((/** @type {unknown[]} */ column) => column.length === size && column.every(Number.isSafeInteger))) {
    return undefined
  }
  if (!rows.id.every((/** @type {unknown} */ id) => typeof id === 'string' || Number.isSafeInteger(id))) {
    return undefined
  }
  const entries = []
  let [place, before, last] = [0, 0, '']
  for (let n = 0; n < size; n++) {
    const [asked, way] = [rows.asked[rows.ask[n]], rows.ways[rows.way[n]]]
    const step = rows.id[n]
    const id = typeof step === 'string' ? step : step ? next(last, step) : idAt(ids, ID * place++)
    if (!Array.isArray(asked) || !Array.isArray(way) || (typeof step !== 'string' && !WRITTEN.test(id))) {
      return undefined
    }
    before += rows.at[n]
    last = id
    /** @type {any} */
    const entry = { id, type: 'answer', at: before, ms: rows.ms[n] }
    for (const [fields, values] of /** @type {[string[], unknown[]][]} */ ([[ASKED, asked], [WAYS, way]])) {
      fields.forEach((field, at) => {
        if (values[at] !== null && values[at] !== undefined) {
          entry[field] = values[at]
        }
      })
    }
    entries.push(entry)
  }
  return ID * place === ids.length ? entries : undefined
}

/** @param {string[]} fields */
function distinct(fields) {
  /** @type {Map<string, number>} */
  const places = new Map()
  /** @type {unknown[][]} */
  const all = []
  return {
    all,
    /** @param {any} entry @returns {number} */
    of(entry) {
      const values = fields.map((field) => entry[field])
      while (values.length && values[values.length - 1] === undefined) {
        values.pop()
      }
      const name = JSON.stringify(values)
      if (!places.has(name)) {
        places.set(name, all.push(values) - 1)
      }
      return /** @type {number} */ (places.get(name))
    }
  }
}

/** @param {string} id */
function count(id) {
  return parseInt(id.slice(-COUNTING), 16)
}

/** @param {string} id @param {number} step */
function next(id, step) {
  return id.slice(0, -COUNTING) + hex(count(id) + step, COUNTING)
}

/** @param {Uint8Array} ids @param {number} at */
function idAt(ids, at) {
  return Array.from(ids.subarray(at, at + ID), (byte) => hex(byte, 2)).join('')
}

/** @param {number} value @param {number} length */
function hex(value, length) {
  return value.toString(16).padStart(length, '0')
}
