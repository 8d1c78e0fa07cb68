import { openDB } from 'idb'

import { isEntry } from './entry.js'
import { STEPS, STORE } from './migrate.js'
import { announce } from './news.js'

/** @import { Entry } from './entry.js' */
/** @import { IDBPDatabase } from 'idb' */

/** @typedef {{id: string, [field: string]: any}} Item - an {@link Entry}, or what only study knows */

/**
 * @typedef {object} Log
 * @property {(entry: Item | Item[]) => Promise<void>} append - all or none; what is there already stays as it is
 * @property {() => Promise<Entry[]>} all - answers
 * @property {() => Promise<unknown[]>} records - everything that can be read, of whatever type, and not checked
 * @property {(first: string, last: string) => Promise<Entry[]>} between - of the questions from first to last, by id
 * @property {boolean} persistent - whether everything appended so far will be there next time
 */

const NAME = 'yanxi'

/**
 * Opens the answer log of this device. Where storage is refused, the log lives as long as the page.
 *
 * @param {typeof openDB} [open] - idb's, or a test's
 * @param {(id: string) => void} [tell] - what tells the other tabs
 * @returns {Promise<Log>}
 */
export async function openLog(open = openDB, tell = announce) {
  /** @type {Item[]} what storage has not taken yet */
  let waiting = []
  /** @type {Promise<IDBPDatabase> | undefined} */
  let connection
  let persistent = true

  function connect() {
    return (connection = connection || attempt().catch(forget))
  }

  /** @returns {Promise<IDBPDatabase>} */
  async function attempt() {
    return new Promise((resolve, reject) => {
      open(NAME, STEPS.length, {
        upgrade: (db, from, _to, transaction) => STEPS.slice(from).forEach((step) => step(db, transaction)),
        blocked: () => reject(new Error('another tab holds an older version')),
        // The other tab must not wait for this one.
        blocking: (_now, _next, event) => {
          connection = undefined
          ;/** @type {IDBDatabase} */ (event.target).close()
        },
        terminated: () => {
          connection = undefined
        }
      }).then(resolve, reject)
    })
  }

  /**
   * @param {unknown} reason
   * @returns {never}
   */
  function forget(reason) {
    connection = undefined
    throw reason
  }

  /** @param {string} [first] @param {string} [last] */
  async function stored(first, last) {
    try {
      const range = first === undefined ? undefined : IDBKeyRange.bound(first, last)
      return await read(await connect(), range)
    } catch (_) {
      persistent = false
      return []
    }
  }

  /** @param {any[]} records */
  function withWaiting(records) {
    return waiting.length ? once(records.concat(waiting)) : records
  }

  /** @param {Item[]} items */
  async function keep(items) {
    await write(await connect(), items)
    const kept = new Set(items.map(({ id }) => id))
    waiting = waiting.filter(({ id }) => !kept.has(id))
  }

  await connect().catch(() => {
    persistent = false
  })

  return {
    async append(entry) {
      const items = once(/** @type {Item[]} */ ([]).concat(entry))
      waiting = waiting.concat(items)
      try {
        await keep(items)
        items.slice(-1).forEach(({ id }) => tell(id))
        // What did not fit before may be too much still, and then this must not wait for it.
        if (waiting.length) {
          await keep(once(waiting))
        }
        persistent = true
      } catch (_) {
        persistent = false
      }
    },
    async all() {
      return withWaiting(await stored()).filter(isEntry)
    },
    async records() {
      return withWaiting(await stored())
    },
    async between(first, last) {
      const entries = withWaiting(await stored(first, last)).filter(isEntry)
      return entries.filter(({ question }) => question >= first && question <= last)
    },
    get persistent() {
      return persistent
    }
  }
}

/**
 * @param {Item[]} items
 * @returns {Item[]} the first of each id
 */
function once(items) {
  const ids = new Set()
  return items.filter(({ id }) => !ids.has(id) && ids.add(id))
}

/**
 * @param {IDBPDatabase} db
 * @param {Item[]} items - each id once
 */
async function write(db, items) {
  const transaction = db.transaction(STORE, 'readwrite')
  await Promise.all([
    transaction.done,
    ...items.map(async (item) => {
      if ((await transaction.store.getKey(item.id)) === undefined) {
        await transaction.store.add(item)
      }
    })
  ])
}

/**
 * @param {IDBPDatabase} db
 * @param {IDBKeyRange} [questions]
 * @returns {Promise<any[]>}
 */
async function read(db, questions) {
  const { store } = db.transaction(STORE)
  const source = questions ? store.index('question') : store
  const records = await source.getAll(questions).catch(() => readSingly(db, questions))
  return records.filter(Boolean)
}

/**
 * One record that the browser cannot read fails getAll() for all of them.
 *
 * @param {IDBPDatabase} db
 * @param {IDBKeyRange} [questions]
 */
async function readSingly(db, questions) {
  const keys = questions ? await db.getAllKeysFromIndex(STORE, 'question', questions) : await db.getAllKeys(STORE)
  return Promise.all(keys.map((key) => db.get(STORE, key).catch(() => undefined)))
}
