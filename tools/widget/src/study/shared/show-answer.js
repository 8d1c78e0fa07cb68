/** A question with its answer, to be read: nothing can be answered, so nothing is graded. */

import { kinds } from '../../kinds/index.js'
import { rowsOf, valueOf } from '../../kinds/rows.js'

/** @import { Question } from '../../question/yx-question.js' */

/** @type {Record<string, (question: Question) => void>} */
const fillers = {
  blank(question) {
    kinds.blank.key(question).forEach((/** @type {string[]} */ accepted, /** @type {number} */ at) => {
      const input = question.querySelectorAll('input')[at]
      input.value = accepted[0]
      input.size = Math.max(input.size, 2 * accepted[0].length)
      input.classList.add('yx-right')
    })
  },
  order(question) {
    const key = kinds.order.key(question)
    rowsOf(question).forEach((row) => place(row, 'place', key.indexOf(valueOf(row)) + 1))
  },
  match(question) {
    const key = kinds.match.key(question)
    rowsOf(question, '.yx-side').forEach((row) => place(row, 'pair', key.indexOf(valueOf(row)) + 1))
  }
}

/**
 * @param {Question} question - that nobody has touched yet
 * @returns {Question}
 */
export function showAnswer(question) {
  const kind = question.dataset.kind || ''
  if (fillers[kind]) {
    fillers[kind](question)
  } else {
    kinds[kind].mark(question, '', kinds[kind].key(question))
  }
  question.querySelectorAll('fieldset').forEach((fieldset) => {
    fieldset.disabled = true
  })
  question.querySelectorAll('details').forEach((details) => {
    details.open = true
  })
  question.setAttribute('data-look', '')
  return question
}

/**
 * @param {HTMLElement} row
 * @param {'place' | 'pair'} name
 * @param {number} at
 */
function place(row, name, at) {
  row.dataset[name] = `${at}`
  row.classList.add('yx-right')
}
