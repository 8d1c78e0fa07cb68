/** @import { Entry } from './history.js' */

/**
 * @typedef {object} Day
 * @property {string} date - 2026-11-24
 * @property {number} weekday - 0 for Monday
 * @property {number} answers
 */

const MINUTE = 60000
export const DAY = 1440 * MINUTE

/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3

/**
 * The days of the last weeks with how much was answered on each: everything the reader did, whether it still counts or
 * not. Whole weeks from Monday on, the present one up to today.
 *
 * @param {Iterable<Entry>} entries
 * @param {number} now
 * @param {number} zone - minutes west of Greenwich, as Date.getTimezoneOffset() has them
 * @param {number} weeks
 * @returns {Day[]} the earliest first
 */
export function calendar(entries, now, zone, weeks) {
  const today = dayOf(now, zone)
  const first = today - weekdayOf(today) - 7 * (weeks - 1)
  const days = Array.from({ length: today - first + 1 }, (_, at) => ({
    date: new Date((first + at) * DAY).toISOString().slice(0, 10),
    weekday: at % 7,
    answers: 0
  }))
  for (const answer of once(entries)) {
    const day = days[dayOf(answer.at, zone) - first]
    if (day) {
      day.answers++
    }
  }
  return days
}

/**
 * @param {number} at
 * @param {number} zone
 * @returns {number} days since 1970 by the reader's clock
 */
export function dayOf(at, zone) {
  return Math.floor((at - zone * MINUTE) / DAY)
}

/**
 * @param {number} now
 * @param {number} zone
 * @returns {number} the reader's next midnight
 */
export function tomorrow(now, zone) {
  return (dayOf(now, zone) + 1) * DAY + zone * MINUTE
}

/** @param {number} day */
function weekdayOf(day) {
  return (day + FIRST_WEEKDAY) % 7
}

/**
 * @param {Iterable<Entry>} entries
 * @returns {Iterable<Entry>} the answers, each once
 */
function once(entries) {
  const answers = new Map()
  for (const entry of entries) {
    if (entry.type === 'answer') {
      answers.set(entry.id, entry)
    }
  }
  return answers.values()
}
