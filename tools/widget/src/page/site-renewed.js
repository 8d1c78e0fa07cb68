/**
 * The first page that a tab opens after a release says that the site was renewed. What was open before has gone on with the
 * files that it had: nobody is told in the middle of a question.
 */

import { openLocal } from '../store/local-storage.js'
import { named } from '../store/site.js'
import { makeStatus } from '../ui/dom.js'
import { pageText } from '../ui/text.js'

/** ms */
const SHOWN = 8000

export function sayRenewed() {
  const release = document.querySelector('[data-release]')?.getAttribute('data-release')
  const tab = openLocal(() => sessionStorage)
  const key = named('release')
  const known = tab.read(key)
  // What everybody in a room looks at says nothing of the kind.
  if (!release || release === known || document.querySelector('yx-classroom')) {
    return
  }
  tab.write(key, release)
  if (known) {
    const said = makeStatus('yx-said yx-renewed')
    document.body.append(said)
    said.textContent = pageText.renewed
    setTimeout(() => said.remove(), SHOWN)
  }
}
