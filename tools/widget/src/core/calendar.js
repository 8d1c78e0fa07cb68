import { dateOfDay, dayIn, dayOf } from './days.js'

/** @import { Entry } from './history.js' */

/**
 * @typedef {object} Day
 * @property {string} date - 2026-11-24
 * @property {number} weekday - 0 for Monday
 * @property {number} answers
 */

/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3

/**
 * The days of the last weeks with how much was answered on each: everything the reader did, whether it still counts or
 * not. Whole weeks from Monday on, the present one up to today. What lies ahead counts as today.
 *
 * @param {Iterable<Entry>} entries
 * @param {number} now
 * @param {number} here - the offset of today
 * @param {number} weeks
 * @returns {Day[]} the earliest first
 */
export function calendar(entries, now, here, weeks) {
  const today = dayOf(now, here)
  const first = today - weekdayOf(today) - 7 * (weeks - 1)
  const days = Array.from({ length: today - first + 1 }, (_, at) => ({
    date: dateOfDay(first + at),
    weekday: at % 7,
    answers: 0
  }))
  for (const answer of once(entries)) {
    const day = days[Math.min(dayIn(answer, here), today) - first]
    if (day) {
      day.answers++
    }
  }
  return days
}

/**
 * How much lies ahead of today, as no clock that goes right writes it. Who flies east has answers of tomorrow's date, but
 * none that are still to come.
 *
 * @param {Iterable<Entry>} entries
 * @param {number} now
 * @param {number} here
 * @returns {number} entries of whatever type, each once
 */
export function countAhead(entries, now, here) {
  const today = dayOf(now, here)
  const ids = new Set()
  for (const entry of entries) {
    if (entry.at > now && dayIn(entry, here) > today) {
      ids.add(entry.id)
    }
  }
  return ids.size
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
