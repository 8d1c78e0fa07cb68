import { plain } from '../core/normalize-answer.js'
import { make } from '../ui/dom.js'
import { text } from '../ui/text.js'

/** @import { Kind } from './kind.js' */

/** @type {Kind<string[], string[][]>} */
export const blank = {
  key: (question) => blanksOf(question).map((input) => JSON.parse(input.dataset.accept || '[]')),
  read: (question) => blanksOf(question).map((input) => input.value),
  complete: (answer) => answer.every((typed) => typed !== ''),
  right: (answer, key) => answer.every((typed, at) => fits(typed, key[at])),
  mark(question, answer, key) {
    blanksOf(question).forEach((input, at) => {
      const right = fits(answer[at], key[at])
      input.classList.add(right ? 'yx-right' : 'yx-wrong')
      input.after(make('b', right ? 'yx-fill yx-right' : 'yx-fill', right ? '' : text.blankIs(key[at][0])))
    })
  }
}

/**
 * @param {string} typed
 * @param {readonly string[]} accepted
 */
export function fits(typed, accepted) {
  const said = plain(typed)
  return said !== '' && accepted.some((answer) => plain(answer) === said)
}

/**
 * @param {HTMLElement} question
 * @returns {HTMLInputElement[]}
 */
function blanksOf(question) {
  return Array.from(question.querySelectorAll('input.yx-blank'))
}
