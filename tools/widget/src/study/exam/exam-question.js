/** A question in an exam: its answer is concealed, and what was entered can be saved and restored. */

import { isBlank } from '../../core/exam.js'
import { kindOf } from '../../kinds/index.js'
import { studyKindOf } from '../../kinds/study-index.js'
import { examText } from './exam-text.js'

/** @import { Draft } from '../../kinds/kind.js' */
/** @import { Question } from '../../question/yx-question.js' */

/**
 * Removes the key, the explanation and everything else that gives the answer away.
 *
 * @param {Question} question - newly loaded
 * @param {string} heading - said above the stem
 * @returns {Question}
 */
export function concealAnswer(question, heading) {
  question.setAttribute('data-exam', '')
  question.removeAttribute('data-key')
  question.removeAttribute('data-variants')
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
  if (isBlank(draft)) {
    return 'open'
  }
  const kind = kindOf(question)
  return kind.complete(kind.read(question), question) ? 'done' : 'partly'
}

/**
 * Restores what was entered before.
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
 * Grades what was entered in a question that still has its key.
 *
 * @param {Question} question - with the draft restored
 */
export function isRight(question) {
  const kind = kindOf(question)
  const answer = kind.read(question)
  return kind.complete(answer, question) && kind.right(answer, kind.key(question))
}

/**
 * Shows how a question was answered in an exam, with its explanation.
 *
 * @param {Question} question - with the draft restored
 * @param {'right' | 'wrong'} result
 * @param {boolean} answered
 */
export function revealResult(question, result, answered) {
  question.reveal(result)
  const verdict = question.querySelector('output')
  if (!answered && verdict) {
    verdict.textContent = examText.notAnswered
  }
}
