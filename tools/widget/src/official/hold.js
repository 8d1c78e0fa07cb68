/**
 * A finger held on a clause copies its citation and link when it is lifted, as a tap on its number does. Phones select words
 * meanwhile: nothing keeps them from it, and who goes on to stretch the selection has not held.
 */

import { citeHeld } from './citation.js'

/** Milliseconds, and px: what phones take for a hold. */
const LONG = 500
const STILL = 10
const AFTER = 400

/** @type {{ clause: Element, x: number, y: number, since: number } | undefined} */
let held

export function listenForHolds() {
  document.addEventListener('touchstart', begin, { passive: true })
  document.addEventListener('touchmove', ({ touches: [{ clientX, clientY }] }) => {
    if (held && Math.hypot(clientX - held.x, clientY - held.y) > STILL) {
      held = undefined
    }
  }, { passive: true })
  document.addEventListener('touchend', end)
  document.addEventListener('touchcancel', end)
}

/** @param {TouchEvent} event */
function begin({ target, touches, timeStamp }) {
  const clause = target instanceof Element && !target.closest('.yx-no') && target.closest('.clause')
  const [{ clientX, clientY }] = touches
  held = clause && touches.length === 1 ? { clause, x: clientX, y: clientY, since: timeStamp } : undefined
}

/** @param {TouchEvent} event */
function end({ timeStamp }) {
  const clause = held && timeStamp - held.since >= LONG && held.clause
  held = undefined
  if (clause) {
    citeHeld(clause)
    // Where nothing is selected a click follows, which would take the light away again.
    const stop = (/** @type {Event} */ event) => event.stopPropagation()
    document.addEventListener('click', stop, true)
    setTimeout(() => document.removeEventListener('click', stop, true), AFTER)
  }
}
