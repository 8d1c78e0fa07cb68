/**
 * What a value is that was read from storage or from a backup, and so may be anything.
 */

/** @typedef {(value: any) => boolean} Check */

/** What would reach into every object, were it ever used as a key. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype'])

/** @param {string} key */
export function isKey(key) {
  return isText(key) && !UNSAFE.has(key)
}

/** @param {any} value */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param {any} value - an id made by chance, or a version */
export function isWord(value) {
  return typeof value === 'string' && /^[\w-]{1,128}$/.test(value) && !UNSAFE.has(value)
}

/** @param {any} value - an id of the plan or the bank, or a word of ours */
export function isName(value) {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(value) && !UNSAFE.has(value)
}

/** How many questions a session, an exam or a reset may name. */
export const MOST_NAMES = 20000

/** @param {any} value */
export function isNames(value) {
  return Array.isArray(value) && value.length <= MOST_NAMES && value.every(isName)
}

/** @param {any} value - the name of a document's folder */
export function isDocument(value) {
  return typeof value === 'string' && /^[^\s/\\<>\u0000-\u001f]{1,64}$/.test(value) && !UNSAFE.has(value)
}

/** @param {any} value - minutes east of UTC; no place is a day away */
export function isOffset(value) {
  return Number.isInteger(value) && Math.abs(value) < 1440
}

/** @param {any} value - nothing of ours holds a tag or what does not print */
export function isText(value) {
  return typeof value === 'string' && value.length <= 500 && !/[<\u0000-\u0008\u000e-\u001f]/.test(value)
}

/** @param {any} value - what was chosen or written, by question */
export function isAnswers(value) {
  return isObject(value) && everyOf(value, (answer) => isText(answer) || (Array.isArray(answer) && answer.every(isText)))
}

/** @param {any} value */
export function isResult(value) {
  return value === 'right' || value === 'wrong'
}

/** @param {any} value */
export function isFlag(value) {
  return typeof value === 'boolean'
}

/** @param {any} value - 2026-12-24 */
export function isDate(value) {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !isNaN(Date.parse(value))
}

/** @param {any} value - up to the end of 9999: what is due a hundred years later is still a date */
export function isAmount(value) {
  return typeof value === 'number' && value >= 0 && value <= 253402300799999
}

/**
 * @param {Record<string, any>} record - by question
 * @param {Check} check
 */
export function everyOf(record, check) {
  return Object.keys(record).every((name) => isName(name) && check(record[name]))
}

/**
 * @param {Check} check
 * @returns {Check}
 */
export function optional(check) {
  return (value) => value === undefined || check(value)
}
