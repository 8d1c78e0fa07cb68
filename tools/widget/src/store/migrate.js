/**
 * @typedef {(db: IDBDatabase, transaction: IDBTransaction) => void} Step - must ask for all it wants at once: a step that
 *   waits for anything but the database loses its transaction
 */

/** Entries one by one, as they come. */
export const STORE = 'log'

/** The older ones, many to a record: a year of them is read in a fifth of the time. */
export const PACKS = 'packs'

/**
 * What took the database from each version to the next. Released steps are never edited; a new one comes with a test that
 * begins at every version before it.
 *
 * @type {readonly Step[]}
 */
export const STEPS = [
  (db) => {
    db.createObjectStore(STORE, { keyPath: 'id' })
  },
  (db) => {
    db.createObjectStore(PACKS, { autoIncrement: true })
  }
]

/**
 * Takes a database from the version that it has to the present one.
 *
 * @param {IDBDatabase} db
 * @param {number} from - 0 for a new one
 * @param {IDBTransaction} transaction
 */
export function upgrade(db, from, transaction) {
  STEPS.slice(from).forEach((step) => step(db, transaction))
}
