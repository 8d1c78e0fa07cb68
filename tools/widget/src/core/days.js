const MINUTE = 60000
const DAY = 1440 * MINUTE

/**
 * Counts the midnights between two moments.
 *
 * @param {number} then - ms since the epoch
 * @param {number} now - ms since the epoch
 * @param {number} zone - minutes west of Greenwich, as Date.getTimezoneOffset() has them
 * @returns {number} never negative: a clock that was set back makes it today
 */
export function daysBetween(then, now, zone) {
  const day = (/** @type {number} */ at) => Math.floor((at - zone * MINUTE) / DAY)
  return Math.max(0, day(now) - day(then))
}
