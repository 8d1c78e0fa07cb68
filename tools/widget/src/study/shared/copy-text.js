import { h } from '../../ui/hyperscript.js'
import { text } from './study-text.js'

/**
 * Copies a text, or shows it to be copied by hand: on plain http, and in some phones' browsers, a page may not copy.
 *
 * @param {string} words
 * @param {Element} place - where it is shown then, and where it is said what was done
 */
export async function copyText(words, place) {
  const said = h('p', { role: 'status', class: 'yx-said' })
  place.textContent = ''
  // Read out only if it was there, empty, before.
  place.append(said)
  try {
    await navigator.clipboard.writeText(words)
    said.textContent = text.copied
  } catch (_) {
    const area = h('textarea', { class: 'yx-report', readonly: true, rows: 6, 'aria-label': text.toCopy }, words)
    place.append(area)
    said.textContent = text.copyByHand
    area.focus({ preventScroll: true })
    area.select()
  }
}
