/** How long each question has been on screen. One that was answered before it was observed counts from the page's start. */

import { onSettled } from '../ui/page-ready.js'

/** @type {WeakMap<Element, number>} */
const seen = new WeakMap()
const start = performance.now()

/**
 * Watches the questions of pages as they come near the screen: a browser looks for all that is watched at every frame, and
 * with a thousand that is felt. Where it does not say what comes near, all are watched.
 */
export function watchDwellTime() {
  if (!window.IntersectionObserver) {
    return
  }
  const observer = new IntersectionObserver((changes) => changes.filter((change) => change.isIntersecting).forEach(see))
  const watch = (/** @type {Element} */ question) => {
    // Practice shows its questions itself.
    if (!seen.has(question) && question.closest('.yx-quiz')) {
      observer.observe(question)
    }
  }
  if ('ContentVisibilityAutoStateChangeEvent' in window) {
    document.addEventListener('contentvisibilityautostatechange', (event) => {
      const { target, skipped } = /** @type {any} */ (event)
      if (!skipped) {
        watch(target)
      }
    })
  } else {
    onSettled(() => document.querySelectorAll('yx-question').forEach(watch))
  }

  /** @param {IntersectionObserverEntry} change */
  function see({ target, time }) {
    restartDwellTime(target, time)
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
