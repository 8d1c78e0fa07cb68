import { library } from './libraries.js'

const { IDBFactory, IDBKeyRange } = library('fake-indexeddb')

// idb asks whether what it is given is one of these.
for (const name of ['Cursor', 'Database', 'Index', 'ObjectStore', 'OpenDBRequest', 'Request', 'Transaction']) {
  globalThis[`IDB${name}`] = library('fake-indexeddb')[`IDB${name}`]
}
globalThis.IDBKeyRange = IDBKeyRange

/** A device with nothing stored yet becomes the present one. */
export function newDevice() {
  return useDevice(new IDBFactory())
}

/** @param {IDBFactory} device */
export function useDevice(device) {
  globalThis.indexedDB = device
  return device
}

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
