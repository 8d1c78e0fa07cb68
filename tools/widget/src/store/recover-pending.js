import { PREFIX, setPending } from './pending.js'
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
  if (found.length) {
    await log.append(found)
    if (log.persistent) {
      found.forEach(({ id }) => setPending(id))
    }
  }
  return found.length > 0
}

/** @returns {LogRecord[]} */
function pending() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => parse(localStorage[key]))
      .filter(isRecord)
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
