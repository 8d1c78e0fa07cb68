/**
 * The reader's days. One begins at four in the morning: who goes on past midnight has not slept yet, and in Beijing the
 * days of UTC, which FSRS counts, would turn at eight, in the middle of the morning's practice.
 *
 * An offset is minutes east of UTC: 480 in Beijing. An answer's day is the one its own clock showed, wherever the reader is
 * by now. What names no offset is taken to be from `here`, where the device is today.
 */

export const MINUTE = 60000
export const DAY = 1440 * MINUTE

/** Minutes after midnight. */
const TURN = 240

/**
 * @param {number} at - ms since the epoch
 * @param {number} offset
 * @returns {number} days since 1970, by the reader's clock
 */
export function dayOf(at, offset) {
  return Math.floor((at + (offset - TURN) * MINUTE) / DAY)
}

/**
 * @param {number} at - ms since the epoch
 * @param {number} offset
 * @returns {boolean} whether the wall's calendar is a day ahead of the reader's
 */
export function isPastMidnight(at, offset) {
  return dayOf(at, offset) < dayOf(at + TURN * MINUTE, offset)
}

/**
 * @param {{at: number, offset?: number}} entry - of the log
 * @param {number} here
 */
export function dayIn({ at, offset }, here) {
  return dayOf(at, offset === undefined ? here : offset)
}

/**
 * @param {number} day - as dayOf() has it
 * @param {number} here
 * @returns {number} the moment at which it begins here
 */
export function startOf(day, here) {
  return day * DAY - (here - TURN) * MINUTE
}

/**
 * @param {number} day - as dayOf() has it
 * @returns {string} 2026-11-24
 */
export function dateOfDay(day) {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/**
 * @param {{at: number, offset?: number}} entry - of the log
 * @param {number} now
 * @param {number} here
 * @returns {number} how many days ago that was; never negative: what lies ahead counts as today
 */
export function daysAgo(entry, now, here) {
  return Math.max(0, dayOf(now, here) - dayIn(entry, here))
}
