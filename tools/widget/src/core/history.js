import { factsOf, within } from './bank.js'

/** @import { Index } from './bank.js' */

/**
 * The fields that all log entries have. Others depend on the type.
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} type
 * @property {string} [document]
 * @property {number} at - ms since the epoch
 */

/**
 * @typedef {object} Answer
 * @property {string} id
 * @property {'answer'} type
 * @property {number} at
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
 * @property {string} scope
 * @property {string[]} [questions] - those in scope at the time; without them, those in scope today
 */

/**
 * The part of the log that counts today.
 *
 * @typedef {object} History
 * @property {Map<string, Answer[]>} answers - to the present version of questions that are asked, in order
 * @property {Set<string>} changed - questions answered only in another version, to be asked again
 * @property {(question: string) => Reset | undefined} resetOf - the last reset that holds for a question
 */

const DAY = 86400000

/**
 * Orders entries by time, then by id, so that two phones order entries of one moment alike.
 *
 * @param {Pick<Entry, 'at' | 'id'>} one
 * @param {Pick<Entry, 'at' | 'id'>} other
 * @returns {number} as Array.sort() wants it
 */
export function compare(one, other) {
  return one.at - other.at || (one.id < other.id ? -1 : Number(one.id > other.id))
}

/**
 * Whether a moment has come. The clocks of two phones differ, and one may be set back, so a day ahead is now; what lies
 * further on was written by a clock gone wrong, and counts from then.
 *
 * @param {number} at
 * @param {number} now
 */
export function hasCome(at, now) {
  return at <= now + DAY
}

/**
 * Computes the history from the log. The order of the entries does not matter, and duplicates do no harm.
 *
 * @param {readonly Entry[]} entries
 * @param {Pick<Index, 'questions'>} index
 * @param {number} now
 * @returns {History}
 */
export function readHistory(entries, index, now) {
  /** @type {Map<string, Answer[]>} */
  const present = new Map()
  /** @type {Answer[]} */
  const former = []
  /** @type {Entry[]} */
  const others = []
  for (const entry of entries) {
    if (entry.type !== 'answer') {
      others.push(entry)
    } else if (hasCome(entry.at, now)) {
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
    const standing = inOrder(list, resetOf(question))
    if (standing.length) {
      answers.set(question, standing)
    }
  }
  const changed = former.filter((answer) => !answers.has(answer.question) && isAfter(answer, resetOf(answer.question)))
  return { answers, changed: new Set(changed.map((answer) => answer.question)), resetOf }
}

/**
 * Appends an answer that was just given, without reading the log again.
 *
 * @param {History} history - modified
 * @param {Answer} answer
 * @param {Pick<Index, 'questions'>} index
 */
export function addAnswer(history, answer, index) {
  const { answers, changed, resetOf } = history
  const facts = factsOf(index, answer.question)
  if (facts && facts.v === answer.version && isAfter(answer, resetOf(answer.question))) {
    addTo(answers, answer)
    const list = /** @type {Answer[]} */ (answers.get(answer.question))
    if (list.length > 1 && compare(list[list.length - 2], answer) >= 0) {
      answers.set(answer.question, inOrder(list, undefined))
    }
    changed.delete(answer.question)
  }
}

/**
 * The questions in scope today, as a reset names them: one that moves later keeps or loses its history with them.
 *
 * @param {Pick<Index, 'questions'>} index
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
    } else if (entry.type === 'reset' && hasCome(entry.at, now)) {
      resets.set(entry.id, /** @type {any} */ (entry))
    }
  }
  const standing = [...resets.values()].filter(({ id }) => !undone.has(id))
  return standing.sort((one, other) => compare(other, one))
}

/**
 * The questions the reader has marked.
 *
 * @param {Iterable<Entry>} entries
 * @param {Pick<Index, 'questions'>} index
 * @param {number} now
 * @returns {Set<string>}
 */
export function starred(entries, index, now) {
  /** @type {Map<string, any>} */
  const last = new Map()
  for (const entry of entries) {
    if (entry.type === 'star' && hasCome(entry.at, now)) {
      const { question } = /** @type {any} */ (entry)
      const known = last.get(question)
      if (!known || compare(known, entry) < 0) {
        last.set(question, entry)
      }
    }
  }
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
 */
function inOrder(answers, reset) {
  // They almost always are in order already, and then a year of them costs nothing.
  if (!reset && answers.every((answer, at) => at === 0 || compare(answers[at - 1], answer) < 0)) {
    return answers
  }
  answers.sort(compare)
  return answers.filter((answer, at) => (at === 0 || answers[at - 1].id !== answer.id) && isAfter(answer, reset))
}

/**
 * @param {Answer} answer
 * @param {Reset | undefined} reset
 */
function isAfter(answer, reset) {
  return !reset || compare(answer, reset) > 0
}

/**
 * @param {Reset[]} resets - the last one first
 * @param {Pick<Index, 'questions'>} index
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
