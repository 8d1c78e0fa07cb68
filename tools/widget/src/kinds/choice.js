/** What the kinds that choose among options have in common. */

import { inputOf, letterAt, linesOf, markRow, rowsOf, setSign, shuffleRows, valueOf, valuesOf } from './rows.js'

/** @import { Draft } from './kind.js' */

const RIGHT = '正确答案'
const MISSED = '漏选'
const OWN = '你选的'
const OWN_RIGHT = '你选的，正确'

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
 * @param {string} answer - empty where nothing was chosen, and so nothing missed
 * @param {string} key
 */
export function markChosen(question, answer, key) {
  for (const row of rowsOf(question)) {
    const { type, value } = inputOf(row)
    const own = answer.includes(value)
    if (key.includes(value)) {
      markRow(row, true, own ? OWN_RIGHT : answer && type === 'checkbox' ? MISSED : RIGHT)
    } else if (own) {
      markRow(row, false, OWN)
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
  rowsOf(question).forEach((row, at) => setSign(row, letterAt(at)))
}

/** @param {HTMLElement} question */
export function showChosen(question) {
  markChosen(question, '', keyOf(question))
}

/**
 * @param {HTMLElement} question
 * @param {Draft} draft
 */
export function restoreChosen(question, draft) {
  for (const row of rowsOf(question)) {
    inputOf(row).checked = draft.includes(valueOf(row))
  }
}

/** @param {HTMLElement} question */
export function letteredLines(question) {
  return linesOf(rowsOf(question), (at) => `${letterAt(at)}. `)
}

/** @param {HTMLElement} question */
export function bulletedLines(question) {
  return linesOf(rowsOf(question), () => '· ')
}
