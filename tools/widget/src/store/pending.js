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
 * @returns {boolean} whether it was done. If not, the log is all there is
 */
export function setPending(id, records) {
  try {
    if (records) {
      localStorage.setItem(PREFIX + id, JSON.stringify(records))
    } else {
      localStorage.removeItem(PREFIX + id)
    }
    return true
  } catch (_) {
    return false
  }
}

/** @param {string} id - of the first of what belongs together */
export function isPending(id) {
  try {
    return localStorage.getItem(PREFIX + id) !== null
  } catch (_) {
    return false
  }
}

/** @returns {{key: string, records: any[]}[]} what waits, each with what belongs together; not checked, but none is empty */
export function readPending() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => ({ key, records: parse(localStorage.getItem(key)) }))
  } catch (_) {
    return []
  }
}

/** @param {string | null} text @returns {any[]} */
function parse(text) {
  try {
    const records = /** @type {any[]} */ ([]).concat(JSON.parse(text || '[]'))
    return records.every(Boolean) ? records : []
  } catch (_) {
    return []
  }
}
