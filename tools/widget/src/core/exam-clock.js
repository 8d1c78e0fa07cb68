import { MINUTE } from './days.js'

/**
 * The clock of an exam. It goes by wall time, so a reload, a closed tab or an hour of sleep changes nothing.
 *
 * @typedef {object} Clock
 * @property {number} start - ms since the epoch
 * @property {number} minutes - allowed
 * @property {number} seen - the latest moment that is known to have come
 */

/**
 * @param {number} minutes
 * @param {number} now
 * @returns {Clock}
 */
export function startClock(minutes, now) {
  return { start: now, minutes, seen: now }
}

/**
 * A wall clock that was set back gives no time back; while it lies behind, the page's own clock, which nobody can set,
 * goes on. One that was set forward cannot be told from sleep.
 *
 * @param {Clock} clock
 * @param {number} now - ms since the epoch, by the wall clock
 * @param {number} since - ms since the last tick by performance.now(); 0 for the first on this page
 * @returns {Clock}
 */
export function tick(clock, now, since) {
  return { ...clock, seen: Math.max(clock.seen + since, now) }
}

/**
 * @param {Clock} clock
 * @returns {number} ms left, never negative
 */
export function timeLeft({ start, minutes, seen }) {
  return Math.max(0, minutes * MINUTE - (seen - start))
}
