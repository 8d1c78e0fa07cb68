import { keepLastRead } from '../store/last-read.js'
import { openLocal } from '../store/local-storage.js'
import { documentAt } from '../ui/dom.js'

/** How long a page is in sight until it counts as read, ms. */
const GLANCE = 2000

/**
 * Remembers which provision is read, for the home page to go on with: one that has been in sight for a moment, or is left for
 * the next. Who was led to a sentence or a question of it only looks something up, and may go on from there.
 */
export function noteReading() {
  const turn = document.querySelector('.yx-next')
  const official = /** @type {HTMLElement | null} */ (document.querySelector('.yx-official[data-provision]'))
  if (!turn || !official) {
    return
  }
  const local = openLocal()
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  const note = () => keepLastRead(local, documentAt(official), { provision: official.dataset.provision || '', at: Date.now() })
  const watch = () => {
    clearTimeout(timer)
    if (document.visibilityState === 'visible' && !location.hash) {
      timer = setTimeout(note, GLANCE)
    }
  }
  turn.addEventListener('click', note)
  document.addEventListener('visibilitychange', watch)
  // Who comes back to a page that the browser has kept reads it again.
  addEventListener('pageshow', watch)
  watch()
}
