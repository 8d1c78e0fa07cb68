/** Several readers on one device, each by a name that they type. Each has a log, settings and all that is kept of their own. */

import { idFrom } from '../core/random-id.js'
import { READER, named, ownerOf, presentReader, switchTo } from './site.js'
import { isAmount, isObject } from './validate.js'

/** @import { Local } from './local-storage.js' */

/**
 * @typedef {object} Reader
 * @property {string} id - empty for the first, who has no name
 * @property {string} name
 */

export const MOST_READERS = 30

/** Characters of a name. */
export const LONGEST_NAME = 20

/** What does not print, or turns what stands around it about. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff]/g

/** A character that was cut in two. */
const HALF = /^[\ud800-\udfff]$/

// What everybody on the device may see: the names.
const PREFIX = named('reader.', ownerOf(''))

/**
 * @param {string} typed
 * @returns {string} what of it can be a name; may be empty
 */
export function toName(typed) {
  const words = typed.slice(0, 1000).normalize('NFC').replace(/\s+/g, ' ').replace(UNPRINTABLE, '').trim()
  return Array.from(words).filter((character) => !HALF.test(character)).slice(0, LONGEST_NAME).join('').trim()
}

/**
 * @param {Local} local
 * @returns {Reader[]} those with a name, in the order in which they came; what is no name of ours is passed over
 */
export function readReaders(local) {
  return keys()
    .filter((key) => key.startsWith(PREFIX) && /^[0-9a-f]{8}$/.test(key.slice(PREFIX.length)))
    .map((key) => ({ id: key.slice(PREFIX.length), kept: /** @type {any} */ (local.read(key)) }))
    .filter(({ kept }) => isObject(kept) && typeof kept.name === 'string' && isAmount(kept.at) && toName(kept.name) === kept.name && kept.name)
    .sort((one, other) => one.kept.at - other.kept.at || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_READERS)
    .map(({ id, kept }) => ({ id, name: kept.name }))
}

/**
 * @param {Local} local
 * @returns {string} the name of this page's reader; empty for one who has none
 */
export function nameOfReader(local) {
  const reader = readReaders(local).find(({ id }) => id === READER)
  return reader ? reader.name : ''
}

/**
 * Switches to the reader of a name, who may be new.
 *
 * @param {Local} local
 * @param {string} typed
 * @param {number} now
 * @returns {'' | 'unnamed' | 'many' | 'refused'} why nothing was done
 */
export function switchToName(local, typed, now) {
  const name = toName(typed)
  const readers = readReaders(local)
  const known = readers.find((reader) => reader.name === name)
  if (!name || (!known && readers.length >= MOST_READERS)) {
    return name ? 'many' : 'unnamed'
  }
  const id = known ? known.id : idFrom(crypto.getRandomValues(new Uint8Array(4)))
  if (!known) {
    local.write(PREFIX + id, { name, at: now })
  }
  return local.persistent && switchTo(id) ? '' : 'refused'
}

/** Whether the device has been switched to another reader than this page's. */
export function isAnothers() {
  return presentReader() !== READER
}

/**
 * Removes a reader with everything that is kept of theirs.
 *
 * @param {string} id - not the first's
 */
export async function removeReader(id) {
  // Other pages of theirs go first: they would make the database anew.
  if (presentReader() === id) {
    switchTo('')
  }
  const own = named('', ownerOf(id))
  await deleteDatabase(own + 'log')
  for (const storage of [localStorage, sessionStorage]) {
    Object.keys(storage)
      .filter((key) => key.startsWith(own))
      .forEach((key) => storage.removeItem(key))
  }
  localStorage.removeItem(PREFIX + id)
}

/** @param {string} name @returns {Promise<void>} resolves whatever comes of it: there may be none, or it may be held up by another tab */
function deleteDatabase(name) {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    for (const type of ['success', 'error', 'blocked']) {
      request.addEventListener(type, () => resolve())
    }
  })
}

function keys() {
  try {
    return Object.keys(localStorage)
  } catch (_) {
    return []
  }
}
