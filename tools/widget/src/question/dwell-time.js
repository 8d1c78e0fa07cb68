/** How long each question has been on screen. One that was answered before it was observed counts from the page's start. */

/** @type {WeakMap<Element, number>} */
const seen = new WeakMap()
const start = performance.now()

/** @type {IntersectionObserver | undefined} */
let observer

/** @param {Iterable<Element>} questions */
export function watchDwellTime(questions) {
  if (!window.IntersectionObserver) {
    return
  }
  observer = observer || new IntersectionObserver((changes) => changes.filter((change) => change.isIntersecting).forEach(see))
  for (const question of questions) {
    if (!seen.has(question)) {
      observer.observe(question)
    }
  }
}

/** @param {IntersectionObserverEntry} change */
function see({ target, time }) {
  restartDwellTime(target, time)
  if (observer) {
    observer.unobserve(target)
  }
}

/** @param {Element} question @param {number} [at] */
export function restartDwellTime(question, at = performance.now()) {
  seen.set(question, at)
}

/** @param {Element} question @returns {number} whole milliseconds since it was first seen or begun anew */
export function dwellTime(question) {
  return Math.max(0, Math.round(performance.now() - (seen.get(question) || start)))
}
