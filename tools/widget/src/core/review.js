import { dayIn, dayOf, startOf } from './days.js'

/** @import { Entry } from './history.js' */
/** @import { Schedule } from './schedule.js' */

/**
 * @typedef {object} Review
 * @property {string[]} questions - to be answered now, the longest due first
 * @property {number} due - how many are due altogether
 * @property {number} done - answered in review today
 * @property {number | undefined} next - when the next can be answered, where there is none now
 */

/**
 * What is due today, up to the daily limit.
 *
 * @param {Schedule} schedule
 * @param {Iterable<Entry>} entries - of the log, in any order
 * @param {number} limit - answers in review a day
 * @param {number} now
 * @param {number} here - the offset of today
 * @returns {Review}
 */
export function review(schedule, entries, limit, now, here) {
  const done = reviewedToday(entries, dayOf(now, here), here)
  const due = schedule.due(now)
  const questions = due.slice(0, Math.max(0, limit - done))
  return { questions, due: due.length, done, next: questions.length ? undefined : nextTime() }

  function nextTime() {
    const free = done < limit ? now : startOf(dayOf(now, here) + 1, here)
    const next = due.length ? now : schedule.nextDue(now)
    return next === undefined ? undefined : Math.max(next, free)
  }
}

/**
 * What lies ahead is none of today's: a clock once wrong would shorten every day that follows.
 *
 * @param {Iterable<Entry>} entries
 * @param {number} today
 * @param {number} here
 */
function reviewedToday(entries, today, here) {
  const ids = new Set()
  for (const entry of entries) {
    if (entry.type === 'answer' && /** @type {any} */ (entry).from === 'review' && dayIn(entry, here) === today) {
      ids.add(entry.id)
    }
  }
  return ids.size
}
