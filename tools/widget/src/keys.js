/**
 * Keys inside a question: arrows move among radios without choosing (the browser's own way would answer by mistake),
 * Space or Enter answers, and 1–9 or A–E choose an option from anywhere in the question.
 */

import { inputOf, rowsOf } from './kinds/rows.js'

/** @type {Record<string, number>} */
const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** @param {KeyboardEvent} event */
export function onKeydown(event) {
  const { target, key } = event
  const question = target instanceof Element && target.closest('yx-question')
  const input = target instanceof HTMLInputElement ? target : undefined
  if (!question || event.altKey || event.ctrlKey || event.metaKey || (input && input.type === 'text')) {
    return
  }
  const radio = input && input.type === 'radio' ? input : undefined
  const chosen = question.hasAttribute('data-result') ? undefined : optionAt(question, key)
  if (radio && steps[key]) {
    neighbour(radio, steps[key]).focus()
  } else if (radio && key === 'Enter') {
    radio.click()
  } else if (chosen) {
    chosen.focus({ preventScroll: true })
    chosen.click()
  } else {
    return
  }
  event.preventDefault()
}

/**
 * @param {HTMLInputElement} radio
 * @param {number} step
 * @returns {HTMLInputElement}
 */
function neighbour(radio, step) {
  const fieldset = /** @type {Element} */ (radio.closest('fieldset'))
  /** @type {HTMLInputElement[]} */
  const group = Array.from(fieldset.querySelectorAll('input')).filter((input) => input.name === radio.name)
  return group[(group.indexOf(radio) + step + group.length) % group.length]
}

/**
 * @param {Element} question
 * @param {string} key
 * @returns {HTMLInputElement | undefined}
 */
function optionAt(question, key) {
  const at = /^[1-9]$/.test(key) ? Number(key) - 1 : /^[a-e]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : -1
  const row = rowsOf(question)[at]
  return row && inputOf(row)
}
