import { toResult } from '../../core/room-result.js'
import { fill, h } from '../../ui/hyperscript.js'
import { qrCode, readyQrCodes } from '../../ui/qr-code-image.js'
import { failure } from '../shared/failure.js'
import { preload } from '../shared/site-data.js'
import { practiceText } from './practice-text.js'

/** @import { Session } from '../../store/sessions.js' */
/** @import { Results } from '../shared/session-element.js' */
/** @import { SiteIndex } from '../shared/site-data.js' */

/**
 * Offers to show the room how it went, as a code that the secretary's camera reads. Nothing is shown to anybody before that.
 *
 * @param {Session} session - of a room's set
 * @param {Results} results
 */
export function giveResult({ room = '', begun = 0, questions }, results) {
  const place = h('div', null)
  const show = async () => {
    try {
      const code = await qrCode(toResult(room, begun, questions, results), practiceText.resultCode)
      fill(place, h('p', { class: 'yx-hint' }, practiceText.resultHint), code)
      code.scrollIntoView({ block: 'center' })
    } catch (reason) {
      fill(place, failure(show, reason))
    }
  }
  const fold = h(
    'details',
    { class: 'yx-fold yx-part', ontoggle: () => fold.open && !place.firstChild && show() },
    h('summary', null, practiceText.giveResult),
    place
  )
  return fold
}

/**
 * Loads all that a set needs to its end: in the meeting room there may be a network only at the door.
 *
 * @param {SiteIndex} index
 * @param {string[]} questions
 */
export function fetchAhead(index, questions) {
  // What fails now is loaded again when it is wanted.
  Promise.all([readyQrCodes(), ...questions.map((question) => preload(index, question))]).catch(() => {})
}
