/** A question in an exam: nothing in it tells what is right, and what was entered can be taken away and put back. */

import { kindOf } from '../../kinds/index.js'
import { studyKindOf } from '../../kinds/study-index.js'
import { examText } from './exam-text.js'

/** @import { Draft } from '../../kinds/kind.js' */
/** @import { Question } from '../../question/yx-question.js' */

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
 * @returns {Draft} what was entered
 */
export function readDraft(question) {
  return studyKindOf(question).save(kindOf(question).read(question))
}

/**
 * @param {Draft} draft
 * @param {Question} question - with the same entered
 * @returns {'done' | 'partly' | 'open'}
 */
export function stateOf(draft, question) {
  if (!draft || !(typeof draft === 'string' ? draft : draft.join(''))) {
    return 'open'
  }
  const kind = kindOf(question)
  return kind.complete(kind.read(question), question) ? 'done' : 'partly'
}

/**
 * Enters again what was entered before.
 *
 * @param {Question} question
 * @param {Draft | undefined} draft
 */
export function restoreDraft(question, draft) {
  if (draft) {
    studyKindOf(question).restore(question, draft)
  }
}

/**
 * Whether what was entered is right, by a question that has its key.
 *
 * @param {Question} question - with the same entered
 */
export function isRight(question) {
  const kind = kindOf(question)
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
    verdict.textContent = examText.notAnswered
  }
}
