import { within } from './bank.js'
import { lastOf } from './log-order.js'

/** @import { Asked } from './bank.js' */
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

/**
 * Counts the answers to a set of questions.
 *
 * @param {Answered} history
 * @param {Asked} index - of the questions to be counted
 * @param {string} scope - a provision's id, which stands for itself and all below it; empty for everything
 * @returns {{total: number, right: number, wrong: number}}
 */
export function tally({ answers }, index, scope) {
  const counts = { total: 0, right: 0, wrong: 0 }
  for (const question of Object.keys(index.questions)) {
    if (within(index.questions[question].p, scope)) {
      const list = answers.get(question)
      counts.total++
      if (list) {
        counts[list[list.length - 1].result]++
      }
    }
  }
  return counts
}
