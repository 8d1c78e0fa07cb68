import { dayOf } from './calendar.js'

/** @import { Answer } from './history.js' */

/**
 * @typedef {object} Mistake
 * @property {string} question
 * @property {number} times - answered wrong
 * @property {number} last - when it was answered wrong last
 * @property {number} days - on which it was right since then: 0 or 1
 */

/**
 * On how many days a question was right after it was wrong last. Twice on one day says little about tomorrow.
 *
 * @param {Answer[]} answers - to one question, in order
 * @param {number} zone - minutes west of Greenwich, as Date.getTimezoneOffset() has them
 * @returns {number} 0, 1, or 2 for two and more
 */
export function rightDays(answers, zone) {
  let first
  for (let at = answers.length - 1; at >= 0 && answers[at].result === 'right'; at--) {
    const day = dayOf(answers[at].at, zone)
    if (first === undefined) {
      first = day
    } else if (day !== first) {
      return 2
    }
  }
  return first === undefined ? 0 : 1
}

/**
 * @param {Answer[]} answers - to one question, in order
 * @param {number} zone
 */
export function isMastered(answers, zone) {
  return rightDays(answers, zone) === 2
}

/**
 * The questions that were wrong and have not been mastered since: the most often wrong first, then the most recently.
 *
 * @param {Map<string, Answer[]>} answers - by question, in order
 * @param {number} zone
 * @returns {Mistake[]}
 */
export function mistakes(answers, zone) {
  /** @type {Mistake[]} */
  const found = []
  for (const [question, list] of answers) {
    const wrong = list.filter(({ result }) => result === 'wrong')
    const days = wrong.length ? rightDays(list, zone) : 2
    if (days < 2) {
      found.push({ question, times: wrong.length, last: wrong[wrong.length - 1].at, days })
    }
  }
  return found.sort(
    (one, other) => other.times - one.times || other.last - one.last || (one.question < other.question ? -1 : 1)
  )
}
