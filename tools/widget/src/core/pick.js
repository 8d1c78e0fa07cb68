import { factsOf, within } from './bank.js'
import { seeded, shuffle } from './shuffle.js'
import { newest } from './tally.js'

/** @import { Index } from './bank.js' */
/** @import { Answer, History } from './history.js' */

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
 * The question that a reader goes on with: the first that was never answered, from where the last answer was on, and around.
 *
 * @param {Pick<Index, 'questions' | 'order'>} index
 * @param {Pick<History, 'answers' | 'changed' | 'now'>} history
 * @returns {string | undefined} nothing where nothing has been answered yet, or everything
 */
export function nextNew({ order }, history) {
  const last = newest(history, history.now)
  // What was answered before its meaning changed is new again.
  const start = last ? order.indexOf(last.question) : order.length
  return last && [...order.slice(start), ...order.slice(0, start)].find((question) => !history.answers.has(question))
}

/**
 * The questions of a case stay together, in their order: for the rest they count as one.
 *
 * @param {Pick<Index, 'questions'>} index
 * @param {string[]} questions - as the plan goes
 * @param {Manner} manner
 * @param {Map<string, Answer[]>} answers - by question, in order
 * @param {string} seed
 * @returns {string[]}
 */
export function arrange(index, questions, manner, answers, seed) {
  let blocks = blocksOf(index, questions)
  if (manner === 'mixed') {
    blocks = shuffle(blocks, seeded(seed))
  }
  if (manner === 'new') {
    const last = blocks.map((block, place) => {
      const at = Math.min(...block.map((question) => lastTime(answers.get(question))))
      return { block, place, at }
    })
    blocks = last.sort((one, other) => one.at - other.at || one.place - other.place).map(({ block }) => block)
  }
  return /** @type {string[]} */ ([]).concat(...blocks)
}

/**
 * The first of a list: so many, or as many more as a case needs that would be cut in two.
 *
 * @param {Pick<Index, 'questions'>} index
 * @param {string[]} questions - those of a case side by side
 * @param {number} count
 * @returns {string[]}
 */
export function firstOf(index, questions, count) {
  const caseAt = (/** @type {number} */ at) => (factsOf(index, questions[at]) || { c: undefined }).c
  let end = Math.min(count, questions.length)
  while (end < questions.length && caseAt(end) && caseAt(end) === caseAt(end - 1)) {
    end++
  }
  return questions.slice(0, end)
}

/**
 * @param {Pick<Index, 'questions'>} index
 * @param {string[]} questions - as the plan goes, so that those of a case stand side by side
 * @returns {string[][]}
 */
function blocksOf(index, questions) {
  /** @type {string[][]} */
  const blocks = []
  let last
  for (const question of questions) {
    const { c } = factsOf(index, question) || { c: undefined }
    if (c && c === last) {
      blocks[blocks.length - 1].push(question)
    } else {
      blocks.push([question])
    }
    last = c
  }
  return blocks
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
