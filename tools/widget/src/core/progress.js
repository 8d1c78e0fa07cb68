import { within } from './bank.js'
import { isMastered } from './mistakes.js'

/** @import { Index } from './bank.js' */
/** @import { History } from './history.js' */
/** @import { Schedule } from './schedule.js' */

/**
 * @typedef {object} Progress
 * @property {number} total - questions
 * @property {number} seen - answered in their present meaning
 * @property {number} right - the last time
 * @property {number} mastered
 */

/**
 * Counts the progress in a part of the document.
 *
 * @param {string} scope - a provision's id, which stands for itself and all below it; empty for everything
 * @param {History} history
 * @param {Pick<Index, 'questions'>} index
 * @param {number} here - the offset of today
 * @returns {Progress}
 */
export function progressOf(scope, { answers }, index, here) {
  const progress = { total: 0, seen: 0, right: 0, mastered: 0 }
  for (const question of Object.keys(index.questions)) {
    if (within(index.questions[question].p, scope)) {
      const list = answers.get(question)
      progress.total++
      if (list) {
        progress.seen++
        progress.right += Number(list[list.length - 1].result === 'right')
        progress.mastered += Number(isMastered(list, here))
      }
    }
  }
  return progress
}

/**
 * Counts what is due in a part of the document.
 *
 * @param {string} scope - as above
 * @param {Schedule} schedule
 * @param {Pick<Index, 'questions'>} index
 * @param {number} now
 */
export function countDue(scope, schedule, index, now) {
  return schedule.due(now).filter((question) => within(index.questions[question].p, scope)).length
}
