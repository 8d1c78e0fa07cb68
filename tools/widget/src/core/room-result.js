/**
 * What a member's phone tells the room when its member wants it to: for each question of the set whether it was answered rightly.
 * There is no name in it. It is a line of signs that QR codes hold in the least room.
 */

import { hasOwn } from './own.js'

/** @typedef {Record<string, string>} Phones - for each phone a sign for each question: 1 right, 0 wrong, - not answered */

/**
 * @typedef {object} PhoneTally
 * @property {number} phones
 * @property {{right: number, of: number}[]} questions - as they were asked
 * @property {number | undefined} share - of all answers, from 0 to 1
 */

const FORM = /^YANXI:([A-Z0-9]{4}):([A-Z0-9]{6}):([10-]{1,400})$/

export const MOST_PHONES = 300

/**
 * @param {string} code - of the set
 * @param {number} begun - when this phone began, in ms: it tells phones apart
 * @param {readonly string[]} questions
 * @param {Record<string, 'right' | 'wrong'>} results
 * @returns {string} YANXI:K7M2:L0J3QX:110-1
 */
export function toResult(code, begun, questions, results) {
  const phone = Math.floor(begun % 36 ** 6).toString(36).padStart(6, '0').toUpperCase()
  const signs = questions.map((question) => (hasOwn(results, question) ? (results[question] === 'right' ? '1' : '0') : '-'))
  return ['YANXI', checkOf(code), phone, signs.join('')].join(':')
}

/**
 * @param {string} text - of a QR code, not trusted
 * @param {string} code - of the set
 * @param {number} count - of its questions
 * @returns {{phone: string, signs: string} | 'other' | undefined} `other`: of another set; undefined: none of ours
 */
export function readResult(text, code, count) {
  const [, check, phone, signs] = FORM.exec(text) || []
  if (!check) {
    return undefined
  }
  return check === checkOf(code) && signs.length === count ? { phone, signs } : 'other'
}

/** @param {string} code @returns {string} its last four letters, which stand for the questions and their versions */
function checkOf(code) {
  return code.slice(-4).toUpperCase()
}

/**
 * @param {Phones} phones
 * @param {number} count - of the questions
 * @returns {PhoneTally}
 */
export function tallyPhones(phones, count) {
  const all = Object.values(phones)
  const questions = Array.from({ length: count }, (_, at) => {
    const signs = all.map((each) => each[at])
    return { right: signs.filter((sign) => sign === '1').length, of: signs.filter((sign) => sign === '1' || sign === '0').length }
  })
  const of = questions.reduce((sum, each) => sum + each.of, 0)
  const right = questions.reduce((sum, each) => sum + each.right, 0)
  return { phones: all.length, questions, share: of ? right / of : undefined }
}

/** @param {any} value @returns {value is Phones} */
export function arePhones(value) {
  const names = Object.keys(value)
  return names.length <= MOST_PHONES && names.every((name) => /^[A-Z0-9]{6}$/.test(name) && typeof value[name] === 'string' && /^[10-]{1,400}$/.test(value[name]))
}
