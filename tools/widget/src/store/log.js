import { openDB } from 'idb'

import { isEntry } from './answer.js'
import { PACKS, STEPS, STORE } from './migrate.js'
import { announce } from './tab-sync.js'
import { PACK, unpack } from './pack.js'

/** @import { Entry } from './answer.js' */
/** @import { Pack } from './pack.js' */
/** @import { IDBPDatabase } from 'idb' */

/** @typedef {{id: string, [field: string]: any}} Item - an {@link Entry}, or what only study knows */

/** @typedef {(items: Item[]) => Pack[]} Packer - pack.js's; pages that only ask questions do without its code */

/**
 * @typedef {object} Log
 * @property {(entry: Item | Item[], pack?: Packer) => Promise<void>} append - all or none; what is there already stays as
 *   it is. Very many are written faster with a packer
 * @property {() => Promise<Entry[]>} all - answers
 * @property {() => Promise<unknown[]>} records - everything, of whatever type, and not checked; something empty stands for
 *   what could not be read
 * @property {(pack: Packer) => Promise<void>} tidy - packs what has gathered, so that it is read faster; for idle moments
 * @property {boolean} persistent - whether everything appended so far will be there next time
 */

const NAME = 'yanxi'

/** Milliseconds, many times what a year's log takes on a slow phone. */
const PATIENCE = 4000

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
    return (connection = connection || inTime(attempt()).catch(forget))
  }

  /** @returns {Promise<IDBPDatabase>} */
  function attempt() {
    return new Promise((resolve, reject) => {
      open(NAME, STEPS.length, {
        upgrade: (db, from, _to, transaction) => STEPS.slice(from).forEach((step) => step(db, transaction)),
        // Another tab holds an older version.
        blocked: reject,
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

  async function stored() {
    try {
      return await inTime(connect().then(read))
    } catch (_) {
      persistent = false
      return []
    }
  }

  /** @param {any[]} records */
  function withWaiting(records) {
    return waiting.length ? once(records.concat(waiting)) : records
  }

  /** @param {Item[]} items @param {Packer} [pack] */
  async function keep(items, pack) {
    await write(await connect(), items, pack)
    const kept = new Set(items.map(({ id }) => id))
    waiting = waiting.filter(({ id }) => !kept.has(id))
  }

  await connect().catch(() => {
    persistent = false
  })

  return {
    async append(entry, pack) {
      const items = once(/** @type {Item[]} */ ([]).concat(entry))
      waiting = waiting.concat(items)
      try {
        await keep(items, pack)
        if (items.length) {
          tell(items[0].id)
        }
        // What did not fit before may be too much still, and then this must not wait for it.
        if (!persistent && waiting.length) {
          await keep(once(waiting), pack)
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
    async tidy(pack) {
      try {
        await packAll(await connect(), pack)
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
 * Safari's storage now and then gives no answer at all; then a page must not wait for ever.
 *
 * @template Value
 * @param {Promise<Value>} work
 * @returns {Promise<Value>}
 */
function inTime(work) {
  return new Promise((resolve, reject) => {
    work.then(resolve, reject)
    setTimeout(reject, PATIENCE)
  })
}

/**
 * @param {(Item | undefined)[]} items
 * @returns {Item[]} the first of each id, and whatever is empty
 */
function once(items) {
  const ids = new Set()
  return /** @type {Item[]} */ (items).filter((item) => !item || (!ids.has(item.id) && ids.add(item.id)))
}

/**
 * @param {IDBPDatabase} db
 * @param {Item[]} items - each id once
 * @param {Packer} [pack]
 */
async function write(db, items, pack) {
  const transaction = db.transaction([STORE, PACKS], 'readwrite')
  const store = transaction.objectStore(STORE)
  const single = async (/** @type {Item} */ item) => {
    if ((await store.getKey(item.id)) === undefined) {
      await store.add(item)
    }
  }
  await Promise.all([
    transaction.done,
    ...(pack && items.length >= PACK ? pack(items).map((each) => transaction.objectStore(PACKS).add(each)) : items.map(single))
  ])
}

/** @param {IDBPDatabase} db @param {Packer} pack */
async function packAll(db, pack) {
  const transaction = db.transaction([STORE, PACKS], 'readwrite')
  const store = transaction.objectStore(STORE)
  if ((await store.count()) >= PACK) {
    await Promise.all(pack(await store.getAll()).map((each) => transaction.objectStore(PACKS).add(each)))
    await store.clear()
  }
  await transaction.done
}

/**
 * Packs come first: what is in one was there before an entry of the same id. They are asked for last: another tab may be
 * packing, and what it took from the one must be found in the other.
 *
 * @param {IDBPDatabase} db
 * @returns {Promise<any[]>}
 */
async function read(db) {
  const [singles, packs] = await Promise.all([readStore(db, STORE), readStore(db, PACKS)])
  const packed = /** @type {any[]} */ ([]).concat(...packs.map(unpack))
  return singles.length ? once(packed.concat(singles)) : packed
}

/**
 * One record that the browser cannot read fails getAll() for all of them, and the transaction with it.
 *
 * @param {IDBPDatabase} db
 * @param {string} store
 */
async function readStore(db, store) {
  try {
    return await db.getAll(store)
  } catch (_) {
    const keys = await db.getAllKeys(store)
    return Promise.all(keys.map((key) => db.get(store, key).catch(() => undefined)))
  }
}
