/**
 * Opens the folds of a place while it is printed: paper has nothing to tap.
 *
 * @param {Element} place
 * @returns {() => void} ends it
 */
export function printUnfolded(place) {
  /** @type {Element[]} */
  let opened = []
  const open = () => {
    opened = Array.from(place.querySelectorAll('.yx-fold:not([open])'))
    opened.forEach((fold) => fold.setAttribute('open', ''))
  }
  const close = () => opened.forEach((fold) => fold.removeAttribute('open'))
  addEventListener('beforeprint', open)
  addEventListener('afterprint', close)
  return () => {
    removeEventListener('beforeprint', open)
    removeEventListener('afterprint', close)
  }
}
