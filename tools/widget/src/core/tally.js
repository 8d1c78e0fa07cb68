import { within } from './bank.js'
import { lastOf } from './log-order.js'

/**
 * The fields of a log entry that are used here.
 *
 * @typedef {object} Answer
 * @property {string} id
 * @property {string} question
 * @property {string} version - of the question's meaning when it was answered
 * @property {number} at - ms since the epoch
 * @property {number} [offset] - minutes east of UTC
 * @property {'right' | 'wrong'} result
 */

/**
 * The last answer to each question.
 *
 * @template {Answer} Entry
 * @param {Iterable<Entry>} entries
 * @param {number} now
 * @returns {Map<string, Entry>} by question
 */
export function latest(entries, now) {
  return lastOf(entries, ({ question }) => question, now)
}

/**
 * The answers to questions that are still asked, in their present meaning.
 *
 * @template {Answer} Entry
 * @param {Entry[]} entries - which may name a question `constructor`
 * @param {Record<string, string>} versions - of the questions that are asked, by id
 */
export function present(entries, versions) {
  return entries.filter(({ question, version }) => versions[question] === version)
}

/**
 * The last of all answers to questions that are still asked, in whatever meaning.
 *
 * @template {Answer} Entry
 * @param {Entry[]} entries
 * @param {Record<string, string>} versions - of the questions that are asked, by id
 * @param {number} now
 * @returns {Entry | undefined}
 */
export function newest(entries, versions, now) {
  const asked = entries.filter(({ question }) => typeof versions[question] === 'string')
  return lastOf(asked, () => '', now).get('')
}

/**
 * Counts the answers to a set of questions.
 *
 * @param {Map<string, Answer>} last - the present ones, as {@link latest} makes it
 * @param {Record<string, string>} versions - of the questions that are asked, by id
 * @param {string} scope - a provision's id, which stands for itself and all below it; empty for everything
 * @returns {{total: number, right: number, wrong: number}}
 */
export function tally(last, versions, scope) {
  const counts = { total: 0, right: 0, wrong: 0 }
  for (const question of Object.keys(versions)) {
    if (within(question, scope)) {
      const entry = last.get(question)
      counts.total++
      if (entry) {
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
