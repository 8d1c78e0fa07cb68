import { factsOf, within } from './bank.js'
import { isAstray, lastOf, orderAt, turnOf } from './log-order.js'

/** @import { Asked } from './bank.js' */

/**
 * The fields that all log entries have. Others depend on the type.
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} type
 * @property {string} [document]
 * @property {number} at - ms since the epoch
 * @property {number} [turn] - see nextTurn()
 * @property {number} [offset] - minutes east of UTC
 */

/**
 * @typedef {object} Answer
 * @property {string} id
 * @property {'answer'} type
 * @property {number} at
 * @property {number} [turn]
 * @property {number} [offset]
 * @property {string} question
 * @property {string} version
 * @property {'right' | 'wrong'} result
 * @property {string} from
 * @property {boolean} [sure] - false: right, but guessed
 */

/**
 * @typedef {object} Reset
 * @property {string} id
 * @property {number} at
 * @property {number} [turn]
 * @property {string} scope
 * @property {string[]} [questions] - those in scope at the time; without them, those in scope today
 */

/**
 * The part of the log that counts today.
 *
 * @typedef {object} History
 * @property {Map<string, Answer[]>} answers - to the present version of questions that are asked, in order
 * @property {Map<string, Answer>} changed - the last answer to each question that was answered only in another version, to be
 *   asked again
 * @property {(question: string) => Reset | undefined} resetOf - the last reset that holds for a question
 * @property {number} now - when it was read
 */

/** @typedef {ReturnType<typeof orderAt>} Order */

/**
 * Computes the history from the log. The order of the entries does not matter, and duplicates do no harm. Whatever a clock
 * said, nothing is left out: see orderAt().
 *
 * @param {readonly Entry[]} entries
 * @param {Asked} index
 * @param {number} now
 * @returns {History}
 */
export function readHistory(entries, index, now) {
  const order = orderAt(now)
  /** @type {Map<string, Answer[]>} */
  const present = new Map()
  /** @type {Answer[]} */
  const former = []
  /** @type {Entry[]} */
  const others = []
  for (const entry of entries) {
    if (entry.type !== 'answer') {
      others.push(entry)
    } else {
      const answer = /** @type {Answer} */ (entry)
      const facts = factsOf(index, answer.question)
      if (facts && facts.v === answer.version) {
        addTo(present, answer)
      } else if (facts) {
        former.push(answer)
      }
    }
  }
  const resetOf = lastResets(standingResets(others, now), index)
  const answers = new Map()
  for (const [question, list] of present) {
    const standing = inOrder(list, resetOf(question), order)
    if (standing.length) {
      answers.set(question, standing)
    }
  }
  const changed = former.filter((answer) => !answers.has(answer.question) && isAfter(answer, resetOf(answer.question), order))
  return { answers, changed: lastOf(changed, ({ question }) => question, now), resetOf, now }
}

/**
 * Appends an answer that was just given, without reading the log again, unless the clock was set since it was read.
 *
 * @param {History} history - modified
 * @param {Answer} answer
 * @param {Asked} index
 * @returns {boolean} whether it could; else the history is to be read anew
 */
export function addAnswer(history, answer, index) {
  const { answers, changed, resetOf, now } = history
  const order = orderAt(now)
  if (isAstray(turnOf(answer), now)) {
    return false
  }
  const facts = factsOf(index, answer.question)
  if (facts && facts.v === answer.version && isAfter(answer, resetOf(answer.question), order)) {
    addTo(answers, answer)
    const list = /** @type {Answer[]} */ (answers.get(answer.question))
    if (list.length > 1 && order(list[list.length - 2], answer) >= 0) {
      answers.set(answer.question, inOrder(list, undefined, order))
    }
    changed.delete(answer.question)
  }
  return true
}

/**
 * The questions in scope today, as a reset names them: one that moves later keeps or loses its history with them.
 *
 * @param {Asked} index
 * @param {string} scope
 */
export function questionsIn(index, scope) {
  return Object.keys(index.questions).filter((question) => within(index.questions[question].p, scope))
}

/**
 * The resets in effect, the latest first: those that can be undone.
 *
 * @param {Iterable<Entry>} entries
 * @param {number} now
 * @returns {Reset[]}
 */
export function standingResets(entries, now) {
  /** @type {Map<string, Reset>} */
  const resets = new Map()
  const undone = new Set()
  for (const entry of entries) {
    if (entry.type === 'undo') {
      undone.add(/** @type {any} */ (entry).of)
    } else if (entry.type === 'reset') {
      resets.set(entry.id, /** @type {any} */ (entry))
    }
  }
  const standing = [...resets.values()].filter(({ id }) => !undone.has(id))
  const order = orderAt(now)
  return standing.sort((one, other) => order(other, one))
}

/**
 * The questions the reader has marked.
 *
 * @param {Iterable<Entry>} entries
 * @param {Asked} index
 * @param {number} now
 * @returns {Set<string>}
 */
export function starred(entries, index, now) {
  const stars = /** @type {any[]} */ ([...entries].filter(({ type }) => type === 'star'))
  const last = lastOf(stars, ({ question }) => question, now)
  return new Set([...last.keys()].filter((question) => last.get(question).on && factsOf(index, question)))
}

/**
 * @param {Map<string, Answer[]>} answers
 * @param {Answer} answer
 */
function addTo(answers, answer) {
  const list = answers.get(answer.question)
  if (list) {
    list.push(answer)
  } else {
    answers.set(answer.question, [answer])
  }
}

/**
 * @param {Answer[]} answers
 * @param {Reset | undefined} reset
 * @param {Order} order
 */
function inOrder(answers, reset, order) {
  // They almost always are in order already, and then a year of them costs nothing.
  if (!reset && answers.every((answer, at) => at === 0 || order(answers[at - 1], answer) < 0)) {
    return answers
  }
  answers.sort(order)
  return answers.filter((answer, at) => (at === 0 || answers[at - 1].id !== answer.id) && isAfter(answer, reset, order))
}

/**
 * @param {Answer} answer
 * @param {Reset | undefined} reset
 * @param {Order} order
 */
function isAfter(answer, reset, order) {
  return !reset || order(answer, reset) > 0
}

/**
 * @param {Reset[]} resets - the last one first
 * @param {Asked} index
 * @returns {(question: string) => Reset | undefined}
 */
function lastResets(resets, index) {
  const latestFirst = resets.map((reset) => ({ reset, named: reset.questions && new Set(reset.questions) }))
  return (question) => {
    const found = latestFirst.find(({ reset, named }) =>
      named ? named.has(question) : within((factsOf(index, question) || { p: '' }).p, reset.scope)
    )
    return found && found.reset
  }
}
