import { progressOf } from '../core/progress.js'
import { make } from '../ui/dom.js'
import { pageText, text } from '../ui/text.js'

/** @import { Progress as Sum } from '../core/progress.js' */
/** @import { Reading } from './reading.js' */

/**
 * Shows in every `<yx-progress>` how far the reader is in the part that it names. Until then it says how many questions there
 * are.
 *
 * @param {Reading} reading
 */
export function showProgress({ history, index, here, unread }) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('yx-progress'))) {
    const sum = progressOf(place.dataset.scope || '', history, index, here)
    place.textContent = unread ? text.unread : pageText.progress(sum)
    if (!unread) {
      place.append(meter(sum))
    }
  }
}

/**
 * A bar of three lengths, one in front of the other: done, right the last time, mastered. What nothing has been done of is
 * empty.
 *
 * @param {Sum} sum
 */
function meter({ total, seen, right, mastered }) {
  const bar = make('span', 'yx-meter')
  bar.setAttribute('aria-hidden', 'true')
  // What was mastered and is wrong now counts where it ends last.
  for (const count of [seen, Math.max(right, mastered), mastered]) {
    const part = make('span', '')
    part.style.width = `${total && (100 * count) / total}%`
    bar.append(part)
  }
  return bar
}
