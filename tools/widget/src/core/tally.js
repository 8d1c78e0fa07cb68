import { within } from './bank.js'

/**
 * The fields of a log entry that are used here.
 *
 * @typedef {object} Answer
 * @property {string} id
 * @property {string} question
 * @property {string} version - of the question's meaning when it was answered
 * @property {number} at - ms since the epoch
 * @property {'right' | 'wrong'} result
 */

/**
 * The last answer to each question. The order of the entries does not matter, and duplicates do no harm.
 *
 * @template {Answer} Entry
 * @param {Iterable<Entry>} entries
 * @returns {Map<string, Entry>} by question
 */
export function latest(entries) {
  const last = new Map()
  for (const entry of entries) {
    const known = last.get(entry.question)
    if (!known || isLater(entry, known)) {
      last.set(entry.question, entry)
    }
  }
  return last
}

/**
 * The last of all answers to questions that are still asked.
 *
 * @template {Answer} Entry
 * @param {Map<string, Entry>} last - as {@link latest} makes it
 * @param {Record<string, string>} versions - of the questions that are asked, by id
 * @returns {Entry | undefined}
 */
export function newest(last, versions) {
  let found
  for (const entry of last.values()) {
    // The log may name a question `constructor`.
    if (typeof versions[entry.question] === 'string' && (!found || isLater(entry, found))) {
      found = entry
    }
  }
  return found
}

/**
 * Counts the answers to a set of questions. A question whose meaning has changed counts as not answered.
 *
 * @param {Map<string, Answer>} last - as {@link latest} makes it
 * @param {Record<string, string>} versions - of the questions that are asked, by id
 * @param {string} scope - a provision's id, which stands for itself and all below it; empty for everything
 * @returns {{total: number, right: number, wrong: number}}
 */
export function tally(last, versions, scope) {
  const counts = { total: 0, right: 0, wrong: 0 }
  for (const question of Object.keys(versions)) {
    if (within(question, scope)) {
      counts.total++
      const entry = last.get(question)
      if (entry && entry.version === versions[question]) {
        counts[entry.result]++
      }
    }
  }
  return counts
}

/**
 * The provision a question belongs to: a1-m3 for a1-m3-q07.
 *
 * @param {string} question
 * @returns {string}
 */
export function provisionOf(question) {
  return question.replace(/-q[^-]*$/, '')
}

/**
 * Compares by time, then by id, so that two phones order entries of one moment alike.
 *
 * @param {Answer} one
 * @param {Answer} other
 */
function isLater(one, other) {
  return one.at > other.at || (one.at === other.at && one.id > other.id)
}
