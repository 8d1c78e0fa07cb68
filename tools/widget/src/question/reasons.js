/** The reasons why single options are wrong, listed below a graded question by the letters that the options have on screen. */

import { rowsOf, valueOf, valuesOf } from '../kinds/rows.js'
import { make } from '../ui/dom.js'

/**
 * Moves the reasons from their rows into a list. Shown in the rows, they would move what the reader has just tapped.
 *
 * @param {HTMLElement} question
 */
export function collectReasons(question) {
  const list = make('ul', 'yx-whys')
  rowsOf(question).forEach((row, at) => {
    const why = row.querySelector('.yx-why')
    if (why) {
      const letter = make('b', '', letterAt(at))
      const item = make('li', '')
      letter.dataset.for = valueOf(row)
      item.append(letter, why)
      list.append(item)
    }
  })
  const explain = question.querySelector('.yx-explain')
  if (explain && list.firstChild) {
    explain.before(list)
  }
}

/** Moves the reasons back into their rows. @param {HTMLElement} question */
export function returnReasons(question) {
  const rows = rowsOf(question)
  for (const item of question.querySelectorAll('.yx-whys > li')) {
    const [letter, why] = /** @type {HTMLCollectionOf<HTMLElement>} */ (item.children)
    rows[valuesOf(rows).indexOf(letter.dataset.for || '')].append(why)
  }
  question.querySelectorAll('.yx-whys').forEach((list) => list.remove())
}

/** Updates the letters in the answer after the options were shuffled. @param {HTMLElement} question */
export function letterKey(question) {
  const shown = valuesOf(rowsOf(question))
  for (const letter of /** @type {NodeListOf<HTMLElement>} */ (question.querySelectorAll('b[data-for]'))) {
    const at = shown.indexOf(letter.dataset.for || '')
    if (at >= 0) {
      letter.textContent = letterAt(at)
    }
  }
}

/** @param {number} at */
function letterAt(at) {
  return String.fromCharCode(65 + at)
}
