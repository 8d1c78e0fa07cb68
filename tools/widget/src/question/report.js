import { copyOrShow } from '../ui/clipboard.js'
import { text } from '../ui/text.js'
import { stemOf } from './stem.js'

/** @import { Question } from './yx-question.js' */

/**
 * Copies a text about the question, which the reader can send to the editors.
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
  // Screen readers announce a status only if it was in the page, empty, before.
  question.say('')
  const tools = /** @type {Element} */ (question.querySelector('.yx-tools'))
  question.say((await copyOrShow(words, tools)) ? text.reportCopied : text.reportByHand)
}
