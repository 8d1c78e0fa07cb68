/** What a branch reads and is asked in a meeting: chosen at home, and drawn again from a short code on another machine. */

import { factsOf, within } from './bank.js'
import { isSeed } from './exam-link.js'
import { assemble } from './exam.js'
import { hasOwn } from './own.js'
import { seeded } from './shuffle.js'

/** @import { Facts, Index, Part } from './bank.js' */

/**
 * @typedef {object} RoomSet
 * @property {string[]} areas - provisions, each with all below it; none means everywhere
 * @property {string[]} kinds - none means all
 * @property {number} count - questions, those of cases not among them
 * @property {number} cases - each with all of its questions
 * @property {string} seed
 * @property {string[]} read - the provisions that are read together
 * @property {string[]} without - questions that are passed over, each with its case
 */

/** @typedef {Pick<Index, 'document' | 'provisions' | 'questions' | 'order'> & {kinds: Record<string, string>}} Bank */

export const MOST_QUESTIONS = 50
export const MOST_CASES = 9
export const LONGEST_SEED = 16

/** How many questions may be passed over; more is another seed. */
const MOST_WITHOUT = 60

/** A code longer than this is not ours. */
const LONGEST_CODE = 4000

/** Letters and digits that cannot be confused when they are read out. */
export const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * The questions of a set, as the plan goes. The same set and bank give the same questions; provisions take turns.
 *
 * @param {RoomSet} set
 * @param {Bank} bank
 * @returns {string[]} fewer where there are no more
 */
export function drawSet(set, bank) {
  const left = leave(set, bank)
  const there = available(set, bank)
  const [count, cases] = [Math.min(set.count, there.count), Math.min(set.cases, there.cases)]
  const part = (/** @type {Partial<Part>} */ more) => ({
    title: '',
    kinds: kindsOf(set, bank),
    areas: set.areas,
    levels: [],
    count,
    points: 1,
    ...more
  })
  const paper = {
    id: '',
    title: '',
    minutes: 0,
    pass: 0,
    seed: '',
    sections: [part({}), part({ kinds: Object.keys(bank.kinds), cases: true, count: cases })]
  }
  const places = new Map(bank.order.map((question, place) => [question, place]))
  const placeOf = (/** @type {string} */ question) => /** @type {number} */ (places.get(question))
  const drawn = (assemble(paper, left, set.seed) || []).map(({ question }) => question)
  return drawn.sort((one, other) => placeOf(one) - placeOf(other))
}

/**
 * How much a set could be drawn from.
 *
 * @param {RoomSet} set
 * @param {Bank} bank
 * @returns {{count: number, cases: number}}
 */
export function available(set, bank) {
  const { questions, order } = leave(set, bank)
  const kinds = kindsOf(set, bank)
  const inside = ({ p } = /** @type {Facts} */ ({})) => !set.areas.length || set.areas.some((area) => within(p, area))
  const own = order.filter((question) => !questions[question].c)
  const cases = new Set(order.map((question) => questions[question].c).filter(Boolean))
  // A case is taken whole or not at all.
  order.filter((question) => !inside(questions[question])).forEach((question) => cases.delete(questions[question].c))
  return {
    count: own.filter((question) => kinds.includes(questions[question].k) && inside(questions[question])).length,
    cases: cases.size
  }
}

/** @param {RoomSet} set @param {Bank} bank */
function kindsOf({ kinds }, bank) {
  return kinds.length ? kinds : Object.keys(bank.kinds)
}

/** The bank without what is passed over. @param {RoomSet} set @param {Bank} bank */
function leave({ without }, { questions, order }) {
  const cases = new Set(
    without.map((question) => (factsOf({ questions }, question) || { c: undefined }).c).filter(Boolean)
  )
  return {
    questions,
    order: order.filter((question) => !without.includes(question) && !cases.has(questions[question].c))
  }
}

/**
 * A set in one line: letters, digits and signs that chat programs leave alone. It ends in four letters that tell whether
 * another machine draws the same questions in the same versions.
 *
 * @param {RoomSet} set
 * @param {Bank} bank
 */
export function codeOf(set, bank) {
  const { areas, kinds, count, cases, seed, read, without } = set
  const lists = (/** @type {string[]} */ names) => names.join('.')
  return [
    encodeURIComponent(bank.document),
    lists(areas),
    lists(kinds),
    `${count}.${cases}`,
    encodeURIComponent(seed),
    lists(read),
    lists(without),
    checkOf(drawSet(set, bank), bank)
  ].join('/')
}

/**
 * @param {string} typed - a code, or an address or message that holds one
 * @returns {string} the code; empty where there is none
 */
export function findCode(typed) {
  const [found = ''] =
    /[^\s/#=?&]+\/[a-z0-9.-]*\/[a-z.]*\/\d+\.\d+\/[^\s/]+\/[a-z0-9.-]*\/[a-z0-9.-]*\/[a-z0-9]{4}/.exec(
      typed.slice(0, LONGEST_CODE)
    ) || []
  return found
}

/**
 * @param {string} code - not trusted
 * @returns {string} the document it names; empty where it is no code
 */
export function documentOfCode(code) {
  return decode(code.split('/')[0])
}

/**
 * @param {string} code - from an address or typed, not trusted
 * @param {Bank} bank
 * @returns {{set: RoomSet, same: boolean} | undefined} `same`: whether it draws what it drew where it was made; nothing for
 *   what is no code, or another document's
 */
export function readCode(code, bank) {
  const fields = code.slice(0, LONGEST_CODE).split('/')
  const [document, areas, kinds, numbers, seed, read, without, check] = fields
  const [count, cases] = (numbers || '').split('.').map(Number)
  if (
    fields.length !== 8 ||
    decode(document) !== bank.document ||
    !isCount(count, MOST_QUESTIONS) ||
    !isCount(cases, MOST_CASES)
  ) {
    return undefined
  }
  const listed = (/** @type {string} */ names, /** @type {object} */ known) =>
    Array.from(new Set(names.split('.'))).filter((name) => hasOwn(known, name))
  const set = {
    areas: listed(areas, bank.provisions),
    kinds: listed(kinds, bank.kinds),
    count,
    cases,
    seed: toSeed(decode(seed)),
    read: listed(read, bank.provisions),
    without: listed(without, bank.questions).slice(0, MOST_WITHOUT)
  }
  return { set, same: checkOf(drawSet(set, bank), bank) === check }
}

/**
 * @param {string} typed
 * @returns {string} something that a code can hold
 */
export function toSeed(typed) {
  const seed = Array.from(typed.trim()).slice(0, LONGEST_SEED).join('')
  return isSeed(seed) ? seed : 'a'
}

/** @param {Uint8Array} bytes - random */
export function seedFrom(bytes) {
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** @param {string[]} questions @param {Bank} bank */
function checkOf(questions, bank) {
  const random = seeded(questions.map((question) => `${question} ${bank.questions[question].v}`).join())
  return Array.from({ length: 4 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('')
}

/** @param {number} value @param {number} most */
function isCount(value, most) {
  return Number.isInteger(value) && value >= 0 && value <= most
}

/** @param {string} text - not trusted */
function decode(text) {
  try {
    return decodeURIComponent(text)
  } catch (_) {
    return ''
  }
}
