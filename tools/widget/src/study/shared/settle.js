/** How long a tap counts as the second of a double one, ms. */
const DOUBLE = 400

/** @type {WeakMap<Element, number>} */
const timers = new WeakMap()

/**
 * Keeps the second tap of a double one from what a button has just become.
 *
 * @param {Element} foot - with the buttons
 */
export function settle(foot) {
  const known = timers.get(foot)
  if (known === undefined) {
    // A key has no such slips: its click has no count of taps.
    const slip = (/** @type {Event} */ event) => foot.matches('.yx-settling') && /** @type {UIEvent} */ (event).detail > 0
    foot.addEventListener('click', (event) => slip(event) && event.stopPropagation(), true)
  }
  clearTimeout(known)
  foot.classList.add('yx-settling')
  timers.set(foot, window.setTimeout(() => foot.classList.remove('yx-settling'), DOUBLE))
}
