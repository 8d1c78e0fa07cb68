/**
 * How the tabs of one device hear of each other's answers. localStorage's own event does it everywhere, and unlike an open
 * BroadcastChannel it keeps no page out of the back and forward cache.
 */

import { named } from './site.js'

const KEY = named('news')

/**
 * Tells the other tabs that the log has grown.
 *
 * @param {string} id - of the last entry
 */
export function announce(id) {
  try {
    localStorage.setItem(KEY, id)
  } catch (_) {
    // They will see when they are opened next.
  }
}

/**
 * @param {() => void} listener - called when another tab has added to the log
 * @param {EventTarget} [target] - the window, or a test's
 * @returns {() => void} stops listening
 */
export function onNews(listener, target = window) {
  const heard = (/** @type {any} */ event) => event.key === KEY && listener()
  target.addEventListener('storage', heard)
  return () => target.removeEventListener('storage', heard)
}
