import { make } from './dom.js'
import { text } from './text.js'

/** @import { Question } from './question.js' */

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
  try {
    await navigator.clipboard.writeText(words)
    question.say(text.copied)
  } catch (_) {
    offer(question, words)
    question.say(text.copyByHand)
  }
}

/**
 * @param {Question} question
 * @param {string} words
 */
function offer(question, words) {
  let area = question.querySelector('textarea')
  if (!area) {
    area = make('textarea', 'yx-report')
    area.readOnly = true
    area.rows = 5
    area.setAttribute('aria-label', text.reportLabel)
    const tools = /** @type {Element} */ (question.querySelector('.yx-tools'))
    tools.append(area)
  }
  area.value = words
  area.focus({ preventScroll: true })
  area.select()
}

/**
 * The stem with its gaps, and without what was added to it.
 *
 * @param {Question} question
 */
function stemOf(question) {
  const stem = question.querySelector('.yx-stem')
  if (!stem) {
    return ''
  }
  const copy = /** @type {Element} */ (stem.cloneNode(true))
  copy.querySelectorAll('.yx-fill').forEach((fill) => fill.remove())
  copy.querySelectorAll('input').forEach((input) => input.replaceWith('____'))
  return (copy.textContent || '').trim()
}
