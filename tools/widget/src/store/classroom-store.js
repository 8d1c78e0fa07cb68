/**
 * A meeting on this device, apart from everybody's own log: one key that holds it, and one that holds the last moment at
 * which a window was awake. Both are gone when it is over.
 */

import { arePhones } from '../core/room-result.js'
import { SIZES, MOST_HANDS, MOST_TEAMS, isLetter, stopsOf } from '../core/classroom-session.js'
import { named, ownerOf } from './site.js'
import { isAmount, isDocument, isFlag, isName, isObject, isText, isWord } from './validate.js'

/** @import { Meeting } from '../core/classroom-session.js' */
/** @import { Check } from './validate.js' */
/** @import { Local } from './local-storage.js' */

/** Of the device, whoever reads on it. */
const DEVICE = ownerOf('')

export const MEETING = named('classroom', DEVICE)
const AWAKE = named('classroom.awake', DEVICE)

const MOST_PROVISIONS = 200
const MOST_CLAUSES = 200
const MOST_ASKED = 200
const MOST_STOPS = 5000
const LONGEST_CODE = 4000

/** What was typed for the minutes may be as long as what everybody said. */
export const LONGEST_ENTRY = 2000

/** @type {Record<keyof Meeting, Check>} */
const CHECKS = {
  id: isWord,
  turn: isCount(1e9),
  document: isDocument,
  code: (value) => typeof value === 'string' && value.length <= LONGEST_CODE,
  begun: isAmount,
  read: listOf(MOST_PROVISIONS, ({ id, clauses }) => isName(id) && isCount(MOST_CLAUSES)(clauses)),
  asked: listOf(
    MOST_ASKED,
    ({ id, version, vote }) => isName(id) && isWord(version) && ['one', 'many', 'after'].includes(vote)
  ),
  twice: isFlag,
  at: isCount(MOST_STOPS),
  visited: (value) => Array.isArray(value) && value.length <= MOST_STOPS && value.every(isCount(MOST_STOPS)),
  black: isFlag,
  dark: isFlag,
  board: isFlag,
  size: (value) => SIZES.includes(value),
  timer: (value) => value === null || (isObject(value) && [value.length, value.left, value.since].every(isAmount)),
  counts: (value) =>
    isObject(value) && Object.keys(value).every((question) => isName(question) && areRounds(value[question])),
  teams: listOf(MOST_TEAMS, ({ name, points }) => isText(name) && Number.isInteger(points) && Math.abs(points) < 1e6),
  awards: listOf(1000, ({ team, points }) => isCount(MOST_TEAMS)(team) && Number.isInteger(points)),
  form: (value) => isObject(value) && Object.keys(value).every((field) => isName(field) && isEntry(value[field])),
  phones: (value) => isObject(value) && arePhones(value)
}

const FIELDS = /** @type {(keyof Meeting)[]} */ (Object.keys(CHECKS))

/**
 * @param {any} value - from storage, or from another window
 * @returns {value is Meeting}
 */
export function isMeeting(value) {
  return isObject(value) && FIELDS.every((field) => CHECKS[field](value[field])) && value.at < stopsOf(value).length
}

/** @param {Local} local @returns {Meeting | undefined} nothing where there is none that can be read */
export function readMeeting(local) {
  const value = local.read(MEETING)
  return isMeeting(value) ? value : undefined
}

/** @param {Local} local @param {Meeting} meeting */
export function keepMeeting(local, meeting) {
  local.write(MEETING, meeting)
}

/** @param {Local} local */
export function endMeeting(local) {
  local.remove(MEETING)
  local.remove(AWAKE)
}

/** @param {Local} local @returns {number} ms since the epoch; 0 where nothing is known */
export function lastAwake(local) {
  const value = local.read(AWAKE)
  return isAmount(value) ? /** @type {number} */ (value) : 0
}

/** @param {Local} local @param {number} now */
export function noteAwake(local, now) {
  local.write(AWAKE, now)
}

/**
 * @param {string} typed
 * @returns {string} what a meeting keeps of it
 */
export function toEntry(typed) {
  return typed
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .slice(0, LONGEST_ENTRY)
    .replace(/[\uD800-\uDBFF]$/, '')
}

/** @param {any} value */
function isEntry(value) {
  return typeof value === 'string' && toEntry(value) === value
}

/** @param {any} rounds */
function areRounds(rounds) {
  const isHands = isCount(MOST_HANDS)
  return listOf(2, (counts) => Object.keys(counts).every((letter) => isLetter(letter) && isHands(counts[letter])))(
    rounds
  )
}

/** @param {number} most @returns {Check} */
function isCount(most) {
  return (value) => Number.isInteger(value) && value >= 0 && value <= most
}

/** @param {number} most @param {Check} check - of an object @returns {Check} */
function listOf(most, check) {
  return (value) => Array.isArray(value) && value.length <= most && value.every((each) => isObject(each) && check(each))
}
