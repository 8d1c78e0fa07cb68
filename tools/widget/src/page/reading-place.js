/**
 * The place on a page to which a reload or the way back leads. The browser remembers pixels; but what lies off the screen has
 * only an estimated height, so that they are elsewhere in a page laid out anew. What stood there is found again by its id.
 */

import { openLocal } from '../store/local-storage.js'
import { named } from '../store/site.js'
import { isReturn } from '../ui/navigation.js'

/** What is laid out late moves what is below it; for so long it is held, ms. */
const PATIENCE = 1500

/** What the header takes of the screen, px, or a little more. */
const HEADER = 60

const STOPPERS = ['pointerdown', 'keydown', 'wheel', 'touchstart']

const key = named(`place ${location.pathname}`)
const tab = openLocal(() => sessionStorage)

export function keepReadingPlace() {
  const place = tab.read(key)
  if (isReturn() && Array.isArray(place)) {
    restore(place[0], place[1])
  }
  addEventListener('pagehide', () => {
    const element = atTop()
    if (element) {
      tab.write(key, [element.id, element.getBoundingClientRect().top])
    } else {
      tab.remove(key)
    }
  })
}

/** What has an id and stands highest on the screen. */
function atTop() {
  let element = null
  for (let y = HEADER; y < innerHeight && !element; y += 20) {
    const there = document.elementFromPoint(innerWidth / 2, y)
    element = there && there.closest('.md-content [id]')
  }
  return element
}

/**
 * Holds an element where it was until everything around it has been laid out, or the reader moves.
 *
 * @param {string} id
 * @param {number} top - px from the top of the screen
 */
function restore(id, top) {
  const element = document.getElementById(id)
  const end = performance.now() + PATIENCE
  if (!element || typeof top !== 'number') {
    return
  }
  let held = true
  const release = () => {
    held = false
    STOPPERS.forEach((type) => removeEventListener(type, release, true))
    history.scrollRestoration = 'auto'
  }
  const hold = () => {
    const box = element.getBoundingClientRect()
    // A question that was answered then is shorter now, and would be above the screen.
    const by = box.top - (top + box.height < 2 * HEADER ? HEADER : top)
    if (held && Math.abs(by) >= 1) {
      scrollBy({ top: by, behavior: 'instant' })
    }
    if (held && performance.now() < end) {
      requestAnimationFrame(hold)
    } else {
      release()
    }
  }
  // The browser would put its own place in later.
  history.scrollRestoration = 'manual'
  STOPPERS.forEach((type) => addEventListener(type, release, true))
  hold()
}
