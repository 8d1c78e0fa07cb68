import { newest, tally } from '../core/tally.js'
import { dataOf, make } from '../ui/dom.js'
import { arrived } from '../ui/page-ready.js'
import { pageText, text } from '../ui/text.js'

/** @import { Asked } from '../core/bank.js' */
/** @import { History } from '../core/history.js' */

/** Counts the answered questions of one area or of the whole document. */
export class Progress extends HTMLElement {
  connectedCallback() {
    arrived()
  }

  /**
   * @param {History} history
   * @param {Asked} index
   */
  show(history, index) {
    const { total, right, wrong } = tally(history, index, this.dataset.scope || '')
    const all = Number(this.dataset.total) || total
    const bar = make('span', 'yx-meter')
    const done = make('span', '')
    bar.setAttribute('aria-hidden', 'true')
    done.style.width = `${all && (100 * (right + wrong)) / all}%`
    bar.append(done)
    this.textContent = pageText.progress(right + wrong, all, right)
    this.append(bar)
  }
}

/**
 * @param {History} history
 * @param {Asked} index
 * @param {boolean} unread - it is not all there is
 */
export function showProgress(history, index, unread) {
  for (const progress of /** @type {NodeListOf<Progress>} */ (document.querySelectorAll('yx-progress'))) {
    if (unread) {
      progress.textContent = text.unread
    } else {
      progress.show(history, index)
    }
  }
  offerResume(history, index)
}

/**
 * @param {History} history
 * @param {Asked} index
 */
function offerResume(history, index) {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a.yx-resume'))
  const answer = newest(history, history.now)
  const page = answer && dataOf('yx-pages')[index.questions[answer.question].p]
  if (link && page) {
    link.href = page[0]
    link.textContent = pageText.resume(page[1])
    link.hidden = false
  }
}
