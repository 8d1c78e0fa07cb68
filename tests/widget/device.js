/** localStorage as browsers have it, keys and all, and what `refuses` throws at every use. */
export function makeStorage(refuses = () => false, filled = {}) {
  const kept = new Map(Object.entries(filled))
  const check = () => {
    if (refuses()) {
      throw new Error('QuotaExceededError')
    }
  }
  const methods = {
    kept,
    getItem: (key) => (check(), kept.has(key) ? kept.get(key) : null),
    setItem: (key, value) => (check(), void kept.set(key, String(value))),
    removeItem: (key) => (check(), void kept.delete(key))
  }
  return new Proxy(methods, {
    ownKeys: () => (check(), [...kept.keys()]),
    getOwnPropertyDescriptor: (_, key) => (kept.has(key) ? { enumerable: true, configurable: true, value: kept.get(key) } : undefined)
  })
}

/**
 * openDatabase(), with a database that may do otherwise.
 *
 * @param {(method: string, args: any[]) => any} meddle - called before a store's method; what it returns is taken instead,
 *   unless it is undefined
 */
export function meddling(open, meddle) {
  const storeOf = (store) =>
    new Proxy(store, { get: (_, method) => (...args) => meddle(method, args) || store[method](...args) })
  return async (...how) => {
    const db = await open(...how)
    return {
      ...db,
      transaction(...what) {
        const transaction = db.transaction(...what)
        return { ...transaction, objectStore: (name) => storeOf(transaction.objectStore(name)) }
      }
    }
  }
}
