/** @import { Database } from './database.js' */

/**
 * One record that the browser cannot read fails getAll() for all of them, and the transaction with it.
 *
 * @param {Database} db
 * @param {string} name
 * @returns {Promise<any[]>} something empty for what cannot be read
 */
export async function readStore(db, name) {
  const store = () => db.transaction([name]).objectStore(name)
  try {
    return await store().getAll()
  } catch (_) {
    /** @type {IDBValidKey[]} */
    const keys = await store().getAllKeys()
    return Promise.all(keys.map((key) => store().get(key).catch(() => undefined)))
  }
}
