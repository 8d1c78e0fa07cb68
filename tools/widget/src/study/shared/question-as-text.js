/** A question as plain text, as it stands on the page: for chats and for paper. */

import { rowsOf } from '../../kinds/rows.js'

/**
 * @param {Element} question
 * @returns {string} stem, options with their letters, answer, explanation, source, a line each
 */
export function questionAsText(question) {
  const lettered = /^(single|multiple)$/.test(question.getAttribute('data-kind') || '')
  const options = rowsOf(question).map((row, at) => (lettered ? `${String.fromCharCode(65 + at)}. ` : '· ') + spoken(row, 'span'))
  const sides = Array.from(question.querySelectorAll('.yx-side'), (side) =>
    Array.from(side.querySelectorAll('.yx-option'), (row) => spoken(row, 'span')).join('；')
  )
  const rest = ['.yx-key', '.yx-explain', '.yx-source'].map((part) =>
    Array.from(question.querySelectorAll(part), (each) => clean(each)).join('\n')
  )
  return [stemOf(question), ...options, ...sides, ...rest].filter(Boolean).join('\n')
}

/** @param {Element} question */
export function stemOf(question) {
  const stem = question.querySelector('.yx-stem')
  const copy = /** @type {Element} */ (stem ? stem.cloneNode(true) : question.ownerDocument.createElement('span'))
  copy.querySelectorAll('.yx-fill').forEach((fill) => fill.remove())
  copy.querySelectorAll('input').forEach((input) => input.replaceWith('____'))
  return clean(copy)
}

/**
 * @param {Element} row
 * @param {string} part
 */
function spoken(row, part) {
  const words = row.querySelector(part)
  return words ? clean(words) : ''
}

/** @param {Element} element */
function clean(element) {
  return (element.textContent || '').trim()
}
