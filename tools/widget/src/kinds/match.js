import { text } from '../ui/text.js'
import { inputOf, markRow, rowsOf, shuffleRows, valueOf, valuesOf } from './rows.js'

/** @import { Kind } from './kind.js' */

/**
 * A pair keeps its sign while others come and go.
 *
 * @typedef {{ sign: string, left: string, right: string }} Pair
 */

/** @type {Kind<Pair[], string>} */
export const match = {
  key: (question) => valuesOf(sideOf(question, 0)),
  read: (question) =>
    sideOf(question, 0)
      .filter((row) => row.dataset.pair)
      .map((row) => {
        const sign = row.dataset.pair || ''
        const other = sideOf(question, 1).find((each) => each.dataset.pair === sign)
        return { sign, left: valueOf(row), right: other ? valueOf(other) : '' }
      }),
  complete: (answer, question) => answer.length === sideOf(question, 0).length,
  right: (answer, key) => answer.length === key.length && answer.every(({ left, right }) => left === right),
  touch(question, input) {
    const sides = [sideOf(question, 0), sideOf(question, 1)]
    const [left, right] = sides.map((side) => side.find((row) => inputOf(row).checked))
    const own = sides[0].concat(sides[1]).find((row) => inputOf(row) === input)
    const pairs = own && tapPair(match.read(question), own.dataset.pair, left && valueOf(left), right && valueOf(right))
    if (!pairs) {
      return ''
    }
    sides[0].forEach((row) => showPair(row, pairs.find((pair) => pair.left === valueOf(row))))
    sides[1].forEach((row) => showPair(row, pairs.find((pair) => pair.right === valueOf(row))))
    input.checked = false
    return text.matched(pairs.length, sides[0].length)
  },
  mark(question, answer) {
    for (const { sign, left, right } of answer) {
      const words = wordsFor({ sign, left, right }, answer)
      for (const side of [0, 1]) {
        const row = sideOf(question, side).find((each) => each.dataset.pair === sign)
        if (row) {
          markRow(row, left === right, words[side])
        }
      }
    }
  },
  // What is asked keeps its order; the answers do not.
  shuffle(question, random) {
    const key = match.key(question)
    shuffleRows(sideOf(question, 1), random, (values) => values === key)
  }
}

/**
 * Tapping a paired option undoes its pair; the second of two free ones makes a pair of them.
 *
 * @param {Pair[]} pairs
 * @param {string | undefined} sign - of the tapped option, if it is in a pair
 * @param {string | undefined} left - the chosen option of each side
 * @param {string | undefined} right
 * @returns {Pair[] | undefined} undefined if nothing changes yet
 */
export function tapPair(pairs, sign, left, right) {
  if (sign) {
    return pairs.filter((pair) => pair.sign !== sign)
  }
  return left && right ? [...pairs, { sign: freeSign(pairs), left, right }] : undefined
}

/**
 * The left option says where it belongs, by the sign that its counterpart has now.
 *
 * @param {Pair} pair
 * @param {Pair[]} answer
 * @returns {string[]} for the left and the right option
 */
function wordsFor({ left, right }, answer) {
  const counterpart = answer.find((pair) => pair.right === left)
  return left === right
    ? [text.paired, text.paired]
    : [counterpart ? text.pairIs(counterpart.sign) : text.pairIsOther, text.pairIsOther]
}

/** @param {Pair[]} pairs */
function freeSign(pairs) {
  let sign = 1
  while (pairs.some((pair) => pair.sign === `${sign}`)) {
    sign++
  }
  return `${sign}`
}

/**
 * @param {HTMLElement} row
 * @param {Pair | undefined} pair
 */
function showPair(row, pair) {
  row.dataset.pair = pair ? pair.sign : ''
  if (pair) {
    inputOf(row).checked = false
  }
}

/**
 * @param {HTMLElement} question
 * @param {number} side
 */
function sideOf(question, side) {
  return rowsOf(question.querySelectorAll('.yx-side')[side], '.yx-side')
}
