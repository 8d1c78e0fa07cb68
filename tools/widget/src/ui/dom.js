import { FIRST } from '../core/document.js'

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} className
 * @param {string} [words]
 */
export function make(name, className, words = '') {
  const element = document.createElement(name)
  element.className = className
  element.textContent = words
  return element
}

/**
 * A button that one of the listeners on the document answers to.
 *
 * @param {string} action
 * @param {string} words
 */
export function makeButton(action, words) {
  const button = make('button', 'yx-quiet', words)
  button.type = 'button'
  button.dataset.yx = action
  return button
}

/**
 * A place whose changes are read out.
 *
 * @param {string} className
 */
export function makeStatus(className) {
  const status = make('p', className)
  status.setAttribute('role', 'status')
  return status
}

/** @param {() => void} work - that must not hold up what the reader is about to see */
export function afterPaint(work) {
  let done = false
  const once = () => {
    if (!done) {
      done = true
      work()
    }
  }
  requestAnimationFrame(() => setTimeout(once))
  // A page that is left, or lies in the background, paints no more.
  setTimeout(once, 300)
  addEventListener('pagehide', once, { once: true })
}

/**
 * @param {Element} element
 * @returns {string} the document that what stands here is about
 */
export function documentAt(element) {
  const place = /** @type {HTMLElement | null} */ (element.closest('[data-document]'))
  return (place && place.dataset.document) || FIRST
}
