import { latest, newest, present, provisionOf, tally } from '../core/tally.js'
import { dataOf, make } from '../ui/dom.js'
import { arrived } from '../ui/page-ready.js'
import { pageText, text } from '../ui/text.js'

/** @import { Answer } from '../core/tally.js' */

/** Counts the answered questions of one area or of the whole document. */
export class Progress extends HTMLElement {
  connectedCallback() {
    arrived()
  }

  /**
   * @param {Map<string, Answer>} last
   * @param {Record<string, string>} versions
   */
  show(last, versions) {
    const { total, right, wrong } = tally(last, versions, this.dataset.scope || '')
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
 * @param {Answer[]} answers
 * @param {number} now
 * @param {boolean} unread - they are not all there are
 */
export function showProgress(answers, now, unread) {
  const versions = dataOf('yx-questions')
  const last = latest(present(answers, versions), now)
  for (const progress of /** @type {NodeListOf<Progress>} */ (document.querySelectorAll('yx-progress'))) {
    if (unread) {
      progress.textContent = text.unread
    } else {
      progress.show(last, versions)
    }
  }
  offerResume(newest(answers, versions, now))
}

/** @param {Answer | undefined} answer */
function offerResume(answer) {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a.yx-resume'))
  const page = answer && dataOf('yx-pages')[provisionOf(answer.question)]
  if (link && page) {
    link.href = page[0]
    link.textContent = pageText.resume(page[1])
    link.hidden = false
  }
}
