import { PREFIX } from './pending.js'
import { isRecord } from './record.js'

/** @import { Log } from './log.js' */
/** @import { LogRecord } from './record.js' */

/**
 * Brings into the log what pages that are gone could not finish. What another tab is writing this moment is written once
 * all the same.
 *
 * @param {Log} log
 * @returns {Promise<boolean>} whether there was any
 */
export async function recover(log) {
  const found = pending()
  const records = /** @type {LogRecord[]} */ ([]).concat(...found.map((each) => each.records))
  if (records.length) {
    await log.append(records)
    if (log.persistent) {
      found.forEach(({ key }) => localStorage.removeItem(key))
    }
  }
  return records.length > 0
}

/** What belongs together is brought in together, or not at all. */
function pending() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => ({ key, records: /** @type {LogRecord[]} */ ([]).concat(parse(localStorage.getItem(key) || '')) }))
      .filter(({ records }) => records.every(isRecord))
  } catch (_) {
    return []
  }
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch (_) {
    return undefined
  }
}
