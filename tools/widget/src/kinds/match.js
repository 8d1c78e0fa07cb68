import { inputOf, markRow, rowsOf, setSign, showSign, shuffleRows, signOf, textOf, valueOf, valuesOf } from './rows.js'

/** @import { Kind, StudyKind } from './kind.js' */

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
      .filter(signOf)
      .map((row) => {
        const sign = signOf(row)
        const other = sideOf(question, 1).find((each) => signOf(each) === sign)
        return { sign, left: valueOf(row), right: other ? valueOf(other) : '' }
      }),
  complete: (answer, question) => answer.length === sideOf(question, 0).length,
  right: (answer, key) => answer.length === key.length && answer.every(({ left, right }) => left === right),
  touch(question, input) {
    const sides = [sideOf(question, 0), sideOf(question, 1)]
    const [left, right] = sides.map((side) => side.find((row) => inputOf(row).checked))
    const own = sides[0].concat(sides[1]).find((row) => inputOf(row) === input)
    const pairs = own && tapPair(match.read(question), signOf(own), left && valueOf(left), right && valueOf(right))
    if (!pairs) {
      return ''
    }
    sides[0].forEach((row) => showPair(row, pairs.find((pair) => pair.left === valueOf(row))))
    sides[1].forEach((row) => showPair(row, pairs.find((pair) => pair.right === valueOf(row))))
    input.checked = false
    return `已连 ${pairs.length} / ${sides[0].length}，点已连的一项取消`
  },
  mark(question, answer) {
    const sides = [sideOf(question, 0), sideOf(question, 1)]
    for (const { sign, left, right } of answer) {
      sides.forEach((side, at) => {
        const row = side.find((each) => signOf(each) === sign)
        const other = row && sides[1 - at].find((each) => valueOf(each) === valueOf(row))
        if (row && other) {
          markRow(row, left === right, left === right ? RIGHT : `应连${whereIs(other)}`)
        }
      })
    }
  },
  // Only the right side: the left one is what is asked.
  shuffle(question, random) {
    const key = match.key(question)
    shuffleRows(sideOf(question, 1), random, (values) => values === key)
  },
  clear: untie,
  incomplete: '还有没连的，左右各点一项连成一对。'
}

/** @type {StudyKind<Pair[]>} */
export const matchInStudy = {
  show(question) {
    const key = match.key(question)
    rowsOf(question, '.yx-side').forEach((row) => showSign(row, key.indexOf(valueOf(row)) + 1))
  },
  lines: (question) => [0, 1].map((side) => sideOf(question, side).map(textOf).join('；')),
  save: (answer) => answer.map(({ left, right }) => `${left} ${right}`),
  restore(question, draft) {
    untie(question)
    const couples = Array.isArray(draft) ? draft.map((couple) => couple.split(' ')) : []
    couples.forEach((values, at) => {
      const rows = values.slice(0, 2).map((value, side) => sideOf(question, side).find((row) => valueOf(row) === value))
      if (rows[0] && rows[1]) {
        setSign(rows[0], at + 1)
        setSign(rows[1], at + 1)
      }
    })
  }
}

/**
 * Computes the pairs after a tap: tapping a paired option removes its pair; tapping the second of two free ones adds one.
 *
 * @param {Pair[]} pairs
 * @param {string} sign - of the tapped option; empty if it is in no pair
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
 * Names an option by its sign: for its words, which the answer says whole, there may be no room.
 *
 * @param {HTMLElement} row - of the other side, which stands beside this one or below it
 */
function whereIs(row) {
  const sign = signOf(row)
  return sign ? `另一组的 ${sign}` : `“${textOf(row)}”`
}

/** @param {HTMLElement} question */
function untie(question) {
  rowsOf(question, '.yx-side').forEach((row) => setSign(row, ''))
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
  setSign(row, pair ? pair.sign : '')
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
