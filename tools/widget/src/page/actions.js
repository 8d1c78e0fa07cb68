/** What the buttons and clauses of a page do beyond answering, by one listener on the document. */

import { hasOwn } from '../core/own.js'
import { cite, citeClause } from '../official/citation.js'
import { toggleClause } from '../official/clauses.js'
import { readAloud } from '../official/read-aloud.js'
import { closeTerm } from '../official/terms.js'
import { report } from './report.js'
import { again, everything } from './yx-score.js'

/** @type {Record<string, (button: HTMLElement) => void>} */
const actions = { again, back: () => history.back(), cite, citeClause, closeTerm, everything, hear: readAloud, report }

export function listenForActions() {
  document.addEventListener('click', (event) => {
    const { target } = event
    if (target instanceof Element) {
      act(target)
      toggleClause(target)
      // With JavaScript it copies its link, and the reader stays.
      if (target.closest('.yx-no')) {
        event.preventDefault()
      }
    }
  })
}

/** @param {Element} target */
function act(target) {
  const button = /** @type {HTMLElement | null} */ (target.closest('[data-yx]'))
  const name = (button && button.dataset.yx) || ''
  if (button && hasOwn(actions, name)) {
    actions[name](button)
  }
}
