/** What follows the verdict, by the letters that the options have on screen: the explanation, the answer, the reasons. */

import { kindOf } from '../kinds/index.js'
import { letterAt, rowsOf, valueOf, valuesOf } from '../kinds/rows.js'
import { make } from '../ui/dom.js'

/**
 * Puts the explanation first: the rows tell the answer, which can be longer than a screen. Moves the reasons from their rows
 * into a list; shown in the rows, they would move what the reader has just tapped.
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
  const answer = question.querySelector('.yx-key')
  if (explain && answer && !kindOf(question).selfJudged) {
    explain.after(answer)
    if (list.firstChild) {
      answer.after(list)
    }
  }
}

/** Moves all of it back. @param {HTMLElement} question */
export function returnReasons(question) {
  const rows = rowsOf(question)
  for (const item of question.querySelectorAll('.yx-whys > li')) {
    const [letter, why] = /** @type {HTMLCollectionOf<HTMLElement>} */ (item.children)
    rows[valuesOf(rows).indexOf(letter.dataset.for || '')].append(why)
  }
  question.querySelectorAll('.yx-whys').forEach((list) => list.remove())
  question.querySelectorAll('summary + .yx-explain').forEach((explain) => explain.before(explain.nextElementSibling || ''))
}

/** Puts the right options in the order in which they are shown, with their new letters. @param {HTMLElement} question */
export function letterKey(question) {
  const shown = valuesOf(rowsOf(question))
  /** @type {HTMLElement[]} */
  const places = Array.from(question.querySelectorAll('[data-for]'))
  const placeOf = (/** @type {HTMLElement} */ option) => shown.indexOf(option.dataset.for || '')
  const options = places.map((option) => /** @type {HTMLElement} */ (option.cloneNode(true)))
  options
    .sort((one, other) => placeOf(one) - placeOf(other))
    .forEach((option, at) => {
      const letter = /** @type {Element} */ (option.firstElementChild)
      letter.textContent = letterAt(placeOf(option))
      places[at].replaceWith(option)
    })
}
