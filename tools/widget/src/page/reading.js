import { readHistory } from '../core/history.js'
import { isReadable } from '../store/record.js'
import { noteTurns } from '../store/turn.js'
import { loadIndex } from '../ui/site-index.js'

/** @import { History } from '../core/history.js' */
/** @import { LogRecord } from '../store/record.js' */
/** @import { SiteIndex } from '../ui/site-index.js' */

/**
 * What there is of a document, and what the reader has done of it.
 *
 * @typedef {object} Reading
 * @property {SiteIndex} index
 * @property {LogRecord[]} records - of the document, in no order
 * @property {History} history
 * @property {number} now
 * @property {number} here - the offset of today
 * @property {boolean} unread - the log could not be read: what is here is what waits to be written
 */

/**
 * @param {string} name - of the document
 * @returns {Promise<Reading>}
 */
export async function read(name) {
  const { log } = window.yanxi
  const [index, found] = await Promise.all([loadIndex(name), log.records(name)])
  const records = found.filter(isReadable)
  const now = Date.now()
  noteTurns(records, now)
  const here = 0 - new Date().getTimezoneOffset()
  return { index, records, history: readHistory(records, index, now), now, here, unread: log.unread }
}
