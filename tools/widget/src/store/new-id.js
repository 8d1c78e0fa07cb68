import { idFrom } from '../core/random-id.js'

/** What no other page has chosen either, on this device or another; crypto.randomUUID() is not there on plain http. */
const page = idFrom(crypto.getRandomValues(new Uint8Array(13)))

let count = 0

/** @returns {string} alike at the beginning for all records of one page, so that many of them take little room in a backup */
export function newId() {
  return page + (++count).toString(16).padStart(6, '0')
}
