import { named } from './site.js'
import { isAmount, isName, isObject } from './validate.js'

/** @import { Local } from './local-storage.js' */

/**
 * What the reader of this device read last of a document. It is no part of the log: it earns nothing.
 *
 * @typedef {object} LastRead
 * @property {string} provision
 * @property {number} at - ms since the epoch
 */

/** @param {string} document */
const keyOf = (document) => named(`read ${document}`)

/**
 * @param {Local} local
 * @param {string} document
 * @returns {LastRead | undefined} nothing where nothing was read, or what is kept cannot be read
 */
export function lastRead(local, document) {
  const kept = /** @type {any} */ (local.read(keyOf(document)))
  return isObject(kept) && isName(kept.provision) && isAmount(kept.at) ? { provision: kept.provision, at: kept.at } : undefined
}

/**
 * @param {Local} local
 * @param {string} document
 * @param {LastRead} read
 */
export function keepLastRead(local, document, read) {
  local.write(keyOf(document), read)
}
