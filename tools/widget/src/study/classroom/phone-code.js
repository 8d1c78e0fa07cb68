import { h } from '../../ui/hyperscript.js'
import { qrCode } from '../../ui/qr-code-image.js'
import { roomText } from './classroom-text.js'

/** @import { Meeting } from '../../core/classroom-session.js' */
/** @import { SiteIndex } from '../shared/site-data.js' */

/** A longer address makes a code too fine to be read from the back of a room. */
const LONGEST = 400

/**
 * The code that opens a meeting's questions on members' own phones; nothing where no phone could open them.
 *
 * @param {Meeting} meeting
 * @param {SiteIndex} index
 */
export async function phoneCode({ code, asked }, { document: own, documents }) {
  const address = phoneAddress(code, own === documents[0].id ? '' : own)
  if (!asked.length || !address || address.length > LONGEST) {
    return null
  }
  try {
    return h('div', { class: 'yx-phone-code' }, await qrCode(address, roomText.phoneCode), h('p', null, roomText.phoneHint))
  } catch (_) {
    // The meeting goes on without it.
    return null
  }
}

/**
 * A site that was opened from a folder, or on this computer alone, has perhaps another address as well.
 *
 * @param {string} code
 * @param {string} other - the document, where it is not the current one
 * @returns {string} empty where phones reach none
 */
function phoneAddress(code, other) {
  const { protocol, hostname, origin, pathname } = location
  const reached = /^https?:$/.test(protocol) && !/^(localhost|127\.|\[::1\])/.test(hostname)
  const published = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel=canonical]'))
  const page = reached ? origin + pathname : published ? published.href : ''
  const query = `?room=${code}${other && `&document=${encodeURIComponent(other)}`}`
  return page && page.replace('study/classroom', 'study/practice') + query
}
