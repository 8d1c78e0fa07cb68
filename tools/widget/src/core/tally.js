import { lastOf } from './log-order.js'

/** @import { Answer, History } from './history.js' */

/** @typedef {Pick<History, 'answers' | 'changed'>} Answered */

/**
 * @param {Answered} history
 * @param {string} question
 * @returns {Answer | undefined} the last answer to a question; in a former meaning only where there is none in the present one
 */
export function lastAnswer({ answers, changed }, question) {
  const list = answers.get(question)
  return list ? list[list.length - 1] : changed.get(question)
}

/**
 * The last of all answers to questions that are still asked, in whatever meaning.
 *
 * @param {Answered} history
 * @param {number} now
 * @returns {Answer | undefined}
 */
export function newest({ answers, changed }, now) {
  const last = Array.from(answers.values(), (list) => list[list.length - 1])
  return lastOf([...last, ...changed.values()], () => '', now).get('')
}
