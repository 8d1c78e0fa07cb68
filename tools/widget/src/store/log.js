import { ofDocument } from '../core/document.js'
import { openDatabase } from './database.js'
import { PACKS, STEPS, STORE, upgrade } from './migrate.js'
import { moveLog } from './move.js'
import { PACK, unpack } from './pack.js'
import { readPending, setPending } from './pending.js'
import { readStore } from './read-store.js'
import { named } from './site.js'
import { announce } from './tab-sync.js'

/** @import { Database } from './database.js' */
/** @import { Pack } from './pack.js' */

/** @typedef {{id: string, [field: string]: any}} Item - an answer, or what only study knows */

/** @typedef {(items: Item[]) => Pack[]} Packer - pack.js's; pages that only ask questions do without its code */

/**
 * @typedef {object} Log
 * @property {(entry: Item | Item[], pack?: Packer) => Promise<boolean>} append - all or none; what is there already stays
 *   as it is. What cannot be written, or not before the page is torn down, waits in localStorage, from the very call on.
 *   Very many are written faster with a packer, and do not wait there. Resolves to whether the log has them
 * @property {(document?: string) => Promise<unknown[]>} records - everything of a document, or at all, of whatever type,
 *   with what waits, and not checked; something empty stands for what could not be read
 * @property {<Value>(work: (db: Database) => Promise<Value>) => Promise<Value>} use - the one way to the database
 * @property {Trouble} trouble - why not everything appended so far is in the log
 * @property {boolean} unread - the last read failed: what it gave is what waits, and not what there is
 * @property {() => void} onBack - to be set; called when storage that gave no answer gives one after all
 */

/**
 * Storage may be full; be refused; or give no answer, or none that is of use, as when a phone has dropped it.
 *
 * @typedef {'' | 'full' | 'refused' | 'silent'} Trouble
 */

export const NAME = named('log')

/** Milliseconds, some times what a year's log takes on a slow phone. */
const PATIENCE = 2000

/** The same on a visit that has waited, as long as nothing is answered. What comes later is not lost: {@link Log.onBack}. */
const IMPATIENCE = 200

/** Where the visit remembers that storage gave no answer. */
const SILENT = named('silent')

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
  let silent = visit((memory) => memory.getItem(SILENT))
  let missed = false
  /** @type {Log} */
  const log = { append, records, use, trouble: '', unread: false, onBack() {} }
  return log

  function connect() {
    return (connection = connection || attempt().then(bring).catch(forget))
  }

  async function attempt() {
    return open(NAME, STEPS.length, { upgrade })
  }

  /** @param {Database} db */
  async function bring(db) {
    const left = await inTime(moveLog(db, open)).catch(() => [])
    if (left.length) {
      waiting.push(left)
      log.trouble = 'full'
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

  /**
   * The one way to the database. Phones close it in the background, and often without a word: it is opened again once.
   *
   * @template Value
   * @param {(db: Database) => Promise<Value>} work - may be done twice
   * @param {boolean} [again]
   * @returns {Promise<Value>}
   */
  async function use(work, again) {
    const used = connect()
    try {
      return await inTime(used.then(work))
    } catch (/** @type {any} */ reason) {
      const name = reason && reason.name
      const full = name === 'QuotaExceededError'
      const db = reason && (await used.catch(() => undefined))
      if (again || full || !db) {
        log.trouble = full ? 'full' : !reason || db || name === 'VersionError' ? 'silent' : 'refused'
        throw reason
      }
      db.close()
      if (connection === used) {
        connection = undefined
      }
      return use(work, true)
    }
  }

  /**
   * Safari's storage now and then gives no answer at all; then a page must not wait for ever.
   *
   * @template Value
   * @param {Promise<Value>} work
   * @returns {Promise<Value>} rejects with nothing when time is up
   */
  function inTime(work) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => {
          reject()
          missed = true
          silent = '1'
          visit((memory) => memory.setItem(SILENT, '1'))
        },
        silent ? IMPATIENCE : PATIENCE
      )
      work.then(heard, () => {})
      work.then(resolve, reject).then(() => clearTimeout(timer))
    })
  }

  /** Storage has answered, in time or after all: then what was given up is done and read again. */
  async function heard() {
    if (silent) {
      silent = ''
      visit((memory) => memory.removeItem(SILENT))
    }
    if (missed) {
      missed = false
      await flush().catch(() => {})
      log.onBack()
    }
  }

  /** @param {Item[][]} batches @param {Packer} [pack] */
  async function keep(batches, pack) {
    await use((db) => write(db, once(/** @type {Item[]} */ ([]).concat(...batches)), pack))
    waiting = waiting.filter((batch) => !batches.includes(batch))
    batches.forEach(([{ id }]) => setPending(id))
  }

  /** @param {Packer} [pack] */
  async function flush(pack) {
    if (waiting.length) {
      await keep([...waiting], pack)
    }
    log.trouble = ''
  }

  /** @type {Log['append']} */
  async function append(entry, pack) {
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
        if (log.trouble) {
          await flush(pack)
        }
      } catch (_) {
        // It waits.
      }
    }
    return !waiting.includes(items)
  }

  /** @type {Log['records']} */
  async function records(document) {
    /** @type {any[]} */
    let found = []
    try {
      found = await use(read)
      log.unread = false
      if (!waiting.length) {
        log.trouble = ''
      }
    } catch (_) {
      log.unread = true
    }
    const more = waiting.concat(readPending().map((each) => each.records))
    return ofDocument(more.length ? once(found.concat(...more)) : found, document)
  }
}

/**
 * What the visit remembers. Where that is refused, the page alone does.
 *
 * @template Value
 * @param {(memory: Storage) => Value} use
 */
function visit(use) {
  try {
    return use(sessionStorage)
  } catch (_) {
    return undefined
  }
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
