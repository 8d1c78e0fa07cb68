import { ofDocument } from '../core/document.js'
import { isEntry } from './answer.js'
import { openDatabase } from './database.js'
import { PACKS, STEPS, STORE } from './migrate.js'
import { moveLog } from './move.js'
import { PACK, unpack } from './pack.js'
import { setPending } from './pending.js'
import { readStore } from './read-store.js'
import { named } from './site.js'
import { announce } from './tab-sync.js'

/** @import { Entry } from './answer.js' */
/** @import { Database } from './database.js' */
/** @import { Pack } from './pack.js' */

/** @typedef {{id: string, [field: string]: any}} Item - an {@link Entry}, or what only study knows */

/** @typedef {(items: Item[]) => Pack[]} Packer - pack.js's; pages that only ask questions do without its code */

/**
 * @typedef {object} Log
 * @property {(entry: Item | Item[], pack?: Packer) => Promise<void>} append - all or none; what is there already stays as
 *   it is. What a page that is torn down cannot finish waits in localStorage, from the very call on. Very many are
 *   written faster with a packer, and do not wait there
 * @property {(document?: string) => Promise<Entry[]>} all - a document's answers, or everybody's
 * @property {(document?: string) => Promise<unknown[]>} records - everything of a document, or at all, of whatever type,
 *   and not checked; something empty stands for what could not be read
 * @property {(pack: Packer) => Promise<void>} tidy - packs what has gathered, so that it is read faster; for idle moments
 * @property {() => Promise<boolean>} opened - resolves to `persistent` once storage has answered
 * @property {boolean} persistent - whether everything appended so far will be there next time
 */

export const NAME = named('log')

/** Milliseconds, many times what a year's log takes on a slow phone. */
const PATIENCE = 4000

/**
 * The answer log of this device. Storage is opened when it is first asked for something. Where it is refused, the log
 * lives as long as the page.
 *
 * @param {typeof openDatabase} [open] - or a test's
 * @param {(id: string) => void} [tell] - what tells the other tabs
 * @returns {Log}
 */
export function openLog(open = openDatabase, tell = announce) {
  /** @type {Item[][]} what storage has not taken yet, as it came */
  let waiting = []
  /** @type {Promise<Database> | undefined} */
  let connection
  let persistent = true

  function connect() {
    return (connection = connection || inTime(attempt()).then(bring).catch(forget))
  }

  async function attempt() {
    return open(NAME, STEPS.length, {
      upgrade: (db, from, transaction) => STEPS.slice(from).forEach((step) => step(db, transaction)),
      gone: () => {
        connection = undefined
      }
    })
  }

  /** @param {Database} db */
  async function bring(db) {
    const left = await inTime(moveLog(db, open)).catch(() => [])
    if (left.length) {
      waiting.push(left)
      persistent = false
    }
    return db
  }

  /**
   * @param {unknown} reason
   * @returns {never}
   */
  function forget(reason) {
    connection = undefined
    throw reason
  }

  async function records(/** @type {string | undefined} */ document) {
    /** @type {any[]} */
    let found = []
    try {
      found = await inTime(connect().then(read))
    } catch (_) {
      persistent = false
    }
    return ofDocument(waiting.length ? once(found.concat(...waiting)) : found, document)
  }

  /** @param {Item[][]} batches @param {Packer} [pack] */
  async function keep(batches, pack) {
    await write(await connect(), once(/** @type {Item[]} */ ([]).concat(...batches)), pack)
    waiting = waiting.filter((batch) => !batches.includes(batch))
    batches.forEach(([{ id }]) => setPending(id))
  }

  return {
    async append(entry, pack) {
      const items = once(/** @type {Item[]} */ ([]).concat(entry))
      if (items.length) {
        waiting.push(items)
        if (!pack) {
          setPending(items[0].id, items)
        }
        try {
          await keep([items], pack)
          tell(items[0].id)
          // What did not fit before may be too much still, and then this must not wait for it.
          if (!persistent && waiting.length) {
            await keep([...waiting], pack)
          }
          persistent = true
        } catch (_) {
          persistent = false
        }
      }
    },
    async all(document) {
      return (await records(document)).filter(isEntry)
    },
    records,
    async tidy(pack) {
      try {
        await packAll(await connect(), pack)
      } catch (_) {
        // All is where it was.
      }
    },
    async opened() {
      await connect().catch(() => {
        persistent = false
      })
      return persistent
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
 * @param {Database} db
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

/** @param {Database} db @param {Packer} pack */
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
 * @param {Database} db
 * @returns {Promise<any[]>}
 */
async function read(db) {
  const [singles, packs] = await Promise.all([readStore(db, STORE), readStore(db, PACKS)])
  const packed = /** @type {any[]} */ ([]).concat(...packs.map(unpack))
  return singles.length ? once(packed.concat(singles)) : packed
}
