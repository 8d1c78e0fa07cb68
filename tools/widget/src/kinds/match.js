import { inputOf, markRow, rowsOf, showPlace, shuffleRows, textOf, valueOf, valuesOf } from './rows.js'

/** @import { Kind, StudyKind } from './kind.js' */

const WRONG = '连错了'
const RIGHT = '连对了'

/**
 * Two options that the reader has put together. A pair keeps its sign when others are added or removed.
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
    return `已连 ${pairs.length} / ${sides[0].length}，点已连的一项取消`
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
  // Only the right side: the left one is what is asked.
  shuffle(question, random) {
    const key = match.key(question)
    shuffleRows(sideOf(question, 1), random, (values) => values === key)
  },
  incomplete: '还有没连的，左右各点一项连成一对。'
}

/** @type {StudyKind<Pair[]>} */
export const matchInStudy = {
  show(question) {
    const key = match.key(question)
    rowsOf(question, '.yx-side').forEach((row) => showPlace(row, 'pair', key.indexOf(valueOf(row)) + 1))
  },
  lines: (question) => [0, 1].map((side) => sideOf(question, side).map(textOf).join('；')),
  save: (answer) => answer.map(({ left, right }) => `${left} ${right}`),
  restore(question, draft) {
    rowsOf(question, '.yx-side').forEach((row) => {
      row.dataset.pair = ''
    })
    const couples = Array.isArray(draft) ? draft.map((couple) => couple.split(' ')) : []
    couples.forEach((values, at) => {
      const rows = values.slice(0, 2).map((value, side) => sideOf(question, side).find((row) => valueOf(row) === value))
      if (rows[0] && rows[1]) {
        rows[0].dataset.pair = rows[1].dataset.pair = `${at + 1}`
      }
    })
  }
}

/**
 * Computes the pairs after a tap: tapping a paired option removes its pair; tapping the second of two free ones adds one.
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
 * The words for a pair. A wrong left option names the sign that its counterpart has now.
 *
 * @param {Pair} pair
 * @param {Pair[]} answer
 * @returns {string[]} for the left and the right option
 */
function wordsFor({ left, right }, answer) {
  const counterpart = answer.find((pair) => pair.right === left)
  return left === right
    ? [RIGHT, RIGHT]
    : [counterpart ? `应连 ${counterpart.sign}` : WRONG, WRONG]
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
