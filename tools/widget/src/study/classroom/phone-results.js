import { MOST_PHONES, tallyPhones } from '../../core/room-result.js'
import { button, fill, h } from '../../ui/hyperscript.js'
import { roomText } from './classroom-text.js'

/** @import { Meeting } from '../../core/classroom-session.js' */
/** @import { Room } from './room.js' */

/**
 * What members' phones have shown, and a way to collect it, at the end of a meeting.
 *
 * @param {HTMLElement} place - kept while it is collected
 * @param {Room} room
 * @param {Meeting} meeting
 * @param {boolean} closing - whether the meeting is at its end
 */
export function showPhones(place, room, { phones, asked }, closing) {
  if (!closing || !asked.length) {
    fill(place)
    return
  }
  if (!place.firstChild) {
    const panel = h('div', null)
    fill(place, h('h2', null, roomText.phones), h('div', null), button('yx-quiet', roomText.collect, () => fill(panel, collector(room))), panel)
  }
  const { questions, share, phones: count } = tallyPhones(phones, asked.length)
  fill(
    /** @type {Element} */ (place.children[1]),
    h('p', { role: 'status' }, roomText.collected(count, share)),
    count > 0 && h('ol', null, questions.map(({ right, of }) => h('li', null, roomText.phoneRight(right, of))))
  )
}

/** @param {Room} room */
function collector(room) {
  const panel = document.createElement('yx-phone-results')
  const { code = '', asked = [] } = room.meeting || {}
  panel.collection = {
    code,
    count: asked.length,
    add: (phone, signs) => {
      const known = room.meeting ? room.meeting.phones : {}
      const fresh = known[phone] === undefined && Object.keys(known).length < MOST_PHONES
      if (fresh) {
        room.act((meeting) => ({ ...meeting, phones: { ...meeting.phones, [phone]: signs } }))
      }
      return fresh
    }
  }
  return panel
}
