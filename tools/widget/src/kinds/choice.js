/** What the kinds that choose among options have in common. */

import { text } from '../ui/text.js'
import { inputOf, markRow, rowsOf, shuffleRows, valuesOf } from './rows.js'

/** @param {HTMLElement} question */
export function readChosen(question) {
  return valuesOf(rowsOf(question).filter((row) => inputOf(row).checked))
}

/** @param {HTMLElement} question */
export function keyOf(question) {
  return question.dataset.key || ''
}

/**
 * @param {HTMLElement} question
 * @param {string} answer
 * @param {string} key
 */
export function markChosen(question, answer, key) {
  for (const row of rowsOf(question)) {
    const value = inputOf(row).value
    const own = answer.includes(value)
    if (key.includes(value)) {
      markRow(row, true, own ? text.ownRightOption : text.rightOption)
    } else if (own) {
      markRow(row, false, text.ownOption)
    }
  }
}

/**
 * @param {HTMLElement} question
 * @param {() => number} random
 */
export function shuffleOptions(question, random) {
  const rows = rowsOf(question)
  const shown = valuesOf(rows)
  shuffleRows(rows, random, (values) => values === shown)
}
