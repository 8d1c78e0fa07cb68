import { studyKindOf } from '../../kinds/study-index.js'

/** @import { Question } from '../../question/yx-question.js' */

/**
 * Shows a question with its answer, read-only.
 *
 * @param {Question} question - that nobody has touched yet
 * @returns {Question}
 */
export function showAnswer(question) {
  studyKindOf(question).show(question)
  question.querySelectorAll('fieldset').forEach((fieldset) => {
    fieldset.disabled = true
  })
  question.querySelectorAll('details').forEach((details) => {
    details.open = true
  })
  question.setAttribute('data-look', '')
  return question
}
