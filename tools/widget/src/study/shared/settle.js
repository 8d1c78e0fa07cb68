/** How long a tap counts as the second of a double one, ms. */
const DOUBLE = 400

/** What was pressed, chosen or typed in last, and all around it: it may be gone by now. @type {EventTarget[]} */
let touched = []
for (const kind of ['click', 'input']) {
  addEventListener(kind, (event) => (touched = event.composedPath()), true)
}

/** @type {WeakMap<Element, number>} */
const timers = new WeakMap()

/**
 * Keeps the second tap of a double one from what its buttons have just become. Only where a press among them has changed them:
 * a finger that comes from an option it has tapped means what it reads.
 *
 * @param {Element} place - with the buttons
 */
export function settle(place) {
  const known = timers.get(place)
  if (known === undefined) {
    // A key has no such slips: its click has no count of taps.
    const slip = (/** @type {Event} */ event) => place.matches('.yx-settling') && /** @type {UIEvent} */ (event).detail > 0
    place.addEventListener('click', (event) => slip(event) && (event.preventDefault(), event.stopPropagation()), true)
    timers.set(place, 0)
  }
  if (touched.includes(place)) {
    clearTimeout(known)
    place.classList.add('yx-settling')
    timers.set(place, window.setTimeout(() => place.classList.remove('yx-settling'), DOUBLE))
  }
}
