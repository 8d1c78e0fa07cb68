import { make } from '../ui/dom.js'
import { text } from '../ui/text.js'
import { stemOf } from './stem.js'

/** @import { Question } from './yx-question.js' */

/**
 * Gives the reader a text to send to the editors. On plain http, and in some phones' browsers, a page may not copy.
 *
 * @param {Question} question
 */
export async function report(question) {
  const words = text.reportText({
    question: question.id,
    version: question.dataset.version || '',
    address: `${location.href.replace(/#.*/, '')}#${question.id}`,
    stem: stemOf(question)
  })
  // Read out only if it was there, empty, before.
  question.say('')
  const tools = /** @type {Element} */ (question.querySelector('.yx-tools'))
  question.say((await copyOrShow(words, tools)) ? text.copied : text.copyByHand)
}

/**
 * Copies a text, or shows it to be copied by hand.
 *
 * @param {string} words
 * @param {Element} place - where it is shown then
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyOrShow(words, place) {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch (_) {
    let area = place.querySelector('textarea')
    if (!area) {
      area = make('textarea', 'yx-report')
      area.readOnly = true
      area.rows = 5
      area.setAttribute('aria-label', text.reportLabel)
      place.append(area)
    }
    area.value = words
    area.focus({ preventScroll: true })
    area.select()
    return false
  }
}
