/** The last few searches on this device, newest first. */

import { named } from '../store/site.js'
import { isText } from '../store/validate.js'
import { MOST_CHARACTERS } from './find.js'

/** @import { Local } from '../store/local-storage.js' */

const KEY = named('searches')
const MOST = 5

/**
 * @param {Local} local
 * @returns {string[]} what cannot be read is left out
 */
export function readRecent(local) {
  const kept = local.read(KEY)
  return Array.isArray(kept) ? kept.filter(isQuery).slice(0, MOST) : []
}

/**
 * @param {Local} local
 * @param {string} query
 */
export function addRecent(local, query) {
  const words = query.trim()
  if (isQuery(words)) {
    local.write(KEY, [words, ...readRecent(local).filter((other) => other !== words)].slice(0, MOST))
  }
}

/** @param {Local} local */
export function forgetRecent(local) {
  local.remove(KEY)
}

/** @param {any} value */
function isQuery(value) {
  return isText(value) && value.trim() !== '' && value.length <= MOST_CHARACTERS
}
