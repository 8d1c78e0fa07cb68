import { openDB } from 'idb'

import { isEntry } from './entry.js'
import { PACKS, STEPS, STORE } from './migrate.js'
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
 * @property {() => Promise<void>} tidy - packs what has gathered, so that it is read faster; for idle moments
 * @property {boolean} persistent - whether everything appended so far will be there next time
 */

const NAME = 'yanxi'

/** Chrome keeps what is larger than 64 KB in a file of its own, which can be lost by itself. */
const PACK = 250

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
    return once(records.concat(waiting))
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
        if (!persistent && waiting.length) {
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
    async tidy() {
      try {
        await pack(await connect())
      } catch (_) {
        // All is where it was.
      }
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
  const transaction = db.transaction([STORE, PACKS], 'readwrite')
  const store = transaction.objectStore(STORE)
  const single = async (/** @type {Item} */ item) => {
    if ((await store.getKey(item.id)) === undefined) {
      await store.add(item)
    }
  }
  await Promise.all([
    transaction.done,
    ...(items.length < PACK ? items.map(single) : addPacks(transaction.objectStore(PACKS), items))
  ])
}

/** @param {IDBPDatabase} db */
async function pack(db) {
  const transaction = db.transaction([STORE, PACKS], 'readwrite')
  const store = transaction.objectStore(STORE)
  if ((await store.count()) >= PACK) {
    await Promise.all(addPacks(transaction.objectStore(PACKS), await store.getAll()))
    await store.clear()
  }
  await transaction.done
}

/**
 * @param {{add: (items: Item[]) => Promise<unknown>}} packs
 * @param {Item[]} items
 */
function addPacks(packs, items) {
  const starts = Array.from({ length: Math.ceil(items.length / PACK) }, (_, at) => at * PACK)
  return starts.map((start) => packs.add(items.slice(start, start + PACK)))
}

/**
 * Packs come first: what is in one was there before an entry of the same id. They are asked for last: another tab may be
 * packing, and what it took from the one must be found in the other.
 *
 * @param {IDBPDatabase} db
 * @param {IDBKeyRange} [questions]
 * @returns {Promise<any[]>}
 */
async function read(db, questions) {
  const [singles, packs] = await Promise.all([readStore(db, STORE, questions), readStore(db, PACKS)])
  return /** @type {any[]} */ ([]).concat(...packs, singles).filter(Boolean)
}

/**
 * One record that the browser cannot read fails getAll() for all of them, and the transaction with it.
 *
 * @param {IDBPDatabase} db
 * @param {string} store
 * @param {IDBKeyRange} [questions]
 */
async function readStore(db, store, questions) {
  try {
    return await (questions ? db.getAllFromIndex(store, 'question', questions) : db.getAll(store))
  } catch (_) {
    const keys = await (questions ? db.getAllKeysFromIndex(store, 'question', questions) : db.getAllKeys(store))
    return Promise.all(keys.map((key) => db.get(store, key).catch(() => undefined)))
  }
}
