/**
 * Keys inside a question: arrows move the focus among radios without choosing (the browser's default would answer),
 * Space or Enter answers, Enter in a gap goes on to the next empty one, and 1–9 or A–E choose an option from anywhere in the question.
 */

import { inputOf, rowsOf } from '../kinds/rows.js'
import { Question } from './yx-question.js'

/** @type {Record<string, number>} */
const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** @param {KeyboardEvent} event */
export function onKeydown(event) {
  const { target } = event
  const question = target instanceof Element && target.closest('yx-question')
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing
  // Safari says so when it is over: the Enter that takes a candidate comes after `compositionend`. It must not submit either.
  const taken = event.keyCode === 229 && event.key === 'Enter'
  if (plain && question && (taken || press(event.key, /** @type {Element} */ (target), question))) {
    event.preventDefault()
  }
}

/**
 * @param {string} key
 * @param {Element} target
 * @param {Question} question
 * @returns {boolean} whether the key was handled
 */
function press(key, target, question) {
  const input = target instanceof HTMLInputElement && target
  if (input && key === 'Enter') {
    pressEnter(input, question)
    return true
  }
  if (input && input.type === 'radio' && steps[key]) {
    neighbour(input, steps[key]).focus()
    return true
  }
  const option = !question.graded && !(input && input.type === 'text') && optionAt(question, key)
  if (option) {
    option.focus({ preventScroll: true })
    option.click()
  }
  return !!option
}

/**
 * @param {HTMLInputElement} input
 * @param {Question} question
 */
export function pressEnter(input, question) {
  const inputs = Array.from(question.querySelectorAll('input'))
  const next = inputs.indexOf(input) + 1
  const gap = inputs
    .slice(next)
    .concat(inputs.slice(0, next))
    .find(({ type, value }) => type === 'text' && !value)
  if (input.type === 'radio') {
    input.click()
  } else if (gap && gap !== input) {
    gap.focus()
  } else {
    question.submit()
  }
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
  const at = key.length === 1 ? '123456789abcde'.indexOf(key.toLowerCase()) % 9 : -1
  const row = rowsOf(question)[at]
  return row && inputOf(row)
}
