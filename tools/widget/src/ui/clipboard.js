import { make, makeStatus } from './dom.js'
import { pageText } from './text.js'

/**
 * @param {string} words
 * @returns {Promise<boolean>} whether it was copied
 */
export async function canCopy(words) {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch (_) {
    return false
  }
}

/**
 * Copies a text, or shows it to be copied by hand: on plain http, and in some phones' browsers, a page may not copy.
 *
 * @param {string} words
 * @param {Element} place - where it is shown then
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyOrShow(words, place) {
  if (await canCopy(words)) {
    return true
  }
  let area = place.querySelector('textarea')
  if (!area) {
    area = make('textarea', 'yx-report')
    area.readOnly = true
    area.rows = 5
    area.setAttribute('aria-label', pageText.toCopy)
    place.append(area)
  }
  area.value = words
  area.focus({ preventScroll: true })
  area.select()
  return false
}

/**
 * Copies a text, or shows it to be copied by hand, and says which.
 *
 * @param {string} words
 * @param {Element} place - whose children it replaces
 */
export async function copyAndSay(words, place) {
  const said = makeStatus('yx-said')
  place.textContent = ''
  // Screen readers announce a status only if it was in the page, empty, before.
  place.append(said)
  said.textContent = (await copyOrShow(words, place)) ? pageText.copied : pageText.copyByHand
}
