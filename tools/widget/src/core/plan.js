/** A plan towards a test: so many new questions a day, counted anew every day, and nothing to catch up with. */

import { DAY } from './days.js'

/**
 * @param {string} testDay - 2026-12-24
 * @param {string} today
 * @param {number} left - questions that were never answered
 * @returns {{days: number, daily: number}} the days until then, negative behind it; and how many questions a day do, today's
 *   among them
 */
export function planFor(testDay, today, left) {
  const days = Math.round((Date.parse(testDay) - Date.parse(today)) / DAY)
  return { days, daily: days > 0 ? Math.ceil(left / days) : left }
}
