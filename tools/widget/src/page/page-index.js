/** @import { Asked } from '../core/bank.js' */
/** @import { Question } from '../question/yx-question.js' */

/**
 * @param {Question[]} questions - that the page asks
 * @returns {Asked} what the page itself tells of them; the whole index is loaded only where more is counted
 */
export function pageIndex(questions) {
  /** @type {Asked['questions']} */
  const found = {}
  for (const question of questions) {
    const quiz = /** @type {HTMLElement} */ (question.closest('.yx-quiz'))
    found[question.id] = { v: question.dataset.version || '', p: quiz.dataset.quiz || '' }
  }
  return { questions: found }
}
