/** @import { Answer } from './history.js' */

/**
 * What a set of questions has taught.
 *
 * @typedef {object} Gains
 * @property {number} fresh - right, and never answered before
 * @property {number} regained - right, and wrong the last time
 */

/**
 * @param {Map<string, Answer[]>} answers - by question, in order, those of the set among them
 * @param {Record<string, 'right' | 'wrong'>} results - of the set
 * @param {number} begun - when the set was
 * @returns {Gains}
 */
export function gainsOf(answers, results, begun) {
  const right = Object.keys(results).filter((question) => results[question] === 'right')
  const before = right.map((question) => (answers.get(question) || []).filter(({ at }) => at < begun))
  return {
    fresh: before.filter((earlier) => !earlier.length).length,
    regained: before.filter((earlier) => earlier.length && earlier[earlier.length - 1].result === 'wrong').length
  }
}
