import { factsOf, within } from './bank.js'
import { lastOf } from './log-order.js'
import { seeded, shuffle } from './shuffle.js'

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
 * Where a reader goes on: with the page read last; or, where something was answered there or on another page since, with
 * the first question from there on, and around, that was never answered. What was asked elsewhere, in practice, reviews and
 * exams, jumps about and moves nobody: who has done nothing else goes on with the first question never answered.
 *
 * @param {Pick<Index, 'questions' | 'order'>} index
 * @param {Pick<History, 'answers' | 'changed' | 'now' | 'resetOf'>} history
 * @param {{provision: string, at: number}} [read] - the page read last
 * @returns {{provision: string, question?: string} | undefined} nothing where one begins, or all was answered
 */
export function whereToGoOn({ questions, order }, history, read) {
  const onPages = [...history.answers.values(), [...history.changed.values()]].map((list) => list.filter(({ from }) => from === 'page'))
  const last = lastOf(/** @type {Answer[]} */ ([]).concat(...onPages), () => '', history.now).get('')
  const there = last && factsOf({ questions }, last.question)
  const reset = read && resetIn(read.provision)
  if (read && (!reset || reset.at < read.at) && !(last && there && (there.p === read.provision || last.at > read.at))) {
    return { provision: read.provision }
  }
  const isNew = (/** @type {string} */ question) => !history.answers.has(question)
  // What was answered before its meaning changed is new again.
  const start = last ? order.indexOf(last.question) : 0
  const question = [...order.slice(start), ...order.slice(0, start)].find(isNew)
  return question && (last || question !== order[0]) ? { provision: questions[question].p, question } : undefined

  /** @param {string} provision */
  function resetIn(provision) {
    const question = order.find((each) => questions[each].p === provision)
    return question && history.resetOf(question)
  }
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
