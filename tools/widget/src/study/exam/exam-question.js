/** A question in an exam: nothing in it tells what is right, and what was entered can be taken away and put back. */

import { kinds } from '../../kinds/index.js'
import { inputOf, rowsOf, valueOf } from '../../kinds/rows.js'
import { text } from '../shared/study-text.js'

/** @import { Question } from '../../question/yx-question.js' */

/** @typedef {string | string[]} Entered - a text that a session, a log and a backup can keep */

/** As long as a backup takes. */
const LONGEST = 500

/**
 * Takes out of a question whatever gives it away.
 *
 * @param {Question} question - fresh
 * @param {string} heading - said above the stem
 * @returns {Question}
 */
export function hold(question, heading) {
  question.setAttribute('data-exam', '')
  question.removeAttribute('data-key')
  question.querySelectorAll('details, output, .yx-why, .yx-submit').forEach((element) => element.remove())
  question.querySelectorAll('[data-accept]').forEach((input) => input.removeAttribute('data-accept'))
  const meta = question.querySelector('.yx-meta')
  if (meta) {
    meta.textContent = heading
  }
  return question
}

/**
 * @param {Question} question
 * @returns {Entered}
 */
export function readEntered(question) {
  const kind = question.dataset.kind || ''
  const answer = kinds[kind].read(question)
  if (kind === 'match') {
    return answer.map((/** @type {{left: string, right: string}} */ { left, right }) => `${left} ${right}`)
  }
  return kind === 'blank' ? answer.map(tame) : answer
}

/**
 * @param {Entered} entered
 * @param {Question} question
 * @returns {'done' | 'partly' | 'open'}
 */
export function stateOf(entered, question) {
  const kind = question.dataset.kind || ''
  if (!entered || !(typeof entered === 'string' ? entered : entered.join(''))) {
    return 'open'
  }
  return kinds[kind].complete(kinds[kind].read(question), question) ? 'done' : 'partly'
}

/**
 * Enters again what was entered before; what the question has no place for is passed over.
 *
 * @param {Question} question
 * @param {Entered | undefined} entered
 */
export function enter(question, entered) {
  const kind = question.dataset.kind || ''
  if (typeof entered === 'string') {
    choose(question, entered, kind === 'order')
  } else if (entered && kind === 'blank') {
    question.querySelectorAll('input').forEach((input, at) => {
      input.value = entered[at] || ''
    })
  } else if (entered) {
    pair(question, entered)
  }
}

/**
 * Whether what was entered is right, by a question that has its key.
 *
 * @param {Question} question - with the same entered
 */
export function isRight(question) {
  const kind = kinds[question.dataset.kind || '']
  const answer = kind.read(question)
  return kind.complete(answer, question) && kind.right(answer, kind.key(question))
}

/**
 * Shows how a question was answered in an exam, with all that is to be said about it.
 *
 * @param {Question} question - with what was entered
 * @param {'right' | 'wrong'} result
 * @param {boolean} answered
 */
export function disclose(question, result, answered) {
  question.reveal(result)
  const verdict = question.querySelector('output')
  if (!answered && verdict) {
    verdict.textContent = text.exam.notAnswered
  }
}

/**
 * @param {Question} question
 * @param {string} letters
 * @param {boolean} placed - in this order
 */
function choose(question, letters, placed) {
  for (const row of rowsOf(question)) {
    const at = letters.indexOf(valueOf(row))
    inputOf(row).checked = at >= 0
    if (placed) {
      row.dataset.place = at >= 0 ? `${at + 1}` : ''
    }
  }
}

/**
 * @param {Question} question
 * @param {string[]} pairs
 */
function pair(question, pairs) {
  const rows = rowsOf(question, '.yx-side')
  pairs.forEach((each, at) => {
    const values = each.split(' ')
    const sides = [0, 1].map((side) => rows.find((row) => sideOf(row) === side && valueOf(row) === values[side]))
    if (sides[0] && sides[1]) {
      sides[0].dataset.pair = `${at + 1}`
      sides[1].dataset.pair = `${at + 1}`
    }
  })
}

/** @param {HTMLElement} row */
function sideOf(row) {
  const side = /** @type {Element} */ (row.closest('.yx-side'))
  return Array.from(/** @type {Element} */ (side.parentElement).querySelectorAll('.yx-side')).indexOf(side)
}

/**
 * What was typed, as everything that keeps it takes it. To the reader a wide ＜ says the same.
 *
 * @param {string} typed
 */
function tame(typed) {
  return typed.replace(/</g, '＜').replace(/[\u0000-\u001f]/g, '').slice(0, LONGEST)
}
