/**
 * IndexedDB by promises, as far as the log needs it. A library for all of it is a tenth of what a page loads before its
 * first question.
 */

/**
 * @typedef {'get' | 'getKey' | 'getAll' | 'getAllKeys' | 'count' | 'add' | 'put' | 'clear'} Method - all of IDBObjectStore
 * @typedef {Record<Method, (...values: any[]) => Promise<any>>} Store
 */

/**
 * @typedef {object} Transaction
 * @property {(name: string) => Store} objectStore
 * @property {Promise<void>} done - resolves once everything asked for is kept
 */

/**
 * @typedef {object} Database
 * @property {string[]} stores
 * @property {(stores: string[], mode?: IDBTransactionMode, options?: {durability: 'strict'}) => Transaction} transaction
 * @property {() => void} close
 */

/**
 * @typedef {object} Events
 * @property {(db: IDBDatabase, from: number, transaction: IDBTransaction) => void} upgrade - to be done in one go
 */

/**
 * @param {string} name
 * @param {number | undefined} version - without one, whatever is there
 * @param {Events} events
 * @returns {Promise<Database>} rejects where storage is refused; with nothing where another tab holds an older version
 */
export function openDatabase(name, version, { upgrade }) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.addEventListener('upgradeneeded', ({ oldVersion }) =>
      upgrade(request.result, oldVersion, /** @type {IDBTransaction} */ (request.transaction))
    )
    // Not refused: the other tab will be closed one day.
    request.addEventListener('blocked', () => reject())
    promised(request).then((db) => {
      // The other tab must not wait for this one.
      db.addEventListener('versionchange', () => db.close())
      resolve(wrap(db))
    }, reject)
  })
}

/**
 * @param {IDBDatabase} db
 * @returns {Database}
 */
function wrap(db) {
  return {
    stores: Array.from(db.objectStoreNames),
    transaction(stores, mode, options) {
      const transaction = db.transaction(stores, mode, options)
      /** @type {Promise<void>} */
      const done = new Promise((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve())
        transaction.addEventListener('abort', () => reject(transaction.error))
      })
      // Who asked for something has heard of its failure already.
      done.catch(() => {})
      return {
        done,
        objectStore: (name) =>
          /** @type {any} */ (
            new Proxy(transaction.objectStore(name), {
              get:
                (store, method) =>
                (/** @type {any[]} */ ...values) =>
                  promised(/** @type {any} */ (store)[method](...values))
            })
          )
      }
    },
    close: () => db.close()
  }
}

/**
 * @template Result
 * @param {IDBRequest<Result>} request
 * @returns {Promise<Result>}
 */
function promised(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}
