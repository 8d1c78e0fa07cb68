import { bulletedLines, keyOf } from './choice.js'
import { inputOf, markRow, rowsOf, setSign, showSign, shuffleRows, signOf, valueOf } from './rows.js'

/** @import { Kind, StudyKind } from './kind.js' */

/** @type {Kind<string, string>} */
export const order = {
  key: keyOf,
  read: (question) =>
    rowsOf(question)
      .filter(signOf)
      .sort((one, other) => Number(signOf(one)) - Number(signOf(other)))
      .map(valueOf)
      .join(''),
  complete: (answer, question) => answer.length === rowsOf(question).length,
  right: (answer, key) => answer === key,
  touch(question, input) {
    const placed = tapOrder(order.read(question), input.value)
    setPlaces(question, placed)
    return `已排 ${placed.length} / ${rowsOf(question).length}，再点一次取消`
  },
  mark(question, answer, key) {
    for (const row of rowsOf(question)) {
      const place = key.indexOf(valueOf(row))
      const right = answer[place] === key[place]
      markRow(row, right, right ? '位置对' : `应排第 ${place + 1}`)
    }
  },
  shuffle(question, random) {
    const key = keyOf(question)
    shuffleRows(rowsOf(question), random, (values) => values === key)
  },
  clear: (question) => setPlaces(question, ''),
  incomplete: '还有没排的，依次点完再提交。'
}

/** @type {StudyKind<string>} */
export const orderInStudy = {
  show(question) {
    const key = keyOf(question)
    rowsOf(question).forEach((row) => showSign(row, key.indexOf(valueOf(row)) + 1))
  },
  lines: bulletedLines,
  save: (answer) => answer,
  restore: (question, draft) => setPlaces(question, draft)
}

/**
 * @param {HTMLElement} question
 * @param {string | string[]} placed - values, in the order they were chosen
 */
function setPlaces(question, placed) {
  for (const row of rowsOf(question)) {
    const place = placed.indexOf(valueOf(row)) + 1
    setSign(row, place || '')
    inputOf(row).checked = place > 0
  }
}

/**
 * Appends an option; tapped again, removes it and closes the gap.
 *
 * @param {string} placed
 * @param {string} value
 */
export function tapOrder(placed, value) {
  return placed.includes(value) ? placed.replace(value, '') : placed + value
}
