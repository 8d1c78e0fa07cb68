import { copyOrShow } from '../ui/clipboard.js'
import { text } from '../ui/text.js'
import { stemOf } from './stem.js'

/** @import { Question } from './yx-question.js' */

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
  const tools = /** @type {Element} */ (question.querySelector('.yx-tools'))
  question.say((await copyOrShow(words, tools)) ? text.reportCopied : text.reportByHand)
}
