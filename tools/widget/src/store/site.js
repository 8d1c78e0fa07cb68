/**
 * Two sites on one host share its storage, so whatever is kept bears the site's name: the path of its root. A path has no
 * spaces, so no name of one site begins like another's.
 */

const script = typeof document === 'undefined' ? null : /** @type {HTMLScriptElement | null} */ (document.currentScript)

const SITE = siteOf(script ? script.src : '')

/**
 * @param {string} address - of one of our scripts, which lie in assets/
 * @returns {string} `/plan-2022/`; on a stick the same wherever its folder lies
 */
export function siteOf(address) {
  return /^https?:/.test(address) ? new URL('..', address).pathname : '/'
}

/**
 * @param {string} name
 * @param {string} [site]
 * @returns {string} what it is called in storage
 */
export function named(name, site = SITE) {
  return `yanxi ${site} ${name}`
}
