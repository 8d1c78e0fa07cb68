/**
 * Two sites on one host share its storage, so whatever is kept bears the site's name: the path of its root. A path has no
 * spaces, so no name of one site begins like another's. Of several readers of a device each has names of their own; those of
 * the first, who has no name, are those of the days when there was one.
 */

const script = typeof document === 'undefined' ? null : /** @type {HTMLScriptElement | null} */ (document.currentScript)

// Where the page has the script in itself, it says where it would lie.
const SITE = siteOf(script ? script.src || new URL(script.dataset.at || '/', location.href).href : '')

const PRESENT = named('reader', SITE)

/** Whose page this is. What is answered here is theirs, whoever another tab is switched to. The first script of a page decides. */
export const READER = typeof window === 'undefined' || !window.yanxi ? presentReader() : window.yanxi.reader

/**
 * @param {string} address - of one of our scripts, which lie in assets/
 * @returns {string} `/plan-2022/`; on a stick the same wherever its folder lies
 */
export function siteOf(address) {
  return /^https?:/.test(address) ? new URL('..', address).pathname : '/'
}

/**
 * @param {string} name
 * @param {string} [owner] - by default the reader
 * @returns {string} what it is called in storage
 */
export function named(name, owner = ownerOf(READER)) {
  return `yanxi ${owner} ${name}`
}

/**
 * @param {string} reader - empty for the first
 * @returns {string} a path has no # either
 */
export function ownerOf(reader) {
  return SITE + (reader && `#${reader}`)
}

/** @returns {string} the reader whom the device is switched to now; empty for the first */
export function presentReader() {
  try {
    const kept = localStorage.getItem(PRESENT) || ''
    return /^[0-9a-f]{8}$/.test(kept) ? kept : ''
  } catch (_) {
    return ''
  }
}

/**
 * Has the pages that are opened from now on belong to a reader. Those that are open stay whose they are.
 *
 * @param {string} reader - empty for the first
 * @returns {boolean} whether it could be kept
 */
export function switchTo(reader) {
  try {
    localStorage.setItem(PRESENT, reader)
    return true
  } catch (_) {
    return false
  }
}
