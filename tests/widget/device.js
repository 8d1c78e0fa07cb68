/** localStorage as browsers have it, and what `refuses` throws at every use. */
export function makeStorage(refuses = () => false) {
  const kept = new Map()
  const check = () => {
    if (refuses()) {
      throw new Error('QuotaExceededError')
    }
  }
  return {
    kept,
    getItem: (key) => (check(), kept.has(key) ? kept.get(key) : null),
    setItem: (key, value) => (check(), kept.set(key, String(value))),
    removeItem: (key) => (check(), kept.delete(key))
  }
}

/**
 * idb's openDB, with a database that may do otherwise.
 *
 * @param {(method: string, args: any[]) => any} meddle - called before the database's or a store's method; what it returns
 *   is taken instead, unless it is undefined
 */
export function meddling(openDB, meddle) {
  const bound = (target, name) => (typeof target[name] === 'function' ? target[name].bind(target) : target[name])
  const storeOf = (store) =>
    new Proxy(store, {
      get(target, name) {
        const value = bound(target, name)
        return typeof value !== 'function' ? value : (...args) => meddle(name, args) || value(...args)
      }
    })
  const transactionOf = (transaction) =>
    new Proxy(transaction, {
      get: (target, name) =>
        name === 'objectStore' ? (store) => storeOf(target.objectStore(store)) : bound(target, name)
    })
  return async (...how) =>
    new Proxy(await openDB(...how), {
      get(target, name) {
        const value = bound(target, name)
        return name === 'transaction'
          ? (stores, mode) => transactionOf(value(stores, mode))
          : typeof value !== 'function'
            ? value
            : (...args) => meddle(name, args) || value(...args)
      }
    })
}
