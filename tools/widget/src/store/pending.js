/**
 * What is on its way into the log. A page that is torn down takes an unfinished write with it, and localStorage needs no
 * waiting: records stay there until the log has them.
 */

import { named } from './site.js'

/** @import { Item } from './log.js' */

export const PREFIX = named('new.')

/**
 * @param {string} id - of the first
 * @param {Item[]} [records] - that belong together; none once the log has them
 */
export function setPending(id, records) {
  try {
    if (records) {
      localStorage.setItem(PREFIX + id, JSON.stringify(records))
    } else {
      localStorage.removeItem(PREFIX + id)
    }
  } catch (_) {
    // Then the log is all there is.
  }
}
