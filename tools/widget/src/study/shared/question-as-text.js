import { studyKindOf } from '../../kinds/study-index.js'
import { stemOf } from '../../question/stem.js'

/**
 * A question as plain text, for chats and for paper.
 *
 * @param {HTMLElement} question - as the build rendered it
 * @returns {string} stem, options with their letters, answer, explanation, source, a line each
 */
export function questionAsText(question) {
  const material = question.querySelector('.yx-case')
  const rest = ['.yx-key', '.yx-explain', '.yx-source'].map((part) =>
    Array.from(question.querySelectorAll(part), (each) => (each.textContent || '').trim()).join('\n')
  )
  return [material && (material.textContent || '').trim(), stemOf(question), ...studyKindOf(question).lines(question), ...rest].filter(Boolean).join('\n')
}
