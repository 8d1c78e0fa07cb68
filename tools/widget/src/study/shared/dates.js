import { dateOfDay, dayIn, daysAgo } from '../../core/days.js'
import { text } from './study-text.js'

/** @import { App } from './app.js' */

/**
 * @param {App} app
 * @param {{at: number, offset?: number}} entry - of the log
 * @returns {string} 今天, 昨天, or the date
 */
export function dateOf({ now, here }, entry) {
  const days = daysAgo(entry, now, here)
  return days < 2 ? text.ago(days) : dateOfDay(dayIn(entry, here))
}
