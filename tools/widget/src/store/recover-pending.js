import { readPending } from './pending.js'
import { isRecord } from './record.js'

/** @import { Log } from './log.js' */

/**
 * Brings into the log what pages that are gone could not finish. What belongs together is brought in together, or not at
 * all, and waits on where the log cannot take it. What another tab is writing this moment is written once all the same.
 *
 * @param {Log} log
 */
export async function recover(log) {
  const found = readPending().filter(({ records }) => records.length && records.every(isRecord))
  await Promise.all(
    found.map(async ({ key, records }) => {
      if (await log.append(records)) {
        localStorage.removeItem(key)
      }
    })
  )
}
