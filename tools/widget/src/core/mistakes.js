import { dayIn } from './days.js'

/** @import { Answer } from './history.js' */

/**
 * @typedef {object} Mistake
 * @property {string} question
 * @property {number} times - answered wrong
 * @property {Answer} last - when it was answered wrong last
 * @property {number} days - on which it was right since then: 0 or 1
 */

/**
 * On how many days a question was right after it was wrong last. Twice on one day says little about tomorrow.
 *
 * @param {Answer[]} answers - to one question, in order
 * @param {number} here - the offset of today
 * @returns {number} 0, 1, or 2 for two and more
 */
export function rightDays(answers, here) {
  let last
  for (let at = answers.length - 1; at >= 0 && answers[at].result === 'right'; at--) {
    const day = dayIn(answers[at], here)
    if (last === undefined) {
      last = day
    } else if (day < last) {
      // Not merely another one: who flies across the date line, or whose clock was ahead, has later days come first.
      return 2
    }
  }
  return last === undefined ? 0 : 1
}

/**
 * @param {Answer[]} answers - to one question, in order
 * @param {number} here
 */
export function isMastered(answers, here) {
  return rightDays(answers, here) === 2
}

/**
 * The questions that were wrong and have not been mastered since: the most often wrong first, then the most recently.
 *
 * @param {Map<string, Answer[]>} answers - by question, in order
 * @param {number} here
 * @returns {Mistake[]}
 */
export function mistakes(answers, here) {
  /** @type {Mistake[]} */
  const found = []
  for (const [question, list] of answers) {
    const wrong = list.filter(({ result }) => result === 'wrong')
    const days = wrong.length ? rightDays(list, here) : 2
    if (days < 2) {
      found.push({ question, times: wrong.length, last: wrong[wrong.length - 1], days })
    }
  }
  return found.sort(
    (one, other) => other.times - one.times || other.last.at - one.last.at || (one.question < other.question ? -1 : 1)
  )
}
