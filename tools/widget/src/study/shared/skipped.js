import { factsOf } from '../../core/bank.js'

/** @import { App } from './app.js' */
/** @import { Results } from './session-element.js' */

/**
 * @param {App} app
 * @param {string[]} questions - of a list that has been gone through
 * @param {Results} results
 * @returns {string[]} those that were not answered, and are still asked
 */
export function skippedOf({ index }, questions, results) {
  return questions.filter((question) => !results[question] && factsOf(index, question))
}

/**
 * The same list with what was skipped at its end, and that shown: at its end again it is summed up as a whole.
 *
 * @param {string[]} questions
 * @param {string[]} skipped - of them
 * @param {Results} results
 */
export function backToSkipped(questions, skipped, results) {
  const answered = questions.filter((question) => results[question])
  return { questions: [...answered, ...skipped], position: answered.length, results }
}
