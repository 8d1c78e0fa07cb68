import { dataOf } from '../ui/dom.js'

/** @import { Asked } from '../core/bank.js' */
/** @import { Question } from '../question/yx-question.js' */

/**
 * @param {Question[]} questions - that the page asks
 * @returns {Asked} what the page itself tells of them, and of those it counts
 *   progress over; the whole index is loaded only for study
 */
export function pageIndex(questions) {
  /** @type {Record<string, Record<string, string>>} */
  const counted = dataOf('yx-questions')
  /** @type {Asked['questions']} */
  const found = {}
  for (const provision of Object.keys(counted)) {
    for (const question of Object.keys(counted[provision])) {
      found[question] = { v: counted[provision][question], p: provision }
    }
  }
  for (const question of questions) {
    const quiz = /** @type {HTMLElement} */ (question.closest('.yx-quiz'))
    found[question.id] = { v: question.dataset.version || '', p: quiz.dataset.quiz || '' }
  }
  return { questions: found }
}
