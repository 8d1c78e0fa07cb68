/**
 * What is on its way into the log. A page that is torn down takes an unfinished write with it, and localStorage needs no
 * waiting: a record stays there until the log has it.
 */

/** @import { Item } from './log.js' */

export const PREFIX = 'yanxi.new.'

/**
 * @param {string} id
 * @param {Item} [record] - nothing once the log has it
 */
export function setPending(id, record) {
  try {
    if (record) {
      localStorage[PREFIX + id] = JSON.stringify(record)
    } else {
      delete localStorage[PREFIX + id]
    }
  } catch (_) {
    // Then the log is all there is.
  }
}
