import {
  isAmount,
  isAnswers,
  isDocument,
  isFlag,
  isKey,
  isName,
  isNames,
  isObject,
  isOffset,
  isResult,
  isText,
  isWord,
  optional
} from './validate.js'
import { isEntry } from './answer.js'

/** @import { Check } from './validate.js' */
/** @import { Entry } from './answer.js' */

/**
 * Whatever may stand in the log, each record with the document it is about (see documentOf()). Answers are in answer.js,
 * which every page needs; all the rest is for study.
 *
 * @typedef {(Entry | Star | Reset | Undo | Exam | Recite) & {turn?: number}} LogRecord
 */

/**
 * @typedef {{id: string, type: 'star', document?: string, at: number, question: string, on: boolean}} Star
 * @typedef {{id: string, type: 'reset', document?: string, at: number, scope: string, questions?: string[]}} Reset - `questions`: those in
 *   scope at the time, since questions move
 * @typedef {{id: string, type: 'undo', document?: string, at: number, of: string}} Undo - of a reset
 * @typedef {{id: string, type: 'recite', document?: string, at: number, provision: string, clause: string, result: 'right' | 'wrong'}} Recite
 */

/**
 * @typedef {object} Exam
 * @property {string} id
 * @property {'exam'} type
 * @property {string} [document]
 * @property {string} paper
 * @property {string} seed
 * @property {number} at - when it began
 * @property {number} end
 * @property {string[]} questions
 * @property {Record<string, string | string[]>} answers - what was chosen or written, by question
 * @property {number} points
 * @property {number} of
 * @property {boolean} passed
 */

/** @type {Record<string, Record<string, Check>>} */
const FIELDS = {
  answer: {
    question: isName,
    version: isWord,
    result: isResult,
    ms: isAmount,
    from: isName,
    sure: optional(isFlag),
    exam: optional(isWord),
    offset: optional(isOffset)
  },
  star: { question: isName, on: isFlag },
  reset: { scope: (scope) => scope === '' || isName(scope), questions: optional(isNames) },
  undo: { of: isWord },
  exam: {
    paper: isText,
    seed: isText,
    end: isAmount,
    questions: isNames,
    answers: isAnswers,
    points: isAmount,
    of: isAmount,
    passed: isFlag
  },
  recite: { provision: isName, clause: isName, result: isResult }
}

/** How deep a field may be that this version does not know. */
const DEPTH = 4

/**
 * Whether a record of this device's own log can be read. What it holds was written here, or checked when it came: a glance
 * at an answer is enough, and with a year of them there is time for no more.
 *
 * @param {any} record
 * @returns {record is LogRecord}
 */
export function isReadable(record) {
  return record && record.type === 'answer' ? isEntry(record) : isRecord(record)
}

/**
 * Whether a record can be joined to the log, and may leave the device in a backup. One of a type this version does not know can, if it is harmless: it is kept
 * for the version that does.
 *
 * @param {any} record
 * @returns {record is LogRecord}
 */
export function isRecord(record) {
  if (!isObject(record) || !isWord(record.id) || !isName(record.type) || !isAmount(record.at)) {
    return false
  }
  /** @type {Record<string, Check>} */
  const fields = { document: optional(isDocument), turn: optional(isAmount), ...(has(FIELDS, record.type) && FIELDS[record.type]) }
  return (
    Object.keys(fields).every((field) => fields[field](record[field])) &&
    Object.keys(record).every((field) => isKey(field) && (has(fields, field) || isHarmless(record[field], DEPTH)))
  )
}

/**
 * @param {any} value
 * @param {number} depth
 * @returns {boolean}
 */
function isHarmless(value, depth) {
  if (typeof value === 'object' && value !== null) {
    return depth > 0 && Object.keys(value).every((key) => isKey(key) && isHarmless(value[key], depth - 1))
  }
  return value === null || isFlag(value) || isText(value) || Number.isFinite(value)
}

/**
 * @param {object} record
 * @param {string} key
 */
function has(record, key) {
  return Object.prototype.hasOwnProperty.call(record, key)
}
