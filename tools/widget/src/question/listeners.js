/**
 * The event listeners of questions. They are delegated to the document and registered before the first question is parsed, so
 * no tap is lost, and a thousand questions cost no more than one.
 */

import { kindOf } from '../kinds/index.js'
import { onKeydown, pressEnter } from './keys.js'

/** @import { Question } from './yx-question.js' */

/** @type {WeakSet<Element>} */
const touched = new WeakSet()

/** @type {Record<string, (question: Question) => void>} */
const questionActions = {
  known: (question) => question.grade('right'),
  unknown: (question) => question.grade('wrong'),
  redo(question) {
    question.redo(`${question.id} ${Date.now()}`)
    question.begin()
  }
}

export function listen() {
  document.addEventListener('change', onEntry)
  document.addEventListener('input', onEntry)
  document.addEventListener('submit', onSubmit)
  document.addEventListener('click', onClick)
  document.addEventListener('keydown', onKeydown)
  // `toggle` does not bubble, so it is captured.
  document.addEventListener('toggle', onToggle, true)
}

/**
 * Handles what was chosen before this script ran, and clears what the browser restored from an earlier visit: a question
 * that looks answered must be answered.
 *
 * @param {boolean} fresh - whether the reader made the choices, not the browser
 */
export function catchUp(fresh) {
  for (const input of document.querySelectorAll('.yx-quiz input:checked')) {
    const question = questionOf(input)
    if (question && !question.graded && !touched.has(question)) {
      if (fresh) {
        touch(question, /** @type {HTMLInputElement} */ (input))
      } else {
        /** @type {HTMLInputElement} */ (input).checked = false
      }
    }
  }
}

/**
 * @param {Question} question
 * @param {HTMLInputElement} input
 */
function touch(question, input) {
  touched.add(question)
  question.touch(input)
}

/** @param {Event} event */
function onEntry({ type, target }) {
  const question = questionOf(target)
  if (question && target instanceof HTMLInputElement && (type === 'input') === (target.type === 'text')) {
    touch(question, target)
  }
}

/**
 * Submits the question that has the focus. A phone's keyboard may submit a form from a blank without an Enter key event, and
 * the form's first button, which the browser then presses, can be another question's.
 *
 * @param {Event} event
 */
function onSubmit(event) {
  const { target } = event
  const active = document.activeElement
  const question = questionOf(active) || questionOf(target)
  if (question || (target instanceof Element && target.querySelector('yx-question'))) {
    event.preventDefault()
  }
  if (question && active instanceof HTMLInputElement) {
    pressEnter(active, question)
  } else if (question) {
    question.submit()
  }
}

/** @param {Event} event */
function onClick(event) {
  const { target } = event
  const question = questionOf(target)
  if (question && target instanceof HTMLElement) {
    const submits = target.matches('.yx-submit')
    const act = questionActions[target.dataset.yx || '']
    if (submits || (question.graded && target.matches('input'))) {
      event.preventDefault()
    }
    if (submits) {
      question.submit()
    } else if (act) {
      act(question)
    }
  }
}

/** @param {Event} event */
function onToggle({ target }) {
  const question = questionOf(target)
  if (question && kindOf(question).selfJudged && /** @type {HTMLDetailsElement} */ (target).open) {
    question.offerJudgement()
  }
}

/**
 * @param {EventTarget | null} target
 * @returns {Question | null}
 */
function questionOf(target) {
  return target instanceof Element ? target.closest('yx-question') : null
}
