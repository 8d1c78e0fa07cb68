import { daysBetween } from '../../core/days.js'
import { text } from './study-text.js'

/** @import { App } from './app.js' */

/**
 * @param {App} app
 * @param {number} at
 * @returns {string} 今天, 昨天, or the date
 */
export function dateOf(app, at) {
  const days = daysBetween(at, app.now, app.zone)
  const date = new Date(at)
  return days < 2 ? text.ago(days) : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** @param {number} number */
function two(number) {
  return `${number}`.padStart(2, '0')
}
