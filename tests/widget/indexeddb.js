import { library } from './libraries.js'

library('fake-indexeddb/auto')
const { IDBFactory } = library('fake-indexeddb')

// The log's patience with a storage that gives no answer must not keep a test that is over.
const { setTimeout } = globalThis
globalThis.setTimeout = Object.assign(
  (work, ms, ...values) => {
    const timer = setTimeout(work, ms, ...values)
    return ms >= 2000 ? timer.unref() : timer
  },
  setTimeout
)

/** A device that has never seen the site. */
export function newDevice() {
  globalThis.indexedDB = new IDBFactory()
  return globalThis.indexedDB
}
