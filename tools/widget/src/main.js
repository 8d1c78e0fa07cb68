/** What it takes to grade the first answer and to keep it. All else that pages do is in page.js, which comes later. */

// The imports decide where code stands in the bundle; in this order it packs best.
import { Question } from './question/yx-question.js'
import { newId } from './store/new-id.js'
import { READER } from './store/site.js'
import { takeTurn } from './store/turn.js'
import { openLog } from './store/log.js'
import { catchUp, listen } from './question/listeners.js'
import { moveLocal } from './store/move.js'
import { canSpeak } from './ui/speech.js'
import { watchDwellTime } from './question/dwell-time.js'
import { showTrouble } from './ui/storage-notice.js'
import { documentAt } from './ui/dom.js'
import { applyTextSize } from './ui/text-size.js'
import { isReturn } from './ui/navigation.js'
import { onSettled } from './ui/page-ready.js'

/** @import { Answered } from './question/yx-question.js' */
/** @import { Entry } from './store/answer.js' */

// Where naming storage is enough to be refused, the theme's scripts stop. Ours write by setItem(), and so are refused as ever.
for (const name of /** @type {const} */ (['localStorage', 'sessionStorage'])) {
  try {
    window[name]
  } catch (_) {
    Object.defineProperty(window, name, { value: { getItem: () => null } })
  }
}

const log = openLog()

/**
 * Where a question is asked outside its page, something around it says so: `data-from`, and `data-unsure` when the reader
 * guesses.
 *
 * @param {CustomEvent<Answered>} event
 */
async function record({ target, detail }) {
  const question = /** @type {Element} */ (target)
  const place = /** @type {HTMLElement | null} */ (question.closest('[data-from]'))
  const { from = 'page', unsure } = /** @type {DOMStringMap} */ (place ? place.dataset : {})
  const now = new Date()
  // Written with ..., this would bring the code that old browsers need for it.
  /** @type {Entry} */
  const entry = Object.assign(
    {
      id: newId(),
      type: /** @type {const} */ ('answer'),
      document: documentAt(question),
      at: now.getTime(),
      offset: 0 - now.getTimezoneOffset(),
      from
    },
    detail
  )
  const late = takeTurn(entry.at)
  if (late) {
    entry.turn = entry.at + late
  }
  if (unsure !== undefined) {
    entry.sure = false
  }
  question.dispatchEvent(new CustomEvent('yx-answered', { bubbles: true, detail: entry }))
  // Before the verdict is painted: what waits for the paint is lost when the page is left at once.
  await log.append(entry)
  showTrouble(log)
}

// Later than the questions only where this script is not where it belongs, in the head.
const late = document.querySelector('yx-question') !== null

document.documentElement.classList.add('yx-js')
document.documentElement.classList.toggle('yx-voice', canSpeak())
moveLocal()
applyTextSize()
customElements.define('yx-question', Question)
listen()
document.addEventListener('yx-answer', /** @type {(event: any) => void} */ (record))
// Other scripts of ours write to the same log, for the same reader.
window.yanxi = { log, reader: READER }

if (late) {
  // Neither a reload nor the way back, where the browser makes the choices.
  catchUp(!isReturn())
}

addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    applyTextSize()
  }
})

onSettled(() => catchUp(false))
watchDwellTime()
