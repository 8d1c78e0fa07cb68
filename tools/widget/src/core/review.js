import { DAY, tomorrow } from './calendar.js'

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
 * @param {number} zone - minutes west of Greenwich, as Date.getTimezoneOffset() has them
 * @returns {Review}
 */
export function review(schedule, entries, limit, now, zone) {
  const done = reviewedToday(entries, now, zone)
  const due = schedule.due(now)
  const questions = due.slice(0, Math.max(0, limit - done))
  return { questions, due: due.length, done, next: questions.length ? undefined : nextTime() }

  function nextTime() {
    const free = done < limit ? now : tomorrow(now, zone)
    const next = due.length ? now : schedule.nextDue(now)
    return next === undefined ? undefined : Math.max(next, free)
  }
}

/**
 * @param {Iterable<Entry>} entries
 * @param {number} now
 * @param {number} zone
 */
function reviewedToday(entries, now, zone) {
  const midnight = tomorrow(now, zone)
  const ids = new Set()
  for (const entry of entries) {
    const today = entry.at < midnight && entry.at >= midnight - DAY
    if (today && entry.type === 'answer' && /** @type {any} */ (entry).from === 'review') {
      ids.add(entry.id)
    }
  }
  return ids.size
}
