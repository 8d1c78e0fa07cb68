import { stemOf } from '../question/stem.js'
import { copyOrShow } from '../ui/clipboard.js'
import { pageText } from '../ui/text.js'

/** @import { Question } from '../question/yx-question.js' */

/**
 * Copies a text about the button's question, which the reader can send to the editors.
 *
 * @param {HTMLElement} button
 */
export async function report(button) {
  const question = /** @type {Question} */ (button.closest('yx-question'))
  const words = pageText.reportText({
    question: question.id,
    version: question.dataset.version || '',
    address: `${location.href.replace(/#.*/, '')}#${question.id}`,
    stem: stemOf(question)
  })
  // Screen readers announce a status only if it was in the page, empty, before.
  question.say('')
  const tools = /** @type {Element} */ (question.querySelector('.yx-tools'))
  question.say((await copyOrShow(words, tools)) ? pageText.reportCopied : pageText.reportByHand)
}
