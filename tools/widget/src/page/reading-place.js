/**
 * The place on a page to which a reload or the way back leads. The browser remembers pixels; but what lies off the screen has
 * only an estimated height, so that they are elsewhere in a page laid out anew. What stood there is found again by its id.
 */

import { openLocal } from '../store/local-storage.js'
import { named } from '../store/site.js'
import { isReturn } from '../ui/navigation.js'

/** What is laid out late moves what is below it: it is held for so many frames after the last that moved it. */
const FRAMES = 10

/** What the header takes of the screen, px, or a little more. */
const HEADER = 60

const STOPPERS = ['pointerdown', 'keydown', 'wheel', 'touchstart']

const key = named(`place ${location.pathname}`)
const tab = openLocal(() => sessionStorage)

export function keepReadingPlace() {
  const place = tab.read(key)
  if (isReturn() && Array.isArray(place)) {
    restore(place[0], place[1], place[2])
  }
  addEventListener('pagehide', () => {
    const element = atTop()
    if (element) {
      const { top, height } = element.getBoundingClientRect()
      tab.write(key, [element.id, top, height])
    } else {
      tab.remove(key)
    }
  })
}

/** What has an id and stands highest on the screen. */
function atTop() {
  let element = null
  for (let y = HEADER; y < innerHeight && !element; y += 20) {
    // The drawer may lie over it.
    for (const there of document.elementsFromPoint(innerWidth / 2, y)) {
      element = element || there.closest('.md-content [id]')
    }
  }
  return element
}

/**
 * Holds an element where it was until everything around it has been laid out, or the reader moves.
 *
 * @param {string} id
 * @param {number} top - px from the top of the screen
 * @param {number} height
 */
function restore(id, top, height) {
  const element = document.getElementById(id)
  if (!element || typeof top !== 'number') {
    return
  }
  let frames = FRAMES
  let scrolled = scrollY
  const release = () => {
    frames = 0
    STOPPERS.forEach((type) => removeEventListener(type, release, true))
    history.scrollRestoration = 'auto'
  }
  const hold = () => {
    const box = element.getBoundingClientRect()
    // A question that was answered then is shorter now, and what was read of it may be gone: it shows its beginning.
    const by = box.top - (box.height + 8 < height ? Math.max(top, HEADER) : top)
    // It moved just as far as the page was scrolled, and so not by layout: somebody drags the bar, or jumps.
    if (Math.abs(scrollY - scrolled) >= 1 && Math.abs(by + scrollY - scrolled) < 1) {
      frames = 0
    } else if (frames && Math.abs(by) >= 1) {
      scrollBy({ top: by, behavior: 'instant' })
      // At the end of a page there is no more to scroll.
      frames = Math.abs(element.getBoundingClientRect().top - box.top) < 1 ? frames : FRAMES
    }
    scrolled = scrollY
    if (frames) {
      frames -= document.readyState === 'complete' ? 1 : 0
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
