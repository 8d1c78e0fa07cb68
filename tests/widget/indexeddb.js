import { library } from './libraries.js'

library('fake-indexeddb/auto')
const { IDBFactory } = library('fake-indexeddb')

/** A device that has never seen the site. */
export function newDevice() {
  globalThis.indexedDB = new IDBFactory()
  return globalThis.indexedDB
}
