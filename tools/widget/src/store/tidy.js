import { PACKS, STORE } from './migrate.js'
import { PACK, pack } from './pack.js'

/** @import { Database } from './database.js' */
/** @import { Log } from './log.js' */

/**
 * Packs what has gathered, so that it is read faster; for idle moments.
 *
 * @param {Log} log
 */
export async function tidy(log) {
  const { trouble } = log
  try {
    await log.use(packAll)
  } catch (_) {
    // All is where it was, and the reader need not hear of it.
    log.trouble = trouble
  }
}

/** @param {Database} db */
async function packAll(db) {
  const transaction = db.transaction([STORE, PACKS], 'readwrite')
  const store = transaction.objectStore(STORE)
  if ((await store.count()) >= PACK) {
    await Promise.all(pack(await store.getAll()).map((each) => transaction.objectStore(PACKS).add(each)))
    await store.clear()
  }
  await transaction.done
}
