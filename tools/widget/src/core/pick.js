import { factsOf, within } from './bank.js'
import { seeded, shuffle } from './shuffle.js'

/** @import { Index } from './bank.js' */
/** @import { Answer } from './history.js' */

/**
 * @typedef {object} Choice
 * @property {string} [scope] - a provision's id; without it the whole bank
 * @property {string[]} [kinds] - none means all
 * @property {Iterable<string>} [among] - only these: the starred ones, the mistakes
 */

/**
 * @typedef {'order' | 'mixed' | 'new'} Manner - the document's order, shuffled, or questions not answered yet first
 */

/**
 * The questions of a choice, in the document's order.
 *
 * @param {Pick<Index, 'questions' | 'order'>} index
 * @param {Choice} choice
 * @returns {string[]}
 */
export function choose(index, { scope = '', kinds = [], among }) {
  const only = among && new Set(among)
  return index.order.filter((question) => {
    const facts = factsOf(index, question)
    return (
      facts &&
      within(facts.p, scope) &&
      (!kinds.length || kinds.includes(facts.k)) &&
      (!only || only.has(question))
    )
  })
}

/**
 * @param {string[]} questions
 * @param {Manner} manner
 * @param {Map<string, Answer[]>} answers - by question, in order
 * @param {string} seed
 * @returns {string[]}
 */
export function arrange(questions, manner, answers, seed) {
  if (manner === 'mixed') {
    return shuffle(questions, seeded(seed))
  }
  if (manner === 'new') {
    const last = questions.map((question, place) => ({ question, place, at: lastTime(answers.get(question)) }))
    return last.sort((one, other) => one.at - other.at || one.place - other.place).map(({ question }) => question)
  }
  return [...questions]
}

/**
 * Drops the questions that are no longer asked from a stored list. The place stays at the same question, or moves to the
 * next one that remains.
 *
 * @param {Pick<Index, 'questions'>} index
 * @param {string[]} questions
 * @param {number} position
 * @returns {{questions: string[], position: number}}
 */
export function resume(index, questions, position) {
  const asked = (/** @type {string} */ question) => factsOf(index, question) !== undefined
  return { questions: questions.filter(asked), position: questions.slice(0, position).filter(asked).length }
}

/** @param {Answer[] | undefined} answers */
function lastTime(answers) {
  return answers ? answers[answers.length - 1].at : -1
}
