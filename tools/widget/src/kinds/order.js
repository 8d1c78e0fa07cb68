import { text } from '../ui/text.js'
import { keyOf } from './choice.js'
import { inputOf, markRow, rowsOf, shuffleRows, valueOf } from './rows.js'

/** @import { Kind } from './kind.js' */

/** @type {Kind<string, string>} */
export const order = {
  key: keyOf,
  read: (question) =>
    rowsOf(question)
      .filter(placeOf)
      .sort((one, other) => placeOf(one) - placeOf(other))
      .map(valueOf)
      .join(''),
  complete: (answer, question) => answer.length === rowsOf(question).length,
  right: (answer, key) => answer === key,
  touch(question, input) {
    const rows = rowsOf(question)
    const placed = tapOrder(order.read(question), input.value)
    for (const row of rows) {
      const place = placed.indexOf(valueOf(row)) + 1
      row.dataset.place = place ? `${place}` : ''
      inputOf(row).checked = place > 0
    }
    return text.ordered(placed.length, rows.length)
  },
  mark(question, answer, key) {
    for (const row of rowsOf(question)) {
      const place = key.indexOf(valueOf(row))
      const right = answer[place] === key[place]
      markRow(row, right, right ? text.inPlace : text.placeIs(place + 1))
    }
  },
  shuffle(question, random) {
    const key = keyOf(question)
    shuffleRows(rowsOf(question), random, (values) => values === key)
  }
}

/**
 * Taps put an option last; tapping it again takes it out and closes the gap.
 *
 * @param {string} placed
 * @param {string} value
 */
export function tapOrder(placed, value) {
  return placed.includes(value) ? placed.replace(value, '') : placed + value
}

/** @param {HTMLElement} row */
function placeOf(row) {
  return Number(row.dataset.place || 0)
}
